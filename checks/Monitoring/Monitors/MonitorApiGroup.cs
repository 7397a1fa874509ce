using KedaStack.Checks.Rules;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Monitoring.Monitors;

/// <summary>ServiceMonitors and PodMonitors are of the group azmonitoring.coreos.com.</summary>
internal sealed class MonitorApiGroup() : Check(new()
{
    Id = "monitor-api-group",
    Severity = Severity.Error,
    Title = "ServiceMonitors and PodMonitors are of the group azmonitoring.coreos.com",
    Failure = "`no matches for kind \"ServiceMonitor\" in version \"monitoring.coreos.com/v1\"`; where another operator brought that kind, nothing at all, and no target",
    Cause = "Managed Prometheus has a group of its own and reads no other.",
    Fix = "Write `apiVersion: azmonitoring.coreos.com/v1`.",
})
{
    private const string ApiVersion = "azmonitoring.coreos.com/v1";

    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack) =>
        from monitor in stack.Objects
        where monitor.Type.EndsWith(":ServiceMonitor", StringComparison.Ordinal) || monitor.Type.EndsWith(":PodMonitor", StringComparison.Ordinal)
        // Files without a trigger on Azure Monitor may be for any Prometheus.
        where (stack.Files is null && !stack.Given.HasPrometheus) || stack.AsksAzureMonitor
        where monitor.Type != $"kubernetes:{ApiVersion}:{monitor.Type[(monitor.Type.LastIndexOf(':') + 1)..]}"
            || monitor.Inputs.Text("apiVersion") is not (null or ApiVersion)
        select Found(monitor, "apiVersion", monitor.Inputs.Shown("apiVersion"), ApiVersion);
}
