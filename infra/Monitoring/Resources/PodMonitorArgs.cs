using Pulumi;
using Pulumi.Kubernetes.ApiExtensions;

namespace KedaStack.Infra.Monitoring.Resources;

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
