using KedaStack.Checks.Rules;
using KedaStack.Resources.Graph;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Workload.Network;

/// <summary>A Service selects pods of its namespace.</summary>
internal sealed class ServiceSelector() : Check(new()
{
    Id = "service-selector",
    Severity = Severity.Error,
    Title = "A Service selects pods of its namespace",
    Failure = "no endpoints: requests fail with `connection refused`, no target is scraped, and the query's result is empty",
    Cause = "A Service's selector is compared with the labels of pods, in its own namespace only.",
    Fix = "Use the labels of the pod template.",
    About = [ResourceTypes.Service],
})
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack) =>
        // Without a selector it is somebody else who writes its EndpointSlices.
        from service in stack.OfType(ResourceTypes.Service)
        where service.Inputs.At("spec.externalName") is null && (stack.Files is null || !service.Inputs.Map("spec.selector").IsEmpty)
        where !MonitorSelection.Pods(stack, service).Any()
        select Absent(
            service,
            "spec.selector",
            LabelSelector.Shown(service.Inputs.Map("spec.selector")),
            Expected(stack, service));

    private static string Expected(StackView stack, GraphResource service)
    {
        var labels = stack.PodsIn(service.Namespace()).Select(pods => LabelSelector.Shown(pods.Labels)).ToList();
        return labels.Count == 0 ? $"labels of pods in {service.NamespaceInWords()}" : $"labels of pods in {service.NamespaceInWords()}: {string.Join(" or ", labels)}";
    }
}
