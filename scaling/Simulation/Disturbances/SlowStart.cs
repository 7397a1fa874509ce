namespace KedaStack.Scaling.Simulation.Disturbances;

/// <summary>Pods that get a node, or restart, in this time need longer until they listen, as when a registry is slow.</summary>
/// <param name="At">When it begins.</param>
/// <param name="Duration">How long it lasts.</param>
/// <param name="ExtraDelay">How much longer; not negative.</param>
public sealed record SlowStart(TimeSpan At, TimeSpan Duration, TimeSpan ExtraDelay) : Disturbance(At, Duration);
