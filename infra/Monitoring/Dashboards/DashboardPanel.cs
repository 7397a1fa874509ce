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
