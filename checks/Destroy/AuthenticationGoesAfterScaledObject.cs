using KedaStack.Checks.Rules;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Destroy;

/// <summary>A ScaledObject depends on its TriggerAuthentication.</summary>
internal sealed class AuthenticationGoesAfterScaledObject() : Check(new()
{
    Id = "authentication-goes-after-scaled-object",
    Severity = Severity.Error,
    Title = "A ScaledObject depends on its TriggerAuthentication",
    Failure = "`triggerauthentications.keda.sh \"...\" not found` at the beginning; at the end the operator keeps on looking for it while it removes the ScaledObject's finalizer",
    Cause = "The two know each other by name only, which gives Pulumi no order.",
    Fix = "Let the ScaledObject depend on the TriggerAuthentication.",
    NotForFiles = CheckInfo.NoPulumi,
})
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack) =>
        from trigger in stack.PrometheusTriggers
        let authentication = trigger.Authentication(stack)
        where authentication is not null && !stack.Dependencies.Needs(trigger.ScaledObject, authentication)
        select Found(trigger.ScaledObject, "", $"no dependency on {authentication.Name}", $"DependsOn {authentication.Name}");
}
