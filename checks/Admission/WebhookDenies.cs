using KedaStack.Checks.Rules;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Admission;

/// <summary>KEDA's admission webhook takes the ScaledObject.</summary>
internal sealed class WebhookDenies() : Check(new()
{
    Id = "webhook-denies",
    Severity = Severity.Error,
    Title = "KEDA's admission webhook takes the ScaledObject",
    Failure = "`admission webhook \"vscaledobject.kb.io\" denied the request: ...`, and nothing is created or changed; without the webhook the ScaledObject is not Ready",
    Cause = "The webhook compares the ScaledObject's parts with each other and with what else scales the target.",
    Fix = "What the message says. It speaks of the first mistake only; all are listed here.",
    IsOnlyForFiles = true,
    IsCluster = true,
    About = [ResourceTypes.ScaledObject],
})
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack) =>
        from scaledObject in stack.OfType(ResourceTypes.ScaledObject)
        where ApiServer.Refusals(scaledObject, stack).Count == 0
        from denial in ScaledObjectWebhook.Denials(scaledObject, stack)
        select Found(scaledObject, denial.Path, denial.Message.ReplaceLineEndings(" "), denial.Expected);
}
