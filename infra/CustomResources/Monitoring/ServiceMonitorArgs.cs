using Pulumi;
using Pulumi.Kubernetes.ApiExtensions;

namespace KedaStack.Infra.CustomResources.Monitoring;

/// <summary>
/// A ServiceMonitor: which services are scraped. Managed Prometheus reads those of <c>azmonitoring.coreos.com</c> and
/// ignores those of <c>monitoring.coreos.com</c>, which the Prometheus operator reads.
/// </summary>
public sealed class ServiceMonitorArgs : CustomResourceArgs
{
    /// <summary>An empty ServiceMonitor.</summary>
    /// <param name="group">Who reads it.</param>
    public ServiceMonitorArgs(MonitorGroup group = MonitorGroup.AzureMonitor)
        : base(group.ApiVersion(), "ServiceMonitor")
    {
    }

    /// <summary>Which services, and how.</summary>
    [Input("spec", required: true)]
    public Input<ServiceMonitorSpecArgs> Spec { get; set; } = null!;
}

/// <summary>The spec of a ServiceMonitor.</summary>
/// <param name="group">Who reads it.</param>
public sealed class ServiceMonitorSpecArgs(MonitorGroup group = MonitorGroup.AzureMonitor) : MonitorSpecArgs(group)
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
