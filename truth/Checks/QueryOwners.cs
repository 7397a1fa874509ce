using KedaStack.Scaling.Keda.Modifiers;
using KedaStack.Scaling.Keda.Triggers;
using KedaStack.Truth.Recordings;

namespace KedaStack.Truth.Checks;

/// <summary>
/// Which of a trigger's queries were made for the HPA, and which by the polling loop: the recording has them alike. With
/// useCachedMetrics the HPA gets what the checks stored.
/// </summary>
/// <param name="ForHpa">Those right before a read of the HPA.</param>
/// <param name="ByChecks">The others.</param>
internal sealed record QueryOwners(IReadOnlyList<RecordedQuery> ForHpa, IReadOnlyList<RecordedQuery> ByChecks)
{
    // From KEDA's query to the end of the HPA's read.
    private const long LongestRead = 350;
    private const long Jitter = 3;

    /// <summary>Divides the queries of a trigger; null where the recording has none of them.</summary>
    public static QueryOwners? Of(RecordedLoop loop, ExternalMetricTrigger trigger)
    {
        var queries = trigger is PrometheusTrigger ? loop.Queries
            : [.. loop.QueueReads.Select(read => new RecordedQuery { AtMilliseconds = read.AtMilliseconds, Values = [read.Messages] })];
        if (queries.Count == 0)
        {
            return null;
        }

        if (trigger.UseCachedMetrics)
        {
            return new QueryOwners([], queries);
        }

        var taken = new bool[queries.Count];
        foreach (var read in Reads(loop, trigger))
        {
            Take(queries, taken, read);
        }

        return new QueryOwners(
            [.. queries.Where((_, place) => taken[place])], [.. queries.Where((_, place) => !taken[place])]);
    }

    /// <summary>The HPA's reads of a trigger's metric, or of the formula that it is part of.</summary>
    public static IEnumerable<RecordedRead> Reads(RecordedLoop loop, ExternalMetricTrigger trigger)
    {
        var prefix = FormattableString.Invariant($"s{trigger.TriggerIndex}-");
        return loop.Syncs.SelectMany(sync => sync.Reads)
            .Where(read => read.Metric == ScalingModifiers.MetricName || read.Metric.StartsWith(prefix, StringComparison.Ordinal));
    }

    // A failure is asked twice: KEDA makes the scaler anew and tries once more.
    private static void Take(IReadOnlyList<RecordedQuery> queries, bool[] taken, RecordedRead read)
    {
        for (var i = queries.Count - 1; i >= 0 && read.AtMilliseconds - queries[i].AtMilliseconds <= LongestRead; i--)
        {
            if (taken[i] || queries[i].AtMilliseconds > read.AtMilliseconds + Jitter)
            {
                continue;
            }

            taken[i] = true;
            if (i > 0 && (queries[i].Failed || read.Error is not null)
                && queries[i].AtMilliseconds - queries[i - 1].AtMilliseconds < LongestRead)
            {
                taken[i - 1] = true;
            }

            return;
        }
    }
}
