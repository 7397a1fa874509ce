using KedaStack.Truth.Recordings;
using KedaStack.Truth.Specs;

namespace KedaStack.Truth.Checks;

/// <summary>
/// When KEDA's polling loop checked. A loop begins with the ScaledObject, anew with each change of its spec and when it is
/// resumed; its checks are a polling interval apart to the millisecond. Those that asked Prometheus are known by their
/// queries; those that did not follow from the interval.
/// </summary>
public static class CheckTimes
{
    /// <summary>Up to how far apart a check and its query are.</summary>
    internal const long SameTime = 150;
    private const long LongestStart = 3000;

    /// <summary>The times, in order.</summary>
    /// <param name="loop">The loop; with a ScaledObject.</param>
    public static IReadOnlyList<long> Of(RecordedLoop loop)
    {
        var own = QueryOwners.Of(loop).ByChecks.Select(query => query.AtMilliseconds).ToArray();
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
