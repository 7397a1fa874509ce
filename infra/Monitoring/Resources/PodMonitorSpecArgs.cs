using Pulumi;

namespace KedaStack.Infra.Monitoring.Resources;

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
