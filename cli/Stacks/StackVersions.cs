using System.Globalization;
using KedaStack.Infra.Settings;
using KedaStack.Scaling;
using KedaStack.Scaling.Hpa;
using KedaStack.Scaling.Keda;

namespace KedaStack.Cli.Stacks;

/// <summary>The versions that a stack runs, whose rules its scaling follows.</summary>
/// <param name="KubernetesMinor">The minor version of Kubernetes 1; the newest modelled one where the settings leave it to AKS.</param>
/// <param name="KedaMinor">The minor version of KEDA 2; the newest modelled one for another major version.</param>
internal sealed record StackVersions(int KubernetesMinor, int KedaMinor)
{
    // AKS binds the version of the add-on to that of Kubernetes
    // (https://learn.microsoft.com/azure/aks/supported-kubernetes-versions, component versions; read in November 2026).
    private static readonly (int Kubernetes, int Keda)[] _addOn = [(30, 11), (31, 14), (33, 16), (34, 17), (36, 19)];

    /// <summary>The newest that are modelled.</summary>
    public static StackVersions Newest { get; } = new(HpaSemantics.NewestMinor, KedaSemantics.NewestMinor);

    /// <summary>What they mean for the scaling.</summary>
    public ScalingSemantics Semantics { get; } = new()
    {
        Keda = KedaSemantics.ForVersion(KedaMinor),
        Hpa = HpaSemantics.ForKubernetes(KubernetesMinor),
    };

    /// <summary>The versions in a sentence; none when all rules are those of the newest ones.</summary>
    public IReadOnlyList<string> Notes => Semantics == ScalingSemantics.Default
        ? []
        : [string.Create(CultureInfo.InvariantCulture, $"Followed: the rules of KEDA 2.{KedaMinor} and Kubernetes 1.{KubernetesMinor}, as the settings say.")];

    /// <summary>Those of a stack's settings.</summary>
    public static StackVersions Of(StackSettings settings)
    {
        var kubernetes = Version.TryParse(settings.Cluster.KubernetesVersion, out var version) ? version.Minor : HpaSemantics.NewestMinor;
        return new StackVersions(
            kubernetes, settings.Keda.Installation == KedaInstallation.AddOn ? AddOn(kubernetes) : Chart(settings.Keda.ChartVersion));
    }

    private static int AddOn(int kubernetesMinor) =>
        _addOn.LastOrDefault(pair => pair.Kubernetes <= kubernetesMinor, _addOn[0]).Keda;

    // The chart has KEDA's own version.
    private static int Chart(string semanticVersion) =>
        Version.TryParse(semanticVersion.Split('-', '+')[0], out var version) && version.Major == 2 ? version.Minor : KedaSemantics.NewestMinor;
}
