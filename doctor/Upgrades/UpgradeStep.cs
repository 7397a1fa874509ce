using KedaStack.Scaling.Keda.Semantics;

namespace KedaStack.Doctor.Upgrades;

/// <summary>The versions of a cluster at a step of an upgrade.</summary>
/// <param name="Minor">The minor version of Kubernetes 1.</param>
/// <param name="Keda">The version of KEDA; null where it is not known.</param>
internal sealed record UpgradeStep(int Minor, KedaVersion? Keda)
{
    /// <summary>As <c>Kubernetes 1.36 with KEDA 2.19.0</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"Kubernetes 1.{Minor}{(Keda is { } keda ? $" with KEDA {keda}" : "")}");
}
