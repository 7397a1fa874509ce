using KedaStack.Scaling.Keda.Semantics;

namespace KedaStack.Infra.Cluster;

/// <summary>
/// The versions of Kubernetes that AKS knows, as far as its documentation and release notes tell. AKS binds the version of the
/// KEDA add-on to them. Azure changes both without notice: only the image of the operator in the cluster is sure. The months are
/// those of the documentation of 5 August 2026 (MicrosoftDocs/azure-aks-docs, f988e7e8b,
/// articles/aks/supported-kubernetes-versions.md), which has days for 1.30 and 1.31: 22 August and 1 November 2025.
/// </summary>
public static class AksVersions
{
    /// <summary>The month of the table.</summary>
    public static DateOnly Read { get; } = Month(2026, 11);

    /// <summary>The versions, the oldest first.</summary>
    public static IReadOnlyList<AksVersion> All { get; } =
    [
        new(30, new KedaVersion(2, 11, 2), Month(2025, 8), Month(2026, 7)),
        new(31, new KedaVersion(2, 14, 1), Month(2025, 11), Month(2026, 11)) { KedaByReleaseNotes = new KedaVersion(2, 16, 0) },
        new(32, new KedaVersion(2, 14, 1), Month(2026, 3), Month(2027, 3)) { KedaByReleaseNotes = new KedaVersion(2, 16, 0) },
        new(33, new KedaVersion(2, 16, 1), Month(2026, 7), Month(2027, 7)) { KedaByReleaseNotes = new KedaVersion(2, 17, 0) },
        new(34, new KedaVersion(2, 17, 2), Month(2026, 11), Month(2027, 11)),
        new(35, new KedaVersion(2, 17, 2), Month(2027, 3), Month(2028, 3)),
        new(36, new KedaVersion(2, 19, 0), Month(2027, 6), Month(2028, 6)),
        new(37, new KedaVersion(2, 19, 0), Month(2027, 10), Month(2028, 10)),
    ];

    /// <summary>The version of a cluster, or the next older one that is known; the oldest for one that is older than all.</summary>
    /// <param name="minor">The minor version of Kubernetes 1.</param>
    public static AksVersion Of(int minor) => All.LastOrDefault(version => version.Minor <= minor, All[0]);

    /// <summary>The minor version of a text such as <c>1.35</c> or <c>1.35.2</c>; null for another text, or none.</summary>
    /// <param name="kubernetesVersion">The text.</param>
    public static int? MinorOf(string? kubernetesVersion) =>
        Version.TryParse(kubernetesVersion, out var version) && version.Major == 1 ? version.Minor : null;

    private static DateOnly Month(int year, int month) => new(year, month, 1);
}
