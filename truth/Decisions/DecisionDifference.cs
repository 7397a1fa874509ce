namespace KedaStack.Truth.Decisions;

/// <summary>A part of a sync that the model has otherwise.</summary>
/// <param name="AtMilliseconds">When the sync ended.</param>
/// <param name="What">The part.</param>
/// <param name="Recorded">What was recorded.</param>
/// <param name="Computed">What the model has.</param>
public sealed record DecisionDifference(long AtMilliseconds, string What, string Recorded, string Computed);
