using KedaStack.Truth.Recordings;

namespace KedaStack.Truth.Checks;

/// <summary>The changes of the replicas that neither the HPA nor a hand made: KEDA's.</summary>
internal static class OperatorChanges
{
    private const string Scale = "scale";

    // A write is seen so much before or after what it belongs to is noted.
    private const long SeenBefore = 250;

    /// <summary>The changes, with the count before each.</summary>
    public static List<(long At, int From, int To)> Of(RecordedLoop loop)
    {
        var changes = new List<(long At, int From, int To)>();
        for (var i = 1; i < loop.Replicas.Count; i++)
        {
            var (before, after) = (loop.Replicas[i - 1].Spec, loop.Replicas[i]);
            if (before != after.Spec && !IsHpas(loop, after) && !IsHand(loop, after))
            {
                changes.Add((after.AtMilliseconds, before, after.Spec));
            }
        }

        return changes;
    }

    private static bool IsHpas(RecordedLoop loop, RecordedReplicas change) => loop.Syncs.Any(sync =>
        sync.Outcome == SyncOutcome.Rescaled && sync.DesiredReplicas == change.Spec
        && Math.Abs(sync.AtMilliseconds - change.AtMilliseconds) < SeenBefore);

    private static bool IsHand(RecordedLoop loop, RecordedReplicas change) => loop.Actions.Any(action =>
        action.Kind == Scale && Math.Abs(action.AtMilliseconds - change.AtMilliseconds) < 2 * SeenBefore);
}
