using KedaStack.Infra.CustomResources.Monitoring;
using KedaStack.Infra.Settings.Workloads;
using KedaStack.Scaling.Quantities;
using Pulumi.Kubernetes.ApiExtensions;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace KedaStack.Infra.Workloads;

/// <summary>The monitor of a workload: of its Service where it says one, else of its pods.</summary>
internal static class WorkloadMonitor
{
    private static readonly TimeSpan _timeout = TimeSpan.FromSeconds(10);

    /// <summary>The ServiceMonitor or PodMonitor.</summary>
    /// <param name="workload">The workload.</param>
    /// <param name="scrape">How it is scraped.</param>
    /// <param name="group">Who reads the monitor.</param>
    public static CustomResourceArgs Create(ScaledWorkloadSettings workload, ScrapeSettings scrape, MonitorGroup group)
    {
        var metadata = MonitorMetadata.Create(workload.Name, workload.Namespace, scrape.Labels);
        var selector = new LabelSelectorArgs { MatchLabels = scrape.Selector.ToDictionary() };
        var endpoint = new MetricsEndpointArgs
        {
            Port = scrape.Port,
            Path = scrape.Path,
            Interval = PrometheusDuration.Format(scrape.Interval),
            ScrapeTimeout = PrometheusDuration.Format(scrape.Interval < _timeout ? scrape.Interval : _timeout),
        };
        return scrape.Service is null
            ? new PodMonitorArgs(group)
            {
                Metadata = metadata,
                Spec = new PodMonitorSpecArgs(group) { Selector = selector, PodMetricsEndpoints = { endpoint } },
            }
            : new ServiceMonitorArgs(group)
            {
                Metadata = metadata,
                Spec = new ServiceMonitorSpecArgs(group) { Selector = selector, Endpoints = { endpoint } },
            };
    }
}
