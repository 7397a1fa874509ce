using KedaStack.Truth.Recordings;

namespace KedaStack.Truth.Decisions;

/// <summary>The conditions that a sync left, as far as the recording has them.</summary>
internal static class RecordedConditions
{
    // A sync begins so long before its end at most; the status of the sync before is seen by then.
    private const long LongestSyncMilliseconds = 100;

    /// <summary>The state after a sync and before the next one; null when it is not in the recording.</summary>
    public static RecordedObjectState? After(RecordedLoop loop, int sync)
    {
        var next = sync + 1 < loop.Syncs.Count ? loop.Syncs[sync + 1] : null;
        var until = next is null ? long.MaxValue : Math.Min(next.ReadMilliseconds, next.AtMilliseconds - LongestSyncMilliseconds);
        return loop.HpaStates.LastOrDefault(state => state.AtMilliseconds < until) is { Deleted: false, Conditions.Count: > 0 } state
            && loop.Syncs[sync].AtMilliseconds < until
                ? state
                : null;
    }
}
