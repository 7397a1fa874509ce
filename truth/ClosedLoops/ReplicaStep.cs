namespace KedaStack.Truth.ClosedLoops;

/// <summary>A count from a time on.</summary>
/// <param name="AtMilliseconds">The time, in the loop's.</param>
/// <param name="Replicas">The desired replicas.</param>
public readonly record struct ReplicaStep(long AtMilliseconds, int Replicas);
