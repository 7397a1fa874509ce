namespace KedaStack.Infra.Monitoring.Dashboards;

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
