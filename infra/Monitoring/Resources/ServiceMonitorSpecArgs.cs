using Pulumi;

namespace KedaStack.Infra.Monitoring.Resources;

/// <summary>The spec of a ServiceMonitor.</summary>
public sealed class ServiceMonitorSpecArgs : MonitorSpecArgs
{
    [Input("endpoints", required: true)]
    private InputList<MetricsEndpointArgs>? _endpoints;

    /// <summary>The ports of the services.</summary>
    public InputList<MetricsEndpointArgs> Endpoints
    {
        get => _endpoints ??= [];
        set => _endpoints = value;
    }
}
