using KedaStack.Infra.Cluster;
using KedaStack.Infra.CustomResources.Monitoring;
using KedaStack.Infra.Hooks;
using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using CustomResource = Pulumi.Kubernetes.ApiExtensions.CustomResource;

namespace KedaStack.Infra.Monitoring;

/// <summary>
/// The scraping of what kube-state-metrics says about the HPAs of some namespaces: their conditions, and the metric value
/// that they see. The minimal ingestion profile of managed Prometheus drops both; what a ServiceMonitor of one's own
/// scrapes, it keeps (https://learn.microsoft.com/azure/azure-monitor/containers/prometheus-metrics-scrape-default).
/// Unlike the agent's settings, of which there is one ConfigMap for the whole cluster, this takes nothing from anybody.
/// </summary>
internal sealed class HpaStateMonitor : ComponentResource
{
    /// <summary>The <c>job</c> label of the scraping: the name of the Service that the monitoring add-on brings.</summary>
    public const string Job = "ama-metrics-ksm";

    /// <summary>The namespace of that Service.</summary>
    public const string ServiceNamespace = "kube-system";

    /// <summary>The conditions of an HPA: three series each, for true, false and unknown.</summary>
    public const string Condition = "kube_horizontalpodautoscaler_status_condition";

    /// <summary>The value of the metric that the HPA has read.</summary>
    public const string TargetMetric = "kube_horizontalpodautoscaler_status_target_metric";

    /// <summary>Creates the ServiceMonitor.</summary>
    /// <param name="name">The component's name.</param>
    /// <param name="ownNamespace">The namespace that the monitor is in.</param>
    /// <param name="scaled">The namespaces of what is scaled.</param>
    /// <param name="objects">The cluster's objects.</param>
    /// <param name="hooks">What to wait for.</param>
    /// <param name="options">The component's options.</param>
    public HpaStateMonitor(
        string name, Input<string> ownNamespace, IReadOnlyList<string> scaled, ClusterObjects objects, DeploymentHooks hooks, ComponentResourceOptions options)
        : base("kedastack:monitoring:HpaStateMonitor", name, options)
    {
        _ = new CustomResource("hpa-state", new ServiceMonitorArgs
        {
            Metadata = new ObjectMetaArgs { Name = "hpa-state", Namespace = ownNamespace },
            Spec = new ServiceMonitorSpecArgs
            {
                NamespaceSelector = new NamespaceSelectorArgs { MatchNames = { ServiceNamespace } },
                Selector = new LabelSelectorArgs { MatchLabels = { ["app.kubernetes.io/name"] = Job } },
                Endpoints =
                {
                    new MetricsEndpointArgs
                    {
                        Port = "http",
                        Path = "/metrics",
                        // The namespace of the series is the HPA's, not that of kube-state-metrics.
                        HonorLabels = true,
                        MetricRelabelings =
                        {
                            new RelabelingArgs
                            {
                                SourceLabels = { "__name__", "namespace" },
                                Regex = $"({Condition}|{TargetMetric});{(scaled is [var only] ? only : $"({string.Join('|', scaled)})")}",
                                Action = "keep",
                            },
                        },
                    },
                },
            },
        }, objects.Options(this, hooks.RetryWhileKindIsUnknown));

        RegisterOutputs();
    }
}
