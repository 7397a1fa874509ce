namespace KedaStack.Infra.Monitoring.Dashboards;

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
