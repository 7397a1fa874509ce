using Pulumi;
using Pulumi.Kubernetes.ApiExtensions;

namespace KedaStack.Infra.Monitoring.Resources;

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
