namespace KedaStack.Local.Comparison;

/// <summary>How far apart the replicas of two runs were.</summary>
/// <param name="Largest">The largest difference.</param>
/// <param name="LargestAt">When it was first as large; null when they never differed.</param>
/// <param name="LongestApart">The longest time on end with a difference of more than 1.</param>
internal sealed record ReplicaDifference(int Largest, TimeSpan? LargestAt, TimeSpan LongestApart)
{
    // A value just above a step in the one is just below it in the other.
    private const int Tolerated = 1;

    /// <summary>Compares two runs.</summary>
    /// <param name="one">The one.</param>
    /// <param name="other">The other.</param>
    /// <param name="end">When both end.</param>
    public static ReplicaDifference Of(ReplicaSteps one, ReplicaSteps other, TimeSpan end)
    {
        var (largest, largestAt, longest) = (0, default(TimeSpan?), TimeSpan.Zero);
        var apartSince = default(TimeSpan?);
        foreach (var time in one.Times.Concat(other.Times).Prepend(TimeSpan.Zero).Where(time => time < end).Order().Distinct())
        {
            var difference = Math.Abs(one.At(time) - other.At(time));
            if (difference > largest)
            {
                (largest, largestAt) = (difference, time);
            }

            longest = Longer(longest, apartSince, time);
            apartSince = difference > Tolerated ? apartSince ?? time : null;
        }

        return new ReplicaDifference(largest, largestAt, Longer(longest, apartSince, end));
    }

    private static TimeSpan Longer(TimeSpan longest, TimeSpan? since, TimeSpan until) =>
        since is { } from && until - from > longest ? until - from : longest;
}

/// <summary>How the desired replicas of a run went: a step function.</summary>
/// <param name="first">The replicas at the beginning.</param>
/// <param name="changes">When they changed and to what, in the order of time.</param>
internal sealed class ReplicaSteps(int first, IReadOnlyList<(TimeSpan At, int Replicas)> changes)
{
    /// <summary>When they changed.</summary>
    public IEnumerable<TimeSpan> Times => changes.Select(change => change.At);

    /// <summary>The replicas from a time on.</summary>
    public int At(TimeSpan time) => changes.LastOrDefault(change => change.At <= time, (At: TimeSpan.Zero, Replicas: first)).Replicas;
}
