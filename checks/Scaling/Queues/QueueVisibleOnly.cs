using KedaStack.Checks.Rules;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Scaling.Queues;

/// <summary>An app that counts visible messages only has time for those it works on.</summary>
internal sealed class QueueVisibleOnly() : Check(new()
{
    Id = "queue-visible-only-cooldown",
    Severity = Severity.Warning,
    Title = "An app that counts visible messages only has time for those it works on",
    Failure = "the app goes to 0 after cooldownPeriod while messages are being processed; they come back when they become visible again",
    Cause = "visibleonly counts what waits. A busy app with nothing waiting looks idle to KEDA.",
    Fix = "Set `cooldownPeriod` above the longest processing time, or leave `queueLengthStrategy` out, which counts what is being processed, too.",
    IsOnlyForFiles = true,
    About = [ResourceTypes.ScaledObject],
})
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack) =>
        from trigger in stack.Triggers
        where trigger.Type == "azure-queue" && trigger.Metadata("queueLengthStrategy") == "visibleonly"
            && Consumer.ReachesZero(trigger.ScaledObject) && trigger.ScaledObject.Inputs.At("spec.cooldownPeriod") is null
        select Found(
            trigger.ScaledObject,
            "spec.cooldownPeriod",
            "nothing, which is 300 s, with queueLengthStrategy visibleonly",
            "more than the longest time that a message takes, written out; or queueLengthStrategy all");
}
