using KedaStack.Scaling.Keda.Triggers;
using KedaStack.Truth.Recordings;
using KedaStack.Truth.Specs;

namespace KedaStack.Truth.Checks;

/// <summary>
/// When KEDA's polling loop checked. A loop begins with the ScaledObject, anew with each change of its spec and when it is
/// resumed; its checks are a polling interval apart to the millisecond. Those that asked Prometheus are known by their
/// queries, or by what they changed; those that did neither follow from the interval.
/// </summary>
public static class CheckTimes
{
    /// <summary>Up to how far apart a check and its query are.</summary>
    internal const long SameTime = 150;
    private const long LongestStart = 3000;
    private const string Started = "Started scalers watch";

    // From a check to the write that follows from it, at least.
    private const long ShortestWrite = 2;

    /// <summary>The times, in order.</summary>
    /// <param name="loop">The loop; with a ScaledObject.</param>
    public static IReadOnlyList<long> Of(RecordedLoop loop)
    {
        var own = Own(loop);
        var versions = SpecTimeline.Of(loop);
        var times = new List<long>();
        for (var i = 0; i < versions.Count; i++)
        {
            var (begins, ends) = (versions[i].FromMilliseconds, i + 1 < versions.Count ? versions[i + 1].FromMilliseconds : End(loop));
            if (IsPaused(versions[i]))
            {
                continue;
            }

            var interval = Interval(versions[i]);
            var first = i > 0 && !Restarts(versions[i - 1], versions[i]) ? times[^1] + interval : First(own, begins);
            for (var at = first; at < ends; at = Near(own, at + interval))
            {
                times.Add(at);
            }
        }

        return times;
    }

    /// <summary>The times of the checks; of those that changed the replicas, when they wrote them, some milliseconds later.</summary>
    /// <param name="loop">The loop; with a ScaledObject.</param>
    public static IReadOnlyList<long> WritesOf(RecordedLoop loop)
    {
        var changes = OperatorChanges.Of(loop);
        return
        [
            .. Of(loop).Select(at => changes.FirstOrDefault(change => change.At >= at && change.At <= at + SameTime) is { At: not 0 } change
                ? change.At
                : at),
        ];
    }

    // The queries of the first trigger whose queries were recorded; without one the begin of the loop, and its changes.
    private static long[] Own(RecordedLoop loop)
    {
        var triggers = ScaledObjectReader.Read(SpecTimeline.Of(loop)[0], loop.Name, LoopSemantics.Of(loop.Versions).Keda).Triggers;
        return triggers.OfType<ExternalMetricTrigger>().Select(trigger => QueryOwners.Of(loop, trigger)).FirstOrDefault(owners => owners is not null)
            is { } recorded
                ? [.. recorded.ByChecks.Select(query => query.AtMilliseconds)]
                :
                [
                    .. loop.Events.Where(happened => happened.Message == Started).Select(happened => happened.AtMilliseconds)
                        .Concat(OperatorChanges.Of(loop).Select(change => change.At)).Select(at => at - ShortestWrite).Order(),
                ];
    }

    private static long First(long[] own, long begins) =>
        Array.Find(own, at => at >= begins) is var at && at != 0 && (begins == long.MinValue || at - begins < LongestStart)
            ? at
            : begins == long.MinValue ? own.FirstOrDefault() : begins;

    private static long Near(long[] own, long expected)
    {
        var place = Array.BinarySearch(own, expected - SameTime);
        place = place < 0 ? ~place : place;
        return place < own.Length && own[place] <= expected + SameTime ? own[place] : expected;
    }

    private static bool IsPaused(ScaledObjectVersion version) => version.Annotations.Keys.Any(IsPause);

    // Annotations are no part of the generation, so that the loop goes on; only the end of a pause begins it anew.
    internal static bool Restarts(ScaledObjectVersion before, ScaledObjectVersion after) =>
        IsPaused(before) || !ReferenceEquals(before.Spec, after.Spec);

    private static bool IsPause(string annotation) =>
        annotation is "autoscaling.keda.sh/paused" or "autoscaling.keda.sh/paused-replicas";

    private static long Interval(ScaledObjectVersion version) => 1000L * (version.Spec["pollingInterval"]?.GetValue<int>() ?? 30);

    private static long End(RecordedLoop loop) => loop.Syncs.Count == 0 ? 0 : loop.Syncs[^1].AtMilliseconds + 1;
}
