using KedaStack.Scaling.Simulation;

namespace KedaStack.Local.Comparison;

/// <summary>A run beside the simulation of the same settings, load and phases.</summary>
public sealed record SimulationComparison
{
    /// <summary>The simulation.</summary>
    public required SimulationResult Prediction { get; init; }

    /// <summary>The largest difference between the desired replicas of both, at any time.</summary>
    public required int LargestReplicaDifference { get; init; }

    /// <summary>When it was first as large; null when they never differed.</summary>
    public TimeSpan? LargestReplicaDifferenceAt { get; init; }

    /// <summary>The longest time on end for which the desired replicas differed by more than 1.</summary>
    public required TimeSpan LongestApart { get; init; }

    /// <summary>The largest difference between the values of the query at two syncs next to each other, in thousandths.</summary>
    public required long LargestMetricDifferenceMilli { get; init; }

    /// <summary>When that was; null when there was nothing to compare.</summary>
    public TimeSpan? LargestMetricDifferenceAt { get; init; }

    /// <summary>
    /// The longest sync interval: from a sync to the next one of both, the run and the simulation. It is 15 s, what the HPA's
    /// question took, and by how much their syncs are out of step.
    /// </summary>
    public required TimeSpan SyncPeriod { get; init; }

    /// <summary>Whether the replicas never differed by more than 1 for longer than one sync interval.</summary>
    public bool Agrees => LongestApart <= SyncPeriod;
}
