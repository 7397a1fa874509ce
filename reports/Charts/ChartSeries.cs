namespace KedaStack.Reports.Charts;

/// <summary>A line of a chart.</summary>
internal sealed record ChartSeries
{
    /// <summary>Its name in the legend.</summary>
    public required string Name { get; init; }

    /// <summary>Which colour and dashes it has, from 1: the same number, the same thing.</summary>
    public required int Style { get; init; }

    /// <summary>Whether the area below it is filled.</summary>
    public bool IsArea { get; init; }

    /// <summary>Its points in the order of time.</summary>
    public required IReadOnlyList<ChartPoint> Points { get; init; }
}
