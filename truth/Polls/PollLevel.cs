using KedaStack.Scaling.Keda;
using KedaStack.Scaling.Keda.Triggers;
using KedaStack.Truth.Recordings;
using KedaStack.Truth.Specs;

namespace KedaStack.Truth.Polls;

/// <summary>
/// Tells the queries of KEDA's polling loop from those for the HPA. A query for the HPA is answered shortly before the HPA
/// has read the metric; each other one is a poll's.
/// </summary>
public static class PollLevel
{
    // A request that fails is asked again at once, and a status takes its time until a watcher sees it.
    private const long LongestReadMilliseconds = 120;
    private const long ClockMilliseconds = 50;

    // A changed ScaledObject starts another polling loop, which has observed nothing yet.
    private const long NewLoopMilliseconds = 1_000;

    /// <summary>Compares a loop; null for one that tells nothing: other triggers than one of Prometheus, or answers that were delayed.</summary>
    /// <param name="loop">The loop.</param>
    public static PollComparison? Compare(RecordedLoop loop)
    {
        var versions = SpecTimeline.Of(loop);
        if (versions is not [var first, ..]
            || loop.Faults.Any(fault => fault.DelayMilliseconds > 0))
        {
            return null;
        }

        var semantics = LoopSemantics.Of(loop.Versions).Keda;
        var scaledObject = ScaledObjectReader.Read(first, loop.Name, semantics);
        if (scaledObject.Triggers is not [PrometheusTrigger])
        {
            return null;
        }

        var reads = loop.Syncs.SelectMany(sync => sync.Reads).Select(read => read.AtMilliseconds).Order().ToArray();
        var asked = loop.Queries
            .Select(query => query.AtMilliseconds)
            .Where(at => !reads.Any(read => read >= at - ClockMilliseconds && read <= at + LongestReadMilliseconds))
            .ToArray();
        var duration = loop.Syncs[^1].AtMilliseconds - loop.Syncs[0].AtMilliseconds;
        return new PollComparison(
            ScaleLoop.TakesObservations(scaledObject, semantics),
            (int)(duration / scaledObject.PollingInterval.TotalMilliseconds),
            asked,
            [.. asked.Where(at => IsActive(loop, at - ClockMilliseconds) && !versions.Any(version => IsNew(version, at)))]);
    }

    private static bool IsNew(ScaledObjectVersion version, long at) =>
        version.FromMilliseconds <= at && version.FromMilliseconds > at - NewLoopMilliseconds;

    private static bool IsActive(RecordedLoop loop, long at) =>
        loop.HpaStates.LastOrDefault(state => state.AtMilliseconds <= at) is { Deleted: false } state
        && state.Conditions.TryGetValue("ScalingActive", out var condition) && condition.Status == "True";
}
