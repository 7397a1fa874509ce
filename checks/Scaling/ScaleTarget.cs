using KedaStack.Checks.Rules;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Scaling;

/// <summary>The ScaledObject's target exists in its namespace.</summary>
internal sealed class ScaleTarget() : Check(new()
{
    Id = "scale-target",
    Severity = Severity.Error,
    Title = "The ScaledObject's target exists in its namespace",
    Failure = "`deployments.apps \"...\" not found`; the ScaledObject is not Ready: `ScaledObjectCheckFailed`",
    Cause = "KEDA looks for the target in the ScaledObject's own namespace.",
    Fix = "Name a Deployment of the same namespace in `scaleTargetRef`.",
})
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack) =>
        from scaledObject in stack.OfType(ResourceTypes.ScaledObject)
        where stack.TargetOf(scaledObject) is null
        select Found(
            scaledObject,
            "spec.scaleTargetRef",
            $"{scaledObject.Inputs.Text("spec.scaleTargetRef.kind") ?? "Deployment"} {scaledObject.Inputs.Text("spec.scaleTargetRef.name")}",
            $"one of {string.Join(", ", stack.Pods.Where(pods => pods.Spec is not null && pods.Namespace == scaledObject.Namespace()).Select(pods => pods.Owner.ObjectName()))}");
}
