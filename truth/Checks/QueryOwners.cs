using KedaStack.Truth.Recordings;

namespace KedaStack.Truth.Checks;

/// <summary>Which of KEDA's queries were made for the HPA, and which by the polling loop: the recording has them alike. With useCachedMetrics the HPA gets what the checks stored.</summary>
/// <param name="ForHpa">Those right before a read of the HPA.</param>
/// <param name="ByChecks">The others.</param>
internal sealed record QueryOwners(IReadOnlyList<RecordedQuery> ForHpa, IReadOnlyList<RecordedQuery> ByChecks)
{
    // From KEDA's query to the end of the HPA's read.
    private const long LongestRead = 350;
    private const long Jitter = 3;

    /// <summary>Divides the queries of a loop.</summary>
    public static QueryOwners Of(RecordedLoop loop)
    {
        if (loop.ScaledObject?["triggers"]?[0]?["useCachedMetrics"]?.GetValue<bool>() == true)
        {
            return new QueryOwners([], loop.Queries);
        }

        var taken = new bool[loop.Queries.Count];
        foreach (var read in loop.Syncs.SelectMany(sync => sync.Reads))
        {
            Take(loop.Queries, taken, read);
        }

        return new QueryOwners(
            [.. loop.Queries.Where((_, place) => taken[place])], [.. loop.Queries.Where((_, place) => !taken[place])]);
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
