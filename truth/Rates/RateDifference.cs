namespace KedaStack.Truth.Rates;

/// <summary>A query that is computed otherwise.</summary>
/// <param name="AtMilliseconds">When it was answered.</param>
/// <param name="Recorded">The values that KEDA got.</param>
/// <param name="Computed">The value computed; null for an empty vector.</param>
public sealed record RateDifference(long AtMilliseconds, IReadOnlyList<double> Recorded, double? Computed);
