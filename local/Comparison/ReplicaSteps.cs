namespace KedaStack.Local.Comparison;

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
