using KedaStack.Checks.Rules;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Scaling.WithoutEffect;

/// <summary>cooldownPeriod is set only where the app scales to 0.</summary>
internal sealed class CooldownWithoutEffect() : Check(new()
{
    Id = "cooldown-without-effect",
    Severity = Severity.Warning,
    Title = "cooldownPeriod is set only where the app scales to 0",
    Failure = "scale-in takes about 5 minutes whatever cooldownPeriod says",
    Cause = "KEDA waits the cooldownPeriod before it goes from 1 to 0 (or to idleReplicaCount), and only then. With minReplicaCount of at least 1 the HPA decides on all scale-in, by its stabilization window (300 s) and policies.",
    Fix = "Use what has an effect: `advanced.horizontalPodAutoscalerConfig.behavior.scaleDown`, here the settings `scaleDownStabilizationWindowSeconds` and `scaleDownPolicies`. Or set `minReplicaCount` to 0.",
})
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack) =>
        from scaledObject in stack.OfType(ResourceTypes.ScaledObject)
        where scaledObject.Inputs.At("spec.cooldownPeriod") is not null && Activation.NeverHappens(scaledObject)
        select Found(
            scaledObject,
            "spec.cooldownPeriod",
            $"{scaledObject.Inputs.Shown("spec.cooldownPeriod")}, with minReplicaCount {scaledObject.Inputs.Shown("spec.minReplicaCount")}",
            "no cooldownPeriod; behavior.scaleDown acts instead");
}
