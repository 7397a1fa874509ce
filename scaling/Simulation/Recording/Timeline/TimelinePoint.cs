using KedaStack.Scaling.Hpa.Conditions;
using KedaStack.Scaling.Hpa.Trace;

namespace KedaStack.Scaling.Simulation.Recording.Timeline;

/// <summary>
/// A point of a chart: one sync, or several neighbours made one, and then the highest of each number, so that no peak is lost.
/// </summary>
public readonly record struct TimelinePoint
{
    /// <summary>When the first of its syncs was.</summary>
    public required long AtMilliseconds { get; init; }

    /// <summary>The load in thousandths of a request per second.</summary>
    public required long OfferedMilli { get; init; }

    /// <summary>The value of the query in thousandths; null when it failed or was not asked.</summary>
    public required long? MetricMilli { get; init; }

    /// <summary>The value per replica that the HPA shows, in thousandths; null without a value.</summary>
    public required long? PerReplicaMilli { get; init; }

    /// <summary>The desired replicas, after the sync.</summary>
    public required int SpecReplicas { get; init; }

    /// <summary>The created pods, before the sync.</summary>
    public required int StatusReplicas { get; init; }

    /// <summary>The Ready pods, before the sync.</summary>
    public required int ReadyPods { get; init; }

    /// <summary>The requests that wait, in millionths.</summary>
    public required long QueuedMicro { get; init; }

    /// <summary>What limited the count last.</summary>
    public required HpaConditionReason Limit { get; init; }

    /// <summary>Whether the metric failed, which keeps the replicas as they are.</summary>
    public required bool MetricFailed { get; init; }

    /// <summary>The point of one sync.</summary>
    /// <param name="sync">The sync.</param>
    public static TimelinePoint Of(in HpaSync sync) => new()
    {
        AtMilliseconds = sync.AtMilliseconds,
        OfferedMilli = sync.OfferedMilli,
        MetricMilli = sync.MetricMilli,
        PerReplicaMilli = sync.PerReplicaMilli,
        SpecReplicas = sync.Result.DesiredReplicas,
        StatusReplicas = sync.StatusReplicas,
        ReadyPods = sync.ReadyPods,
        QueuedMicro = sync.QueuedMicro,
        Limit = sync.Result.LimitReason,
        MetricFailed = sync.Result.Outcome == HpaOutcome.MetricsFailed,
    };

    internal TimelinePoint With(in TimelinePoint next) => new()
    {
        AtMilliseconds = AtMilliseconds,
        OfferedMilli = Math.Max(OfferedMilli, next.OfferedMilli),
        MetricMilli = Highest(MetricMilli, next.MetricMilli),
        PerReplicaMilli = Highest(PerReplicaMilli, next.PerReplicaMilli),
        SpecReplicas = Math.Max(SpecReplicas, next.SpecReplicas),
        StatusReplicas = Math.Max(StatusReplicas, next.StatusReplicas),
        ReadyPods = Math.Max(ReadyPods, next.ReadyPods),
        QueuedMicro = Math.Max(QueuedMicro, next.QueuedMicro),
        Limit = next.Limit is HpaConditionReason.None or HpaConditionReason.DesiredWithinRange ? Limit : next.Limit,
        MetricFailed = MetricFailed || next.MetricFailed,
    };

    private static long? Highest(long? one, long? other) => one is null || other > one ? other : one;
}
