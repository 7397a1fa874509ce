using KedaStack.Checks.Rules;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Scaling.WithoutEffect;

/// <summary>activationThreshold is set only where the app scales to 0.</summary>
internal sealed class ActivationWithoutEffect() : Check(new()
{
    Id = "activation-without-effect",
    Severity = Severity.Warning,
    Title = "activationThreshold is set only where the app scales to 0",
    Failure = "scaling is as before, whatever activationThreshold says",
    Cause = "The activation threshold decides between 0 and 1 replica; with minReplicaCount of at least 1 there is nothing to decide.",
    Fix = "Use what has an effect: `threshold`. Or set `minReplicaCount` to 0.",
    About = [ResourceTypes.ScaledObject],
})
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack) =>
        from trigger in stack.PrometheusTriggers
        where trigger.Metadata("activationThreshold") is not (null or "0") && Activation.NeverHappens(trigger.ScaledObject)
        select Found(
            trigger.ScaledObject, trigger.MetadataPath("activationThreshold"), trigger.Metadata("activationThreshold"), "none or 0; the threshold acts instead");
}
