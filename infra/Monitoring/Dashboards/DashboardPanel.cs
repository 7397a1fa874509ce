using System.Collections.Immutable;

namespace KedaStack.Infra.Monitoring.Dashboards;

/// <summary>A panel.</summary>
internal sealed record DashboardPanel
{
    /// <summary>Its title.</summary>
    public required string Title { get; init; }

    /// <summary>What can be read off it, and how.</summary>
    public required string Description { get; init; }

    /// <summary>How it shows its queries.</summary>
    public required PanelKind Kind { get; init; }

    /// <summary>The unit of its values, by Grafana's id.</summary>
    public required string Unit { get; init; }

    /// <summary>Its width in columns, of which there are 24.</summary>
    public int Width { get; init; } = 12;

    /// <summary>Its height in Grafana's units of about 38 pixels.</summary>
    public int Height { get; init; } = 8;

    /// <summary>The queries.</summary>
    public required ImmutableArray<PanelQuery> Queries { get; init; }
}

/// <summary>How a query's line is drawn.</summary>
internal enum LineStyle
{
    /// <summary>A line from value to value.</summary>
    Line,

    /// <summary>Steps: the value holds until the next one, as replicas do.</summary>
    Steps,

    /// <summary>A dashed line, for what is set and not measured.</summary>
    Dashed,

    /// <summary>No line: an edge of a band.</summary>
    BandEdge,
}

/// <summary>How a panel shows its queries.</summary>
internal enum PanelKind
{
    /// <summary>Lines over time.</summary>
    TimeSeries,

    /// <summary>The newest value of one query as a number.</summary>
    Stat,

    /// <summary>A bar for each query that is filled while its value is 1.</summary>
    StateTimeline,
}

/// <summary>A query of a panel.</summary>
/// <param name="Legend">What its line is called; with <c>{{label}}</c> in it there is a line for each element of the result.</param>
/// <param name="Expression">The PromQL expression.</param>
internal sealed record PanelQuery(string Legend, string Expression)
{
    /// <summary>How its line is drawn.</summary>
    public LineStyle Style { get; init; } = LineStyle.Line;

    /// <summary>The legend of the line that the band below this one ends at.</summary>
    /// <value>Null: no band.</value>
    public string? BandDownTo { get; init; }
}
