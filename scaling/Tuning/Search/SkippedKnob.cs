namespace KedaStack.Scaling.Tuning.Search;

/// <summary>A setting, or a value of it, that is not tried.</summary>
/// <param name="Name">The setting.</param>
/// <param name="Reason">Why, in a sentence.</param>
public sealed record SkippedKnob(string Name, string Reason);
