namespace KedaStack.Truth.Rates;

/// <summary>The first level over a loop: what KEDA's queries gave and what is computed from the stored samples.</summary>
/// <param name="Queries">How many queries were answered with a vector.</param>
/// <param name="Different">Those that are computed otherwise.</param>
public sealed record RateComparison(int Queries, IReadOnlyList<RateDifference> Different)
{
    /// <summary>Up to which share two values are the same.</summary>
    public const double Tolerance = 1e-9;
}
