using System.Globalization;
using KedaStack.Checks.Rules;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;
using KedaStack.Resources.Writing;

namespace KedaStack.Checks.Scaling.Queues;

/// <summary>The activation of an Event Hubs trigger is above what stays without a checkpoint.</summary>
internal sealed class HubActivation() : Check(new()
{
    Id = "hub-activation-below-checkpoint-batch",
    Severity = Severity.Warning,
    Title = "The activation of an Event Hubs trigger is above what stays without a checkpoint",
    Failure = "the app never goes to 0, though nothing arrives",
    Cause = "KEDA counts the events after the last checkpoint. An app that writes one only every N events, or on a timer, leaves some that it has read.",
    Fix = "Set `activationUnprocessedEventThreshold` to what stays, or write a checkpoint when nothing is left to read.",
    IsOnlyForFiles = true,
    About = [ResourceTypes.ScaledObject],
})
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack) =>
        from trigger in stack.Triggers
        where trigger.Type == "azure-eventhub" && Consumer.ReachesZero(trigger.ScaledObject)
        let activation = long.TryParse(trigger.Metadata(Key) ?? "0", NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : (long?)null
        let checkpoint = Consumer.Of(trigger.ScaledObject, stack).Checkpoint
        where checkpoint is var (_, every) ? every > activation : activation == 0
        select Found(
            trigger.ScaledObject,
            trigger.MetadataPath(Key),
            checkpoint is var (name, count)
                ? FormattableString.Invariant($"{activation}, and the app writes a checkpoint every {(count == 1 ? "event" : Shown.Count(count, "event"))} ({name})")
                : "0, where an app that writes a checkpoint every N events leaves up to N - 1 uncounted",
            checkpoint is var (_, least) ? FormattableString.Invariant($"{least} or more") : "the number of events between two checkpoints of a partition, times the partitions") with
        {
            Severity = checkpoint is null ? Severity.Information : Severity.Warning,
        };

    private const string Key = "activationUnprocessedEventThreshold";
}
