namespace KedaStack.Reports.Charts;

/// <summary>A value from a time on, until the next point.</summary>
/// <param name="AtSeconds">The time.</param>
/// <param name="Value">The value; null for none.</param>
internal readonly record struct ChartPoint(double AtSeconds, double? Value);
