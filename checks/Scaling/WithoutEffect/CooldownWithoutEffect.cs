using KedaStack.Checks.Rules;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Scaling.WithoutEffect;

/// <summary>cooldownPeriod is set only where the app scales to 0.</summary>
internal sealed class CooldownWithoutEffect() : Check(new()
{
    Id = "cooldown-without-effect",
    Severity = Severity.Information,
    Title = "cooldownPeriod is set only where the app scales to 0",
    Failure = "a warning of KEDA's webhook when the ScaledObject is applied (since KEDA 2.20); scale-in takes about 5 minutes whatever cooldownPeriod says",
    Cause = "KEDA waits the cooldownPeriod before it goes from 1 to 0 (or to idleReplicaCount), and only then. With minReplicaCount of at least 1 the HPA decides on all scale-in, by its stabilization window (300 s) and policies.",
    Fix = "Use what has an effect: `advanced.horizontalPodAutoscalerConfig.behavior.scaleDown`, here the settings `scaleDownStabilizationWindowSeconds` and `scaleDownPolicies`. Or set `minReplicaCount` to 0. It may stay: the demo that this stack began with sets it.",
    FixInFiles = "Use what has an effect: `advanced.horizontalPodAutoscalerConfig.behavior.scaleDown`. Or set `minReplicaCount` to 0. It may stay: it does no harm.",
    About = [ResourceTypes.ScaledObject],
})
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack) =>
        from scaledObject in stack.OfType(ResourceTypes.ScaledObject)
        let warning = AdmissionWords.OfCooldownPeriod(stack, scaledObject)
        let hasNoEffect = scaledObject.Inputs.At("spec.cooldownPeriod") is not null && Activation.NeverHappens(scaledObject)
        where hasNoEffect || warning is not null
        select Found(
            scaledObject,
            "spec.cooldownPeriod",
            AdmissionWords.Quote($"{scaledObject.Inputs.Shown("spec.cooldownPeriod")}, with minReplicaCount {scaledObject.Inputs.Shown("spec.minReplicaCount")}", warning),
            hasNoEffect ? "no cooldownPeriod; behavior.scaleDown acts instead" : "the same: it acts on the way to idleReplicaCount, which KEDA before 2.21 leaves out");
}
