namespace KedaStack.Reports.Charts;

/// <summary>A stretch of time in which something held.</summary>
/// <param name="FromSeconds">Its beginning.</param>
/// <param name="ToSeconds">Its end.</param>
/// <param name="Style">Which colour it has, from 1.</param>
/// <param name="Name">What held.</param>
internal sealed record ChartBand(double FromSeconds, double ToSeconds, int Style, string Name);
