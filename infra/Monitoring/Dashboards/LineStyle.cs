namespace KedaStack.Infra.Monitoring.Dashboards;

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
