using System.Globalization;
using KedaStack.Infra.Settings;
using KedaStack.Scaling;
using KedaStack.Scaling.Hpa;
using KedaStack.Scaling.Keda;

namespace KedaStack.Cli.Stacks;

/// <summary>The versions that a stack runs, whose rules its scaling follows.</summary>
/// <param name="KubernetesMinor">The minor version of Kubernetes 1; null where the settings leave it to AKS.</param>
/// <param name="KedaMinor">The minor version of KEDA 2; null for another major version.</param>
internal sealed record StackVersions(int? KubernetesMinor, int? KedaMinor)
{
    // AKS binds the version of the add-on to that of Kubernetes
    // (https://learn.microsoft.com/azure/aks/supported-kubernetes-versions, component versions; read in November 2026).
    private static readonly (int Kubernetes, int Keda)[] _addOn = [(30, 11), (31, 14), (33, 16), (34, 17), (36, 19)];
    private const int DefaultKubernetesMinor = 35;

    /// <summary>What they mean for the scaling.</summary>
    public ScalingSemantics Semantics { get; } = new()
    {
        Keda = KedaMinor is { } keda ? KedaSemantics.ForVersion(keda) : KedaSemantics.Default,
        Hpa = KubernetesMinor is { } kubernetes ? HpaSemantics.ForKubernetes(kubernetes) : HpaSemantics.Default,
    };

    /// <summary>The versions in words; null when all rules are those of the newest ones that are modelled.</summary>
    public string? Text => Semantics == ScalingSemantics.Default
        ? null
        : string.Create(CultureInfo.InvariantCulture, $"the rules of KEDA 2.{KedaMinor} and Kubernetes 1.{KubernetesMinor ?? DefaultKubernetesMinor}, as the settings say");

    /// <summary>Those of a stack's settings.</summary>
    public static StackVersions Of(StackSettings settings)
    {
        var kubernetes = Version.TryParse(settings.Cluster.KubernetesVersion, out var version) ? version.Minor : default(int?);
        return new StackVersions(kubernetes, settings.Keda.Installation == KedaInstallation.AddOn
            ? AddOn(kubernetes ?? DefaultKubernetesMinor)
            : Chart(settings.Keda.ChartVersion));
    }

    private static int AddOn(int kubernetesMinor) =>
        _addOn.LastOrDefault(pair => pair.Kubernetes <= kubernetesMinor, _addOn[0]).Keda;

    // The chart has KEDA's own version.
    private static int? Chart(string semanticVersion) =>
        Version.TryParse(semanticVersion.Split('-', '+')[0], out var version) && version.Major == 2 ? version.Minor : null;
}
