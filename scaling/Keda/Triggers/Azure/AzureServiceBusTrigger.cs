using KedaStack.Scaling.Keda.Semantics;
using KedaStack.Scaling.Quantities;

namespace KedaStack.Scaling.Keda.Triggers.Azure;

/// <summary>
/// An azure-servicebus trigger: the active messages of a queue or a subscription (pkg/scalers/azure_servicebus_scaler.go). Scheduled,
/// dead and transferred ones do not count.
/// </summary>
public sealed record AzureServiceBusTrigger : ExternalMetricTrigger
{
    /// <summary>The trigger's type.</summary>
    public const string TypeName = "azure-servicebus";

    /// <summary>The queue.</summary>
    /// <value>Empty: it is about a subscription.</value>
    public string QueueName { get; init; } = "";

    /// <summary>The topic.</summary>
    public string TopicName { get; init; } = "";

    /// <summary>The topic's subscription.</summary>
    public string SubscriptionName { get; init; } = "";

    /// <summary>The messages per replica.</summary>
    /// <value>The default is 5.</value>
    public long MessageCount { get; init; } = 5;

    /// <summary>The messages above which it is active.</summary>
    /// <value>The default is 0.</value>
    public long ActivationMessageCount { get; init; }

    /// <summary>Whether the name of the queue or the subscription is a regular expression.</summary>
    public bool UseRegex { get; init; }

    /// <summary>What is made of the counts of all that match: <c>sum</c>, <c>max</c> or <c>avg</c>.</summary>
    public string Operation { get; init; } = "sum";

    /// <summary>The namespace's address; empty with a connection string.</summary>
    public string FullyQualifiedNamespace { get; init; } = "";

    /// <inheritdoc/>
    public override string Type => TypeName;

    /// <inheritdoc/>
    public override double ActivationValue => ActivationMessageCount;

    /// <inheritdoc/>
    public override string TargetParameter => "messageCount";

    /// <inheritdoc/>
    public override string? ActivationParameter => "activationMessageCount";

    /// <inheritdoc/>
    protected override string ScalerMetricName => Normalize("azure-servicebus-" + (UseRegex
        ? QueueName.Length > 0 ? "queue-regex" : "topic-regex"
        : QueueName.Length > 0 ? QueueName : TopicName));

    /// <inheritdoc/>
    public override MilliQuantity Target(KedaSemantics semantics) => new(MessageCount * 1000);

    /// <summary>The value of several queues or subscriptions (performOperation); the average is cut to a whole number.</summary>
    /// <param name="counts">The active messages of each.</param>
    public long Value(IReadOnlyList<long> counts) => (counts.Count, Operation) switch
    {
        (0, _) => 0,
        (_, "max") => Math.Max(0, counts.Max()),
        (_, "avg") => counts.Sum() / counts.Count,
        _ => counts.Sum(),
    };
}
