using KedaStack.Checks.Rules;
using KedaStack.Resources.Graph;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Monitoring.Monitors;

/// <summary>An app that scales on its own metric is scraped.</summary>
internal sealed class MonitorMissing() : Check(new()
{
    Id = "monitor-missing",
    Severity = Severity.Error,
    Title = "An app that scales on its own metric is scraped",
    Failure = "`prometheus metrics 'prometheus' target may be lost, the result is empty`",
    Cause = "Managed Prometheus scrapes nothing but its own targets and what ServiceMonitors and PodMonitors name.",
    Fix = "Make a ServiceMonitor of the group azmonitoring.coreos.com for the app's Service.",
})
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack) =>
        from selected in stack.TriggerSelectors.Where(selected => selected.IsOwnMetric).DistinctBy(selected => selected.Pods.Owner.Urn)
        where !stack.Objects.Any(monitor => IsMonitor(monitor) && !MonitorSelection.IsElsewhere(stack, monitor) && !ScrapesOthers(stack, monitor))
        select Absent(selected.Pods.Owner, "", "no ServiceMonitor and no PodMonitor", $"one, since {selected.Selector.Metric} is its metric");

    private static bool IsMonitor(GraphResource resource) =>
        resource.Type.EndsWith(":ServiceMonitor", StringComparison.Ordinal) || resource.Type.EndsWith(":PodMonitor", StringComparison.Ordinal);

    private static bool ScrapesOthers(StackView stack, GraphResource monitor) =>
        stack.OfType(ResourceTypes.HelmRelease).Any(release => release.Inputs.Text("namespace") == monitor.Namespace());
}
