using System.Globalization;
using KedaStack.Checks.Rules;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Scaling.Queues;

/// <summary>A queue's target is no less than what the app takes at once.</summary>
internal sealed class QueueBatch() : Check(new()
{
    Id = "queue-batch-above-target",
    Severity = Severity.Warning,
    Title = "A queue's target is no less than what the app takes at once",
    Failure = "replicas that stay until what they hold is done: ten that hold 32 messages each keep the value at 320",
    Cause = "Messages that are being processed count until they are deleted or completed.",
    Fix = "Make the target at least the app's batch, or let the app take fewer at once.",
    IsOnlyForFiles = true,
    About = [ResourceTypes.ScaledObject],
})
{
    // The most that Azure's queue storage gives out in one call.
    private const long MostOfACall = 32;
    private const long DefaultTarget = 5;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack) =>
        from trigger in stack.Triggers
        let key = trigger.Type switch { "azure-queue" when trigger.Metadata("queueLengthStrategy") != "visibleonly" => "queueLength", "azure-servicebus" => "messageCount", _ => null }
        where key is not null
        let target = long.TryParse(trigger.Metadata(key) ?? "", NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : trigger.Metadata(key) is null ? DefaultTarget : (long?)null
        let finding = target is null ? null : Finding(trigger, key, target.Value, Consumer.Of(trigger.ScaledObject, stack).Batch)
        where finding is not null
        select finding;

    private Finding? Finding(KedaTrigger trigger, string key, long target, (string Name, long Count)? batch) => batch switch
    {
        var (name, count) when count > target => Found(
            trigger.ScaledObject, trigger.MetadataPath(key), Invariant($"{target}, and the app takes {count} at once ({name})"), Invariant($"{count} or more, or a smaller {name}")),
        null when key == "queueLength" && target < MostOfACall => Found(
            trigger.ScaledObject, trigger.MetadataPath(key), Invariant($"{target}, where an app may take up to {MostOfACall} messages in one call"), "at least as many as the app takes at once") with
        { Severity = Severity.Information },
        _ => null,
    };

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
