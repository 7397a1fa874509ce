using Pulumi;
using Pulumi.Kubernetes.ApiExtensions;

namespace KedaStack.Infra.CustomResources.Monitoring;

/// <summary>A PodMonitor: which pods are scraped.</summary>
public sealed class PodMonitorArgs : CustomResourceArgs
{
    /// <summary>An empty PodMonitor.</summary>
    /// <param name="group">Who reads it.</param>
    public PodMonitorArgs(MonitorGroup group = MonitorGroup.AzureMonitor)
        : base(group.ApiVersion(), "PodMonitor")
    {
    }

    /// <summary>Which pods, and how.</summary>
    [Input("spec", required: true)]
    public Input<PodMonitorSpecArgs> Spec { get; set; } = null!;
}

/// <summary>The spec of a PodMonitor.</summary>
/// <param name="group">Who reads it.</param>
public sealed class PodMonitorSpecArgs(MonitorGroup group = MonitorGroup.AzureMonitor) : MonitorSpecArgs(group)
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
