using KedaStack.Checks.Rules;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Monitoring.Monitors;

/// <summary>A ServiceMonitor selects a Service, and a PodMonitor selects pods.</summary>
internal sealed class MonitorSelector() : Check(new()
{
    Id = "monitor-selector",
    Severity = Severity.Error,
    Title = "A ServiceMonitor selects a Service, and a PodMonitor selects pods",
    Failure = "no pool `serviceMonitor/<namespace>/<name>/0` with targets in the agent's `/targets`, and an empty result of the query",
    Cause = "A ServiceMonitor's selector is compared with the labels of Services (not of pods), in its own namespace unless `namespaceSelector` says otherwise.",
    Fix = "Put the label on the Service's metadata, and the monitor into its namespace.",
    About = [ResourceTypes.ServiceMonitor, ResourceTypes.PodMonitor, ResourceTypes.OtherServiceMonitor, ResourceTypes.OtherPodMonitor],
})
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack)
    {
        // Services of the cluster itself, such as those of add-ons, are not in the preview.
        foreach (var monitor in stack.ServiceMonitors.Where(monitor =>
            !MonitorSelection.IsElsewhere(stack, monitor) && !MonitorSelection.Services(stack, monitor).Any()))
        {
            var services = stack.OfType(ResourceTypes.Service).Select(service => $"{service.NamespaceInWords()}: {LabelSelector.Shown(service.Labels())}");
            yield return Absent(
                monitor, "spec.selector", $"{monitor.Inputs.Shown("spec.selector")} in {monitor.NamespaceInWords()}", $"labels of a Service: {string.Join("; ", services)}");
        }

        foreach (var monitor in stack.PodMonitors.Where(monitor =>
            !MonitorSelection.PodsOf(stack, monitor).Any()))
        {
            yield return Absent(monitor, "spec.selector", $"{monitor.Inputs.Shown("spec.selector")} in {monitor.NamespaceInWords()}", "labels of pods");
        }
    }
}
