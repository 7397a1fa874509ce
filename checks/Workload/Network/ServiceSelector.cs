using KedaStack.Checks.Rules;
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
        from service in stack.OfType(ResourceTypes.Service)
        where service.Inputs.At("spec.externalName") is null && !MonitorSelection.Pods(stack, service).Any()
        select Absent(
            service,
            "spec.selector",
            LabelSelector.Shown(service.Inputs.Map("spec.selector")),
            $"labels of pods in {service.Namespace()}: {string.Join(" or ", stack.Pods.Where(pods => pods.Namespace == service.Namespace()).Select(pods => LabelSelector.Shown(pods.Labels)))}");
}
