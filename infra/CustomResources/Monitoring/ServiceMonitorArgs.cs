using Pulumi;
using Pulumi.Kubernetes.ApiExtensions;

namespace KedaStack.Infra.CustomResources.Monitoring;

/// <summary>
/// An <c>azmonitoring.coreos.com/v1</c> ServiceMonitor: which services managed Prometheus scrapes. One of the group
/// <c>monitoring.coreos.com</c> is ignored.
/// </summary>
public sealed class ServiceMonitorArgs : CustomResourceArgs
{
    /// <summary>An empty ServiceMonitor.</summary>
    public ServiceMonitorArgs()
        : base("azmonitoring.coreos.com/v1", "ServiceMonitor")
    {
    }

    /// <summary>Which services, and how.</summary>
    [Input("spec", required: true)]
    public Input<ServiceMonitorSpecArgs> Spec { get; set; } = null!;
}

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
