namespace KedaStack.Scaling.Simulation.Hands;

/// <summary>Something that somebody does to the workload by hand.</summary>
/// <param name="At">When, from the beginning of the run; not negative.</param>
public abstract record Hand(TimeSpan At);
