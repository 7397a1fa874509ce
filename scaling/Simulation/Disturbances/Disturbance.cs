namespace KedaStack.Scaling.Simulation.Disturbances;

/// <summary>Something that goes wrong for a while.</summary>
/// <param name="At">When it begins, from the beginning of the run; not negative.</param>
/// <param name="Duration">How long it lasts; not negative.</param>
public abstract record Disturbance(TimeSpan At, TimeSpan Duration);
