using KedaStack.Checks.Rules;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Workload.Health;

/// <summary>What is scaled has a readiness probe.</summary>
internal sealed class ReadinessProbe() : Check(new()
{
    Id = "readiness-probe",
    Severity = Severity.Warning,
    Title = "What is scaled has a readiness probe",
    Failure = "failed requests at each scale-out, and at each start of a rolling update",
    Cause = "Without the probe a pod gets requests as soon as its container runs, before the app listens.",
    Fix = "Add a `readinessProbe` to the container that serves.",
    About = [ResourceTypes.ScaledObject],
})
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack) =>
        from scaledObject in stack.OfType(ResourceTypes.ScaledObject)
        let pods = stack.TargetOf(scaledObject)
        where pods is not null && pods.Ports.Count > 0 && pods.Containers.All(container => container["readinessProbe"] is null)
        select Found(pods.Owner, "spec.template.spec.containers", "no readiness probe", "one");
}
