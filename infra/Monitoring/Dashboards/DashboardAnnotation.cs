namespace KedaStack.Infra.Monitoring.Dashboards;

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
