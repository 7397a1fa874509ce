using KedaStack.Checks.Rules;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;
using KedaStack.Scaling.Keda;

namespace KedaStack.Checks.Scaling.Queues;

/// <summary>An app on Event Hubs has no more replicas than partitions.</summary>
internal sealed class HubPartitions() : Check(new()
{
    Id = "hub-max-above-partitions",
    Severity = Severity.Warning,
    Title = "An app on Event Hubs has no more replicas than partitions",
    Failure = "a maximum that is never reached, and replicas beyond the partitions that have nothing to read",
    Cause = "A partition is read by one consumer of a group, and KEDA reports at most one target more than there are partitions.",
    Fix = "Set `maxReplicaCount` to the number of partitions.",
    IsOnlyForFiles = true,
    About = [ResourceTypes.ScaledObject],
})
{
    // Of the Standard tier; Premium and Dedicated have more.
    private const int MostPartitions = 32;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack) =>
        from scaledObject in stack.OfType(ResourceTypes.ScaledObject)
        let triggers = KedaTrigger.Of(scaledObject).ToList()
        where triggers.Count > 0 && triggers.TrueForAll(trigger => trigger.Type == "azure-eventhub")
        let written = scaledObject.Inputs.Number("spec.maxReplicaCount")
        let max = written ?? ScaledObject.DefaultMaxReplicaCount
        // What KEDA reports reaches one more than there are partitions.
        where max > MostPartitions + 1
        select Found(
            scaledObject,
            "spec.maxReplicaCount",
            written is null ? FormattableString.Invariant($"nothing, which is {max}") : FormattableString.Invariant($"{max}"),
            FormattableString.Invariant($"the number of partitions; a Standard hub has at most {MostPartitions}")) with
        {
            // A number that was written may be that of a Premium hub.
            Severity = written is null ? Severity.Warning : Severity.Information,
        };
}
