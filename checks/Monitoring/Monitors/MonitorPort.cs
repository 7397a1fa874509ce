using KedaStack.Checks.Rules;
using KedaStack.Resources.Graph;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Monitoring.Monitors;

/// <summary>A ServiceMonitor's port is the name of a port of its Service, and a PodMonitor's that of a container.</summary>
internal sealed class MonitorPort() : Check(new()
{
    Id = "monitor-port",
    Severity = Severity.Error,
    Title = "A ServiceMonitor's port is the name of a port of its Service, and a PodMonitor's that of a container",
    Failure = "no targets in the agent's `/targets`, and an empty result of the query",
    Cause = "`port` is a name; a number is not a name. Ports of the Service count, not of the container.",
    Fix = "Name the Service's port and use that name; for KEDA's own metrics `prometheus.<component>.enabled` opens the port `metrics`.",
    About = [ResourceTypes.ServiceMonitor, ResourceTypes.PodMonitor, ResourceTypes.OtherServiceMonitor, ResourceTypes.OtherPodMonitor],
})
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack)
    {
        foreach (var monitor in stack.ServiceMonitors)
        {
            var names = MonitorSelection.Services(stack, monitor)
                .SelectMany(service => service.Inputs.Objects("spec.ports"))
                .Select(port => port.Text("name"))
                .ToHashSet();
            foreach (var finding in Unknown(monitor, "spec.endpoints", names))
            {
                yield return finding;
            }
        }

        foreach (var monitor in stack.PodMonitors)
        {
            var selected = MonitorSelection.PodsOf(stack, monitor).ToList();
            foreach (var pods in selected)
            {
                foreach (var finding in Unknown(monitor, "spec.podMetricsEndpoints", [.. pods.Ports.Select(port => port.Name)], pods))
                {
                    yield return finding;
                }
            }
        }
    }

    private IEnumerable<Finding> Unknown(GraphResource monitor, string path, HashSet<string?> names, PodGroup? pods = null)
    {
        var endpoints = monitor.Inputs.Objects(path);
        if (endpoints.Count == 0)
        {
            yield return Found(monitor, path, "no endpoint", "one");
        }

        for (var i = 0; i < endpoints.Count; i++)
        {
            // Nothing selected is another check's finding.
            if ((names.Count > 0 || pods is not null) && !names.Contains(endpoints[i].Text("port")))
            {
                var of = pods is null ? "" : $", of {LabelSelector.Shown(pods.Labels)}";
                yield return Found(monitor, $"{path}[{i}].port", endpoints[i].Shown("port"), $"one of {string.Join(", ", names.DefaultIfEmpty("no ports"))}{of}");
            }
        }
    }
}
