namespace KedaStack.Truth.Checks;

/// <summary>A check that the model has otherwise.</summary>
/// <param name="AtMilliseconds">When it was.</param>
/// <param name="What">What is otherwise.</param>
/// <param name="Recorded">What was recorded.</param>
/// <param name="Computed">What the model has.</param>
public sealed record CheckDifference(long AtMilliseconds, string What, string Recorded, string Computed);
