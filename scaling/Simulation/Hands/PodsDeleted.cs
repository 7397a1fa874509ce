namespace KedaStack.Scaling.Simulation.Hands;

/// <summary>Pods are deleted; the ReplicaSet makes others at once.</summary>
/// <param name="At">When.</param>
/// <param name="Pods">Their numbers in the order of creation, from 0; those that do not exist are left out.</param>
public sealed record PodsDeleted(TimeSpan At, IReadOnlyList<int> Pods) : Hand(At);
