using KedaStack.Scaling.Quantities;

namespace KedaStack.Scaling.Keda;

/// <summary>What KEDA reports for a metric after it looked at the fallback.</summary>
/// <param name="Value">The value for the HPA; null when the error goes to it.</param>
/// <param name="IsFallback">Whether the value is the fallback's.</param>
/// <param name="Error">The error; null when there is a value.</param>
public readonly record struct FallbackOutcome(MilliQuantity? Value, bool IsFallback, string? Error);
