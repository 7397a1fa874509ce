using KedaStack.Resources.Graph;
using KedaStack.Resources.Objects;

namespace KedaStack.Resources.Views;

/// <summary>What ServiceMonitors, PodMonitors and Services select.</summary>
internal static class MonitorSelection
{
    /// <summary>The Services that a ServiceMonitor selects.</summary>
    public static IEnumerable<GraphResource> Services(StackView stack, GraphResource monitor)
    {
        var (selector, labels) = (monitor.Inputs.At("spec.selector"), monitor.Inputs.Map("spec.selector.matchLabels"));
        return Namespaces(monitor) is { } names ? names.SelectMany(stack.ServicesIn).Where(Selected) : stack.OfType(ResourceTypes.Service).Where(Selected);

        // Labels first: they tell most apart.
        bool Selected(GraphResource service) =>
            LabelSelector.Matches(labels, stack.LabelsOf(service)) && LabelSelector.Matches(selector, stack.LabelsOf(service));
    }

    /// <summary>The pods that a Service selects.</summary>
    public static IEnumerable<PodGroup> Pods(StackView stack, GraphResource service)
    {
        var selector = service.Inputs.Map("spec.selector");
        return selector.IsEmpty
            ? []
            : stack.PodsIn(service.Namespace()).Where(pods => LabelSelector.Matches(selector, pods.Labels));
    }

    /// <summary>The pods that a PodMonitor selects.</summary>
    public static IEnumerable<PodGroup> PodsOf(StackView stack, GraphResource monitor)
    {
        var selector = monitor.Inputs.At("spec.selector");
        return (Namespaces(monitor)?.SelectMany(stack.PodsIn) ?? stack.Pods).Where(pods => LabelSelector.Matches(selector, pods.Labels));
    }

    /// <summary>Whether a monitor names namespaces to look in, none of which is the stack's.</summary>
    public static bool IsElsewhere(StackView stack, GraphResource monitor) =>
        monitor.Inputs.Texts("spec.namespaceSelector.matchNames") is { Count: > 0 } names
        && !stack.OfType(ResourceTypes.Namespace).Select(ns => ns.ObjectName()).Intersect(names).Any();

    /// <summary>The namespaces that a monitor looks in; null for all.</summary>
    private static IReadOnlyList<string>? Namespaces(GraphResource monitor) =>
        monitor.Inputs.IsTrue("spec.namespaceSelector.any") ? null
        : monitor.Inputs.Texts("spec.namespaceSelector.matchNames") is { Count: > 0 } names ? names
        : [monitor.Namespace()];
}
