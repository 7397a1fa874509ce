using KedaStack.Scaling.Keda.Semantics;
using KedaStack.Scaling.Quantities;

namespace KedaStack.Scaling.Keda.Triggers.Azure;

/// <summary>An azure-eventhub trigger: the events that a consumer group has not read yet (pkg/scalers/azure_eventhub_scaler.go).</summary>
public sealed record AzureEventHubTrigger : ExternalMetricTrigger
{
    /// <summary>The trigger's type.</summary>
    public const string TypeName = "azure-eventhub";

    /// <summary>The hub; empty where the connection string has it.</summary>
    public string EventHubName { get; init; } = "";

    /// <summary>The namespace without its suffix; empty with a connection string.</summary>
    public string EventHubNamespace { get; init; } = "";

    /// <summary>The consumer group.</summary>
    public string ConsumerGroup { get; init; } = "$Default";

    /// <summary>The events per replica; above 0.</summary>
    /// <value>The default is 64.</value>
    public long UnprocessedEventThreshold { get; init; } = 64;

    /// <summary>The events above which it is active.</summary>
    /// <value>The default is 0.</value>
    public long ActivationUnprocessedEventThreshold { get; init; }

    /// <summary>How near to 2^63 a difference has to be for the partition to be taken for read too early.</summary>
    /// <value>The default is 10000.</value>
    public long StalePartitionInfoThreshold { get; init; } = 10_000;

    /// <summary>Where the checkpoints are; empty for none.</summary>
    public string BlobContainer { get; init; } = "";

    /// <summary>How they are written; what KEDA does not know behaves as none.</summary>
    public string CheckpointStrategy { get; init; } = "";

    /// <inheritdoc/>
    public override string Type => TypeName;

    /// <inheritdoc/>
    public override double ActivationValue => ActivationUnprocessedEventThreshold;

    /// <inheritdoc/>
    public override string TargetParameter => "unprocessedEventThreshold";

    /// <inheritdoc/>
    public override string? ActivationParameter => "activationUnprocessedEventThreshold";

    /// <summary>It has the consumer group in it, not the hub.</summary>
    protected override string ScalerMetricName => Normalize($"azure-eventhub-{ConsumerGroup}");

    /// <inheritdoc/>
    public override MilliQuantity Target(KedaSemantics semantics) => new(UnprocessedEventThreshold * 1000);

    /// <summary>
    /// The value that KEDA reports: not more than one replica a partition, but for one replica too many just above that
    /// (getTotalLagRelatedToPartitionAmount).
    /// </summary>
    /// <param name="unprocessedEvents">The events of all partitions.</param>
    /// <param name="partitions">The partitions.</param>
    public long Value(long unprocessedEvents, int partitions) => unprocessedEvents / UnprocessedEventThreshold > partitions
        ? partitions * UnprocessedEventThreshold
        : unprocessedEvents;

    /// <summary>The events of all partitions; a sum that exceeds 64 bits is 2^63-1.</summary>
    /// <param name="partitions">Those of each.</param>
    public static long Total(IEnumerable<long> partitions)
    {
        var total = partitions.Aggregate(0L, (sum, events) => unchecked(sum + events));
        return total < 0 ? long.MaxValue : total;
    }

    /// <summary>The unread events of a partition (GetUnprocessedEventCountInPartition).</summary>
    /// <param name="first">The first sequence number that it still holds.</param>
    /// <param name="last">The last one; -1 for an empty partition.</param>
    /// <param name="checkpoint">The sequence number that the consumer reached; null without a checkpoint, when every event counts.</param>
    public long UnprocessedEvents(long first, long last, long? checkpoint)
    {
        if (last == -1)
        {
            return 0;
        }

        if (checkpoint is not { } reached)
        {
            return (first == 0 && last == 0) || first != last ? last - first + 1 : 0;
        }

        var events = last >= reached ? last - reached : long.MaxValue - reached + last;
        return events > long.MaxValue - StalePartitionInfoThreshold ? 0 : events;
    }
}
