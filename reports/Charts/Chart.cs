namespace KedaStack.Reports.Charts;

/// <summary>Panels over one axis of time.</summary>
internal sealed record Chart
{
    /// <summary>What it shows, in a few words.</summary>
    public required string Title { get; init; }

    /// <summary>What there is to be seen, in sentences, for whoever does not see it.</summary>
    public required string Description { get; init; }

    /// <summary>The length of the axis.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>The panels from top to bottom.</summary>
    public required IReadOnlyList<ChartPanel> Panels { get; init; }
}
