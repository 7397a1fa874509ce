using KedaStack.Checks.Rules;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Scaling.Queues;

/// <summary>An app on Event Hubs that scales to 0 starts at the earliest event.</summary>
internal sealed class HubStart() : Check(new()
{
    Id = "hub-start-latest",
    Severity = Severity.Warning,
    Title = "An app on Event Hubs that scales to 0 starts at the earliest event",
    Failure = "the events that woke the first replica are skipped by the app and counted by KEDA for ever: it never goes back to 0",
    Cause = "An app that starts at @latest sees only what arrives after its start. Until it has read something it writes no checkpoint, and without one all retained events count.",
    Fix = "Start at the earliest event (`-1`) where there is no checkpoint.",
    IsOnlyForFiles = true,
    About = [ResourceTypes.ScaledObject],
})
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack) =>
        from trigger in stack.Triggers
        where trigger.Type == "azure-eventhub" && Consumer.ReachesZero(trigger.ScaledObject)
        let consumer = Consumer.Of(trigger.ScaledObject, stack)
        let latest = consumer.StartsLatest
        where latest is not null || !consumer.SaysStart
        select Found(
            trigger.ScaledObject,
            "spec.minReplicaCount",
            latest is null ? "0, and nothing here says where the app starts to read" : $"0, and the app starts at the latest event ({latest})",
            "an app that starts at the earliest event (-1) where it has no checkpoint yet; or 1 or more") with
        {
            Severity = latest is null ? Severity.Information : Severity.Warning,
        };
}
