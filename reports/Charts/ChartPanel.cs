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

/// <summary>A stretch of time in which something held.</summary>
/// <param name="FromSeconds">Its beginning.</param>
/// <param name="ToSeconds">Its end.</param>
/// <param name="Style">Which colour it has, from 1.</param>
/// <param name="Name">What held.</param>
internal sealed record ChartBand(double FromSeconds, double ToSeconds, int Style, string Name);

/// <summary>A value from a time on, until the next point.</summary>
/// <param name="AtSeconds">The time.</param>
/// <param name="Value">The value; null for none.</param>
internal readonly record struct ChartPoint(double AtSeconds, double? Value);

/// <summary>A value that a panel shows as a level line, such as a threshold.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Value">The value.</param>
internal sealed record ChartReference(string Name, double Value);

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

/// <summary>A strip of a chart in a terminal: numbers over the same columns of time as the other strips.</summary>
internal sealed record ChartStrip
{
    /// <summary>What it shows.</summary>
    public required string Title { get; init; }

    /// <summary>The height of the filled area by column; null where there is nothing.</summary>
    public required IReadOnlyList<double?> Fill { get; init; }

    /// <summary>A line by column, seen where it is above the area.</summary>
    /// <value>Empty: none.</value>
    public IReadOnlyList<double?> Line { get; init; } = [];

    /// <summary>The value at the top; above 0.</summary>
    public required double Top { get; init; }

    /// <summary>How many lines of text it is high.</summary>
    public int Rows { get; init; } = 4;

    /// <summary>The value at the top as a text.</summary>
    public required string TopLabel { get; init; }
}
