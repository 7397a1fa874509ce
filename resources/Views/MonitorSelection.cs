using KedaStack.Resources.Graph;
using KedaStack.Resources.Objects;

namespace KedaStack.Resources.Views;

/// <summary>What ServiceMonitors, PodMonitors and Services select.</summary>
internal static class MonitorSelection
{
    /// <summary>The Services that a ServiceMonitor selects.</summary>
    public static IEnumerable<GraphResource> Services(StackView stack, GraphResource monitor) =>
        stack.OfType(ResourceTypes.Service).Where(service => Selects(monitor, service.Namespace(), service.Labels()));

    /// <summary>The pods that a Service selects.</summary>
    public static IEnumerable<PodGroup> Pods(StackView stack, GraphResource service)
    {
        var selector = service.Inputs.Map("spec.selector");
        return selector.IsEmpty
            ? []
            : stack.Pods.Where(pods => pods.Namespace == service.Namespace() && LabelSelector.Matches(selector, pods.Labels));
    }

    /// <summary>Whether a monitor selects an object with these labels.</summary>
    public static bool Selects(GraphResource monitor, string ns, IReadOnlyDictionary<string, string> labels) =>
        InNamespace(monitor, ns) && LabelSelector.Matches(monitor.Inputs.At("spec.selector"), labels);

    /// <summary>Whether a monitor names namespaces to look in, none of which is the stack's.</summary>
    public static bool IsElsewhere(StackView stack, GraphResource monitor) =>
        monitor.Inputs.Texts("spec.namespaceSelector.matchNames") is { Count: > 0 } names
        && !stack.OfType(ResourceTypes.Namespace).Select(ns => ns.ObjectName()).Intersect(names).Any();

    private static bool InNamespace(GraphResource monitor, string ns)
    {
        var names = monitor.Inputs.Texts("spec.namespaceSelector.matchNames");
        return monitor.Inputs.IsTrue("spec.namespaceSelector.any") || (names.Count > 0 ? names.Contains(ns) : monitor.Namespace() == ns);
    }
}
