using KedaStack.Scaling.Hpa.Trace;

namespace KedaStack.Scaling.Simulation.Recording;

/// <summary>One reconcile of the HPA with what was there at that time.</summary>
public readonly record struct HpaSync
{
    /// <summary>When.</summary>
    public required long AtMilliseconds { get; init; }

    /// <summary>The value of the query as KEDA reported it, in thousandths; null for an error or when it was not asked.</summary>
    public required long? MetricMilli { get; init; }

    /// <summary>The value per replica that the HPA's status shows, in thousandths; null without a value.</summary>
    public required long? PerReplicaMilli { get; init; }

    /// <summary>What the HPA made of it, with the value of each stage.</summary>
    public required HpaReconciliation Result { get; init; }

    /// <summary>The load in thousandths of a request per second.</summary>
    public required long OfferedMilli { get; init; }

    /// <summary>The requests that wait, in millionths.</summary>
    public required long QueuedMicro { get; init; }

    /// <summary>The created pods that are not terminating, before this sync.</summary>
    public required int StatusReplicas { get; init; }

    /// <summary>The Ready pods, before this sync.</summary>
    public required int ReadyPods { get; init; }
}
