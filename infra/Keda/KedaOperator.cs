using KedaStack.Infra.Cluster;
using KedaStack.Infra.CustomResources.Monitoring;
using KedaStack.Infra.Hooks;
using KedaStack.Infra.Identity;
using KedaStack.Infra.Settings;
using Pulumi;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Helm.V3;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Helm.V3;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using CustomResource = Pulumi.Kubernetes.ApiExtensions.CustomResource;

namespace KedaStack.Infra.Keda;

/// <summary>KEDA from its Helm chart, and the scraping of its own metrics.</summary>
internal sealed class KedaOperator : ComponentResource
{
    /// <summary>The name of the PodMonitor; behind the namespace and a slash, the <c>job</c> of KEDA's own metrics.</summary>
    public const string MonitorName = "keda";

    /// <summary>The name of the Helm release.</summary>
    public const string ReleaseName = "keda";

    private const string ChartRepository = "https://kedacore.github.io/charts";

    // The operator writes the certificates that the other two wait for, which takes the first install a minute or two.
    private const int ReleaseTimeoutSeconds = 600;

    /// <summary>Installs KEDA.</summary>
    public KedaOperator(
        string name,
        KedaSettings settings,
        KedaIdentity? identity,
        MonitorGroup monitors,
        IReadOnlyDictionary<string, string> monitorLabels,
        ClusterObjects objects,
        DeploymentHooks hooks,
        ComponentResourceOptions options)
        : base("kedastack:keda:KedaOperator", name, options)
    {
        var ns = new Namespace("keda", new NamespaceArgs
        {
            Metadata = new ObjectMetaArgs
            {
                Name = settings.Namespace,
                Labels = { ["pod-security.kubernetes.io/enforce"] = "restricted" },
            },
        }, objects.Options(this, hooks.RetryWhileForbidden));
        var namespaceName = ns.Metadata.Apply(metadata => metadata.Name);

        var release = new Release("keda", new ReleaseArgs
        {
            Name = ReleaseName,
            Namespace = namespaceName,
            Chart = "keda",
            Version = settings.ChartVersion,
            RepositoryOpts = new RepositoryOptsArgs { Repo = ChartRepository },
            Timeout = ReleaseTimeoutSeconds,
            Atomic = true,
            CleanupOnFail = true,
            Values = KedaChartValues.Create(identity),
        }, objects.Options(this));

        _ = new CustomResource("keda-metrics", new PodMonitorArgs(monitors)
        {
            Metadata = MonitorMetadata.Create(MonitorName, namespaceName, monitorLabels),
            Spec = new PodMonitorSpecArgs(monitors)
            {
                Selector = new LabelSelectorArgs
                {
                    MatchExpressions =
                    {
                        new LabelSelectorRequirementArgs
                        {
                            Key = "app",
                            Operator = "In",
                            Values = { "keda-operator", "keda-operator-metrics-apiserver", "keda-admission-webhooks" },
                        },
                    },
                },
                PodMetricsEndpoints = { new MetricsEndpointArgs { Port = "metrics", Path = "/metrics" } },
            },
        }, objects.Options(this, hooks.RetryWhileKindIsUnknown));

        Release = release;
        RegisterOutputs();
    }

    /// <summary>The release: KEDA's custom resource definitions and the operator that removes their finalizers.</summary>
    public Release Release { get; }
}
