using System.Globalization;
using KedaStack.Scaling.Hpa.Conditions;
using KedaStack.Scaling.Hpa.Trace;
using KedaStack.Truth.Recordings;

namespace KedaStack.Truth.Decisions;

/// <summary>
/// The second level: from what a sync read (values, counts, its own past) to its proposal, its count, its reason and its
/// conditions. The count that the next sync begins with is the recorded one, so that a difference does not spread.
/// </summary>
public static class DecisionLevel
{
    private const string Nothing = "none";

    /// <summary>Compares every sync.</summary>
    /// <param name="loop">The loop.</param>
    public static DecisionComparison Compare(RecordedLoop loop)
    {
        var (different, conditions) = (new List<DecisionDifference>(), new List<DecisionDifference>());
        var controller = new RecordedController(loop);
        var withConditions = 0;
        for (var i = 0; i < loop.Syncs.Count; i++)
        {
            var sync = loop.Syncs[i];
            var result = controller.Sync(sync);
            different.AddRange(Differences(sync, result, controller));
            if (RecordedConditions.After(loop, i) is { } recorded)
            {
                withConditions++;
                conditions.AddRange(Differences(sync, recorded, controller.Conditions(loop.Name)));
            }
        }

        return new DecisionComparison
        {
            Syncs = loop.Syncs.Count,
            WithConditions = withConditions,
            Different = different,
            DifferentConditions = conditions,
        };
    }

    private static IEnumerable<DecisionDifference> Differences(RecordedSync sync, HpaReconciliation result, RecordedController controller)
    {
        var outcome = result.Rescaled ? SyncOutcome.Rescaled
            : result.Outcome == HpaOutcome.MetricsFailed ? SyncOutcome.Failed
            : SyncOutcome.Kept;
        var decided = result.Outcome == HpaOutcome.Evaluated;
        return Unequal(
            sync,
            ("outcome", sync.Outcome.ToString(), outcome.ToString()),
            ("proposal", Text(sync.Proposal), Text(decided ? result.Proposal : null)),
            ("metric", sync.ProposingMetric ?? Nothing, decided ? controller.MetricName(result) : Nothing),
            ("count", Text(sync.DesiredReplicas), Text(outcome == SyncOutcome.Failed ? null : result.DesiredReplicas)),
            ("reason", sync.Reason ?? Nothing, controller.Reason(result) ?? Nothing),
            ("error", sync.Error ?? Nothing, outcome == SyncOutcome.Failed ? controller.Error(sync.Error) : Nothing));
    }

    private static IEnumerable<DecisionDifference> Differences(
        RecordedSync sync, RecordedObjectState recorded, IReadOnlyList<HpaCondition> computed) => Unequal(
            sync,
            [
                .. computed.Select(condition => (
                    condition.Type.ToString(),
                    recorded.Conditions.TryGetValue(condition.Type.ToString(), out var is_)
                        ? $"{is_.Status} {is_.Reason}: {is_.Message}"
                        : Nothing,
                    $"{condition.Status} {condition.Reason}: {condition.Message}")),
            ]);

    private static IEnumerable<DecisionDifference> Unequal(RecordedSync sync, params (string What, string Recorded, string Computed)[] parts) =>
        from part in parts
        where part.Recorded != part.Computed
        select new DecisionDifference(sync.AtMilliseconds, part.What, part.Recorded, part.Computed);

    private static string Text(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? Nothing;
}
