namespace KedaStack.Reports.Charts;

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
