using KedaStack.Checks.Rules;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Workload;

/// <summary>The preStop hook ends well before the grace period.</summary>
internal sealed class GracePeriod() : Check(new()
{
    Id = "grace-period",
    Severity = Severity.Warning,
    Title = "The preStop hook ends well before the grace period",
    Failure = "requests cut off at each scale-in: the container is killed while it drains",
    Cause = "The grace period runs from the beginning of the preStop hook.",
    Fix = "Make `terminationGracePeriodSeconds` at least twice the hook's sleep.",
    About = [ResourceTypes.Deployment, ResourceTypes.StatefulSet, ResourceTypes.DaemonSet],
})
{
    private const decimal DefaultSeconds = 30;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack) =>
        from pods in stack.Pods
        from container in pods.Containers
        let sleep = container.Number("lifecycle.preStop.sleep.seconds")
        let grace = pods.Spec.Number("terminationGracePeriodSeconds") ?? DefaultSeconds
        where sleep * 2 > grace
        select Found(pods.Owner, "spec.template.spec.terminationGracePeriodSeconds", $"{grace}, with a preStop sleep of {sleep}", $"at least {sleep * 2}");
}
