using System.Globalization;
using KedaStack.Infra.Cluster;
using KedaStack.Infra.Settings;
using KedaStack.Scaling;
using KedaStack.Scaling.Hpa.Semantics;
using KedaStack.Scaling.Keda.Semantics;

namespace KedaStack.Resources.Workloads;

/// <summary>The versions that a stack runs, whose rules its scaling follows.</summary>
/// <param name="KubernetesMinor">The minor version of Kubernetes 1.</param>
/// <param name="Keda">The version of KEDA.</param>
internal sealed record StackVersions(int KubernetesMinor, KedaVersion Keda)
{
    private string? _assumption;

    /// <summary>Those that are followed where nothing is said.</summary>
    public static StackVersions Default { get; } = new(HpaSemantics.DefaultMinor, KedaVersion.Default);

    /// <summary>What they mean for the scaling.</summary>
    public ScalingSemantics Semantics { get; } = new()
    {
        Keda = Keda.Semantics,
        Hpa = HpaSemantics.ForKubernetes(KubernetesMinor),
    };

    /// <summary>The versions in sentences; none when all rules are those of the default.</summary>
    public IReadOnlyList<string> Notes => [.. Sentences()];

    /// <summary>Those of a stack's settings. Where they leave Kubernetes' to AKS, that of <see cref="HpaSemantics.DefaultMinor"/> is assumed.</summary>
    public static StackVersions Of(StackSettings settings)
    {
        var given = AksVersions.MinorOf(settings.Cluster.KubernetesVersion);
        var kubernetes = given ?? HpaSemantics.DefaultMinor;
        if (settings.Keda.Installation != KedaInstallation.AddOn)
        {
            return new StackVersions(kubernetes, KedaVersion.TryParse(settings.Keda.ChartVersion) ?? KedaVersion.Default);
        }

        var aks = AksVersions.Of(kubernetes);
        return new StackVersions(kubernetes, aks.Keda)
        {
            _assumption = given is null
                ? Invariant($"Assumed: AKS installs Kubernetes {aks.Name}, to which it binds the add-on's KEDA (kubernetesVersion).")
                : null,
        };
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private IEnumerable<string> Sentences()
    {
        if (_assumption is not null)
        {
            yield return _assumption;
        }

        if (Semantics != ScalingSemantics.Default)
        {
            yield return Invariant($"Followed: the rules of KEDA {Keda} and Kubernetes 1.{KubernetesMinor}, as the settings say.");
        }

        if (Keda.IsNewerThanModelled)
        {
            yield return Invariant($"Not modelled: KEDA {Keda}; the newest rules known, those of 2.{KedaSemantics.NewestMinor}, stand in for its own.");
        }

        if (KubernetesMinor > HpaSemantics.NewestMinor)
        {
            yield return Invariant(
                $"Not modelled: Kubernetes 1.{KubernetesMinor}; the newest rules known, those of 1.{HpaSemantics.NewestMinor}, stand in for its own.");
        }
    }
}
