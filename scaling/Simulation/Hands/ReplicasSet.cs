namespace KedaStack.Scaling.Simulation.Hands;

/// <summary>The target's replicas are set, as by <c>kubectl scale</c>.</summary>
/// <param name="At">When.</param>
/// <param name="Replicas">The replicas; 0 or more.</param>
public sealed record ReplicasSet(TimeSpan At, int Replicas) : Hand(At);
