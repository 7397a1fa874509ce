using KedaStack.Scaling.Keda.Semantics;
using KedaStack.Scaling.Quantities;

namespace KedaStack.Scaling.Keda.Triggers.Azure;

/// <summary>An azure-queue trigger: the messages of a storage queue (pkg/scalers/azure_queue_scaler.go).</summary>
public sealed record AzureQueueTrigger : ExternalMetricTrigger
{
    /// <summary>The trigger's type.</summary>
    public const string TypeName = "azure-queue";

    /// <summary>So many messages are looked at at most.</summary>
    public const int MostPeeked = 32;

    /// <summary>The queue.</summary>
    public required string QueueName { get; init; }

    /// <summary>The messages per replica.</summary>
    /// <value>The default is 5.</value>
    public long QueueLength { get; init; } = 5;

    /// <summary>The messages above which it is active.</summary>
    /// <value>The default is 0.</value>
    public long ActivationQueueLength { get; init; }

    /// <summary>Whether only messages count that nobody is working on (<c>visibleonly</c>), as long as there are fewer than 32 of them.</summary>
    /// <value>The default is false: <c>all</c>.</value>
    public bool IsVisibleOnly { get; init; }

    /// <summary>The storage account; empty with a connection string.</summary>
    public string AccountName { get; init; } = "";

    /// <summary>The end of the account's address.</summary>
    public string EndpointSuffix { get; init; } = "";

    /// <inheritdoc/>
    public override string Type => TypeName;

    /// <inheritdoc/>
    public override double ActivationValue => ActivationQueueLength;

    /// <inheritdoc/>
    public override string TargetParameter => "queueLength";

    /// <inheritdoc/>
    public override string? ActivationParameter => "activationQueueLength";

    /// <inheritdoc/>
    protected override string ScalerMetricName => Normalize($"azure-queue-{QueueName}");

    /// <inheritdoc/>
    public override MilliQuantity Target(KedaSemantics semantics) => new(QueueLength * 1000);

    /// <summary>The value that KEDA reads off a queue (getMessageCount).</summary>
    /// <param name="visible">The messages that can be received.</param>
    /// <param name="all">All of them, with those that somebody works on and those that are delayed.</param>
    public long Value(long visible, long all) => IsVisibleOnly && visible < MostPeeked ? visible : all;
}
