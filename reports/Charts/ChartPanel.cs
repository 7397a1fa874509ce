namespace KedaStack.Reports.Charts;

/// <summary>A part of a chart over the axis of time that all parts share.</summary>
internal sealed record ChartPanel
{
    /// <summary>What it shows, with the unit.</summary>
    public required string Title { get; init; }

    /// <summary>Its lines.</summary>
    /// <value>Empty: it shows bands only.</value>
    public IReadOnlyList<ChartSeries> Series { get; init; } = [];

    /// <summary>Its level lines.</summary>
    public IReadOnlyList<ChartReference> References { get; init; } = [];

    /// <summary>Its stretches of time, as a strip.</summary>
    public IReadOnlyList<ChartBand> Bands { get; init; } = [];

    /// <summary>Whether its values are whole numbers.</summary>
    public bool IsWhole { get; init; }

    /// <summary>The highest of its values.</summary>
    public double Highest => Series.SelectMany(series => series.Points).Select(point => point.Value ?? 0)
        .Concat(References.Select(reference => reference.Value)).DefaultIfEmpty(0).Max();
}
