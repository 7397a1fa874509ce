using KedaStack.Scaling.Hpa.Trace;
using KedaStack.Truth.Recordings;

namespace KedaStack.Truth.ClosedLoops;

/// <summary>The syncs of a loop whose metrics gave no count, recorded or simulated: the first ones of an HPA that has no value yet, and those of an outage.</summary>
/// <param name="Count">How many there are, recorded or simulated.</param>
/// <param name="Alike">How many of them failed in both.</param>
public readonly record struct FailedSyncs(int Count, int Alike)
{
    /// <summary>Those of a run that was given the times of the syncs.</summary>
    internal static FailedSyncs Of(RecordedLoop loop, LoopRun run)
    {
        var recorded = loop.Syncs.Where(sync => sync.Outcome == SyncOutcome.Failed).Select(sync => sync.ReadMilliseconds).ToHashSet();
        var simulated = run.Syncs.Where(sync => sync.Result.Outcome == HpaOutcome.MetricsFailed).Select(sync => sync.AtMilliseconds).ToHashSet();
        return new FailedSyncs(recorded.Union(simulated).Count(), recorded.Intersect(simulated).Count());
    }
}
