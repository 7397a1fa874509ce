using KedaStack.Checks.Rules;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Scaling.Replicas;

/// <summary>idleReplicaCount is 0 or left out.</summary>
internal sealed class IdleReplicas() : Check(new()
{
    Id = "idle-replicas",
    Severity = Severity.Warning,
    Title = "idleReplicaCount is 0 or left out",
    Failure = "replicas that flap between idleReplicaCount and minReplicaCount",
    Cause = "The HPA pulls anything between 0 and its minimum up to the minimum at its next sync; only at 0 does it rest.",
    Fix = "Set `idleReplicaCount` to 0 or leave it out.",
    About = [ResourceTypes.ScaledObject],
})
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack) =>
        from scaledObject in stack.OfType(ResourceTypes.ScaledObject)
        let idle = scaledObject.Inputs.Number("spec.idleReplicaCount")
        where idle > 0
        select Found(scaledObject, "spec.idleReplicaCount", $"{idle}", "0 or none");
}
