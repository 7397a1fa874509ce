using KedaStack.Scaling.Keda.Semantics;

namespace KedaStack.Infra.Cluster;

/// <summary>A minor version of Kubernetes 1 on AKS (https://learn.microsoft.com/azure/aks/supported-kubernetes-versions).</summary>
/// <param name="Minor">The minor version: 35 for 1.35.</param>
/// <param name="Keda">The KEDA of the add-on, by the documentation's table of components.</param>
/// <param name="EndOfSupport">The month with whose end its support ends; null while no end is known.</param>
/// <param name="EndOfLongTermSupport">The same with the tier Premium and its plan AKSLongTermSupport.</param>
public sealed record AksVersion(int Minor, KedaVersion Keda, DateOnly? EndOfSupport, DateOnly? EndOfLongTermSupport)
{
    /// <summary>The KEDA that AKS' release notes and users saw instead; null where nobody contradicts the table.</summary>
    public KedaVersion? KedaByReleaseNotes { get; init; }

    /// <summary>As <c>1.35</c>.</summary>
    public string Name => FormattableString.Invariant($"1.{Minor}");

    /// <summary>Whether it is supported in the month of the table.</summary>
    /// <param name="isLongTerm">Whether the cluster has the tier Premium with its plan.</param>
    public bool IsSupported(bool isLongTerm) => (isLongTerm ? EndOfLongTermSupport : EndOfSupport) is not { } end || end >= AksVersions.Read;
}
