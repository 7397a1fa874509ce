using KedaStack.Local;
using KedaStack.Local.Watching;
using KedaStack.Scaling.Hpa.Conditions;
using KedaStack.Scaling.Simulation.Recording.Timeline;

namespace KedaStack.Reports.Local;

/// <summary>A run's chart in the terms of a simulation's, so that both are shown by the same means.</summary>
internal static class RunTimeline
{
    /// <summary>The points.</summary>
    public static IReadOnlyList<TimelinePoint> Of(LocalRunResult result) => [.. result.History.Select(Of)];

    private static TimelinePoint Of(LocalPoint point) => new()
    {
        AtMilliseconds = (long)point.Time.TotalMilliseconds,
        OfferedMilli = point.OfferedMilli,
        MetricMilli = point.MetricMilli,
        PerReplicaMilli = point.PerReplicaMilli,
        SpecReplicas = point.SpecReplicas,
        StatusReplicas = point.CreatedReplicas,
        ReadyPods = point.ReadyReplicas,
        // Nothing waits in a service that only forwards.
        QueuedMicro = 0,
        // The decisions say what limited the count.
        Limit = HpaConditionReason.None,
        MetricFailed = false,
    };
}
