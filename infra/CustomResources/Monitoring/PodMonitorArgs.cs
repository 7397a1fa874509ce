using Pulumi;
using Pulumi.Kubernetes.ApiExtensions;

namespace KedaStack.Infra.CustomResources.Monitoring;

/// <summary>An <c>azmonitoring.coreos.com/v1</c> PodMonitor: which pods managed Prometheus scrapes.</summary>
public sealed class PodMonitorArgs : CustomResourceArgs
{
    /// <summary>An empty PodMonitor.</summary>
    public PodMonitorArgs()
        : base("azmonitoring.coreos.com/v1", "PodMonitor")
    {
    }

    /// <summary>Which pods, and how.</summary>
    [Input("spec", required: true)]
    public Input<PodMonitorSpecArgs> Spec { get; set; } = null!;
}

/// <summary>The spec of a PodMonitor.</summary>
public sealed class PodMonitorSpecArgs : MonitorSpecArgs
{
    [Input("podMetricsEndpoints", required: true)]
    private InputList<MetricsEndpointArgs>? _podMetricsEndpoints;

    /// <summary>The ports of the pods.</summary>
    public InputList<MetricsEndpointArgs> PodMetricsEndpoints
    {
        get => _podMetricsEndpoints ??= [];
        set => _podMetricsEndpoints = value;
    }
}
