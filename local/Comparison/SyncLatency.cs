using KedaStack.Scaling.Hpa.Semantics;
using KedaStack.Scaling.Simulation.Recording;

namespace KedaStack.Local.Comparison;

/// <summary>By how much two syncs are further apart than their period: what the question took, and waking up.</summary>
internal static class SyncLatency
{
    /// <summary>
    /// The median of what the intervals between syncs have above their period, at least 0. A mean would let one moment in
    /// which the machine stood still shift every sync of the simulation.
    /// </summary>
    /// <param name="syncs">The syncs, in order.</param>
    public static TimeSpan UsualOf(IReadOnlyList<HpaSync> syncs) => UsualOf([.. syncs.Select(sync => sync.AtMilliseconds)]);

    /// <summary>The same of when the syncs were.</summary>
    /// <param name="syncMilliseconds">When, in order.</param>
    public static TimeSpan UsualOf(IReadOnlyList<long> syncMilliseconds)
    {
        var intervals = syncMilliseconds.Zip(syncMilliseconds.Skip(1), (before, at) => at - before).Order().ToList();
        var usual = intervals.Count == 0 ? 0 : intervals[intervals.Count / 2] - (long)HpaSemantics.Default.SyncPeriod.TotalMilliseconds;
        return TimeSpan.FromMilliseconds(Math.Max(0, usual));
    }
}
