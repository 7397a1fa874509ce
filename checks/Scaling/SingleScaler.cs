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
        return from sameTarget in scalers.GroupBy(scaler => (
                   scaler.Namespace(), scaler.Inputs.Text("spec.scaleTargetRef.kind") ?? "Deployment", scaler.Inputs.Text("spec.scaleTargetRef.name")))
               from second in sameTarget.Skip(1)
               select Found(second, "spec.scaleTargetRef.name", $"{sameTarget.Key.Item3}, which {sameTarget.First().Name} scales, too", "a target of its own");
    }
}
