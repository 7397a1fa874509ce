namespace KedaStack.Reports.Charts;

/// <summary>A value that a panel shows as a level line, such as a threshold.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Value">The value.</param>
internal sealed record ChartReference(string Name, double Value);
