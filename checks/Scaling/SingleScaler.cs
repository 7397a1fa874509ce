using KedaStack.Checks.Rules;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Scaling;

/// <summary>Only one ScaledObject or HorizontalPodAutoscaler scales a workload.</summary>
internal sealed class SingleScaler() : Check(new()
{
    Id = "single-scaler",
    Severity = Severity.Error,
    Title = "Only one ScaledObject or HorizontalPodAutoscaler scales a workload",
    Failure = "`the workload '...' of type 'apps/v1.Deployment' is already managed by the ScaledObject '...'` (or by the hpa)",
    Cause = "Two autoscalers undo each other; KEDA's webhook refuses the second.",
    Fix = "Put all triggers into one ScaledObject.",
})
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack)
    {
        var scalers = stack.OfType(ResourceTypes.ScaledObject).Concat(stack.OfType(ResourceTypes.Autoscaler));
        // Of files, the webhook's own words say what a ScaledObject meets, and the same object twice is one object.
        return from sameTarget in scalers.GroupBy(ScaledTarget.Of)
               where stack.Files is null || sameTarget.All(scaler => scaler.Type == ResourceTypes.Autoscaler)
               from second in sameTarget.Skip(1)
               where stack.Files is null || second.ObjectName() != sameTarget.First().ObjectName()
               select Found(second, "spec.scaleTargetRef.name", $"{sameTarget.Key.Name}, which {sameTarget.First().Name} scales, too", "a target of its own");
    }
}
