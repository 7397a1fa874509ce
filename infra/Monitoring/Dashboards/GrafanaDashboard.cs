using System.Collections.Immutable;

namespace KedaStack.Infra.Monitoring.Dashboards;

/// <summary>A Grafana dashboard over one Prometheus, which whoever looks at it picks.</summary>
internal sealed record GrafanaDashboard
{
    /// <summary>Its stable id within one Grafana; 40 characters at most.</summary>
    public required string Uid { get; init; }

    /// <summary>Its title.</summary>
    public required string Title { get; init; }

    /// <summary>What it shows, in a sentence.</summary>
    public required string Description { get; init; }

    /// <summary>Words to find it by.</summary>
    public required ImmutableArray<string> Tags { get; init; }

    /// <summary>The panels, row by row; they flow into the rows of 24 columns by their widths.</summary>
    public required ImmutableArray<DashboardPanel> Panels { get; init; }

    /// <summary>What is marked in all panels.</summary>
    public required ImmutableArray<DashboardAnnotation> Annotations { get; init; }

    /// <summary>All expressions, with the place that each is in.</summary>
    public IEnumerable<(string Place, string Expression)> Expressions =>
    [
        .. Panels.SelectMany(panel => panel.Queries.Select(query => ($"{panel.Title}: {query.Legend}", query.Expression))),
        .. Annotations.Select(annotation => (annotation.Name, annotation.Expression)),
    ];
}

/// <summary>Moments that are marked in all panels: those at which an expression has a value.</summary>
internal sealed record DashboardAnnotation
{
    /// <summary>What they are called.</summary>
    public required string Name { get; init; }

    /// <summary>The PromQL expression.</summary>
    public required string Expression { get; init; }

    /// <summary>What a mark says; <c>{{label}}</c> stands for a label of the element.</summary>
    public required string Title { get; init; }

    /// <summary>How often the expression is evaluated.</summary>
    public required TimeSpan Step { get; init; }
}
