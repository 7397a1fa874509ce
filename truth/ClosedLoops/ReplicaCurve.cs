using KedaStack.Truth.Recordings;

namespace KedaStack.Truth.ClosedLoops;

/// <summary>The desired replicas over time; the first step is the begin.</summary>
/// <param name="Steps">The steps; neighbours differ.</param>
public sealed record ReplicaCurve(IReadOnlyList<ReplicaStep> Steps)
{
    private const double Second = 1000;

    /// <summary>The curve that was recorded.</summary>
    /// <param name="loop">The loop.</param>
    public static ReplicaCurve Of(RecordedLoop loop) => Of(loop.Replicas.Select(at => new ReplicaStep(at.AtMilliseconds, at.Spec)));

    /// <summary>A curve of counts in the order of time, of which neighbours may be equal.</summary>
    /// <param name="counts">The counts.</param>
    public static ReplicaCurve Of(IEnumerable<ReplicaStep> counts)
    {
        var steps = new List<ReplicaStep>();
        foreach (var count in counts)
        {
            if (steps.Count == 0 || steps[^1].Replicas != count.Replicas)
            {
                steps.Add(count);
            }
        }

        return new ReplicaCurve(steps);
    }

    /// <summary>Whether another curve has the same counts in the same order, each no further away than a time.</summary>
    /// <param name="other">The other curve.</param>
    /// <param name="milliseconds">The time.</param>
    public bool IsAlike(ReplicaCurve other, long milliseconds) => Steps.Count == other.Steps.Count
        && Steps.Zip(other.Steps).Skip(1).All(step => step.First.Replicas == step.Second.Replicas
            && Math.Abs(step.First.AtMilliseconds - step.Second.AtMilliseconds) <= milliseconds);

    /// <summary>The first time from which the counts differ for longer than a time; null when they never do.</summary>
    /// <param name="other">The other curve.</param>
    /// <param name="milliseconds">The time.</param>
    public long? FirstDifference(ReplicaCurve other, long milliseconds)
    {
        var times = Steps.Concat(other.Steps).Select(step => step.AtMilliseconds).Distinct().Order().ToArray();
        long? since = null;
        foreach (var time in times)
        {
            if (since is { } start && time - start > milliseconds)
            {
                return start;
            }

            since = At(time) == other.At(time) ? null : since ?? time;
        }

        return since;
    }

    /// <summary>The count at a time.</summary>
    /// <param name="milliseconds">The time.</param>
    public int At(long milliseconds)
    {
        var (low, high) = (0, Steps.Count);
        while (high - low > 1)
        {
            var middle = (low + high) / 2;
            (low, high) = Steps[middle].AtMilliseconds <= milliseconds ? (middle, high) : (low, middle);
        }

        return Steps[low].Replicas;
    }

    /// <summary>The replica-seconds of a stretch of time.</summary>
    /// <param name="fromMilliseconds">Its begin.</param>
    /// <param name="toMilliseconds">Its end.</param>
    public double ReplicaSeconds(long fromMilliseconds, long toMilliseconds)
    {
        var sum = 0.0;
        for (var i = 0; i < Steps.Count; i++)
        {
            var from = Math.Max(fromMilliseconds, i == 0 ? long.MinValue : Steps[i].AtMilliseconds);
            var to = Math.Min(toMilliseconds, i + 1 < Steps.Count ? Steps[i + 1].AtMilliseconds : long.MaxValue);
            sum += Steps[i].Replicas * (Math.Max(0, to - from) / Second);
        }

        return sum;
    }
}
