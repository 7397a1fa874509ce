namespace KedaStack.Scaling.Simulation.Scenarios;

/// <summary>What the source of a trigger says from a time on.</summary>
/// <param name="At">The time, from the beginning of the run, lead-in included.</param>
/// <param name="Value">The value.</param>
public readonly record struct SourceStep(TimeSpan At, double Value);
