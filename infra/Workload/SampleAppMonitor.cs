using KedaStack.Infra.Cluster;
using KedaStack.Infra.CustomResources.Monitoring;
using KedaStack.Infra.Hooks;
using KedaStack.Scaling;
using KedaStack.Scaling.Prometheus;
using KedaStack.Scaling.Quantities;
using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using CustomResource = Pulumi.Kubernetes.ApiExtensions.CustomResource;

namespace KedaStack.Infra.Workload;

/// <summary>The scraping of the sample app by managed Prometheus, and the query for what it scraped.</summary>
internal sealed class SampleAppMonitor : ComponentResource
{
    private static readonly TimeSpan _scrapeTimeout = TimeSpan.FromSeconds(10);

    /// <summary>Creates the ServiceMonitor.</summary>
    public SampleAppMonitor(
        string name,
        ScalingSettings scaling,
        MonitorGroup monitors,
        IReadOnlyDictionary<string, string> monitorLabels,
        SampleApp app,
        ClusterObjects objects,
        DeploymentHooks hooks,
        ComponentResourceOptions options)
        : base("kedastack:workload:SampleAppMonitor", name, options)
    {
        var timeout = scaling.ScrapeInterval < _scrapeTimeout ? scaling.ScrapeInterval : _scrapeTimeout;
        _ = new CustomResource("service-monitor", new ServiceMonitorArgs(monitors)
        {
            Metadata = MonitorMetadata.Create(SampleApp.AppName, app.Namespace, monitorLabels),
            Spec = new ServiceMonitorSpecArgs(monitors)
            {
                Selector = new LabelSelectorArgs { MatchLabels = RestrictedPod.Labels(SampleApp.AppName) },
                Endpoints =
                {
                    new MetricsEndpointArgs
                    {
                        Port = SampleApp.PortName,
                        Path = "/metrics",
                        Interval = PrometheusDuration.Format(scaling.ScrapeInterval),
                        ScrapeTimeout = PrometheusDuration.Format(timeout),
                    },
                },
            },
        }, objects.Options(this, hooks.RetryWhileKindIsUnknown));

        RegisterOutputs();
    }

    /// <summary>
    /// The query for the app's own request rate: a workspace may hold other clusters and a namespace other apps. The
    /// labels are those that scraping a Service adds; there is none for a Deployment.
    /// </summary>
    /// <param name="cluster">The value of the label <c>cluster</c>; null where the series of one cluster are alone.</param>
    /// <param name="appNamespace">The app's namespace.</param>
    /// <param name="window">The rate window.</param>
    public static RequestRateQuery Query(string? cluster, string appNamespace, TimeSpan window) =>
        new(SampleApp.RequestCounter, Labels(cluster, appNamespace), window);

    /// <summary>The labels of everything that is scraped from the app.</summary>
    /// <param name="cluster">The value of the label <c>cluster</c>; null where the series of one cluster are alone.</param>
    /// <param name="appNamespace">The app's namespace.</param>
    public static IReadOnlyList<LabelMatcher> Labels(string? cluster, string appNamespace) =>
    [
        .. cluster is null ? [] : (LabelMatcher[])[new("cluster", cluster)],
        new LabelMatcher("namespace", appNamespace),
        new LabelMatcher("job", SampleApp.AppName),
    ];
}
