using KedaStack.Scaling.Prometheus;

namespace KedaStack.Local.Metrics;

/// <summary>The query of the stack, for a run that is a number of times as fast as the clock.</summary>
/// <param name="Query">The query as it is deployed.</param>
/// <param name="ScrapeInterval">The scrape interval as it is deployed.</param>
/// <param name="Speed">How many times as fast as the clock the stack's time passes.</param>
public sealed record MetricsQuery(RequestRateQuery Query, TimeSpan ScrapeInterval, double Speed)
{
    /// <summary>The window on the clock, to a millisecond.</summary>
    public TimeSpan Window => OnClock(Query.Window);

    /// <summary>The scrape interval on the clock, to a millisecond.</summary>
    public TimeSpan Interval => OnClock(ScrapeInterval);

    /// <summary>The query as it is asked: rates are per second on the clock, as the load is.</summary>
    public string Text => (Query with { Window = Window }).ToString();

    /// <summary>The series of successful requests that the query sums up.</summary>
    public string SuccessSelector => $"{Query.Metric}{{{string.Join(',', Query.Matchers.Append(new LabelMatcher("code", "200")))}}}";

    /// <summary>The labels that a target needs for the query to find it.</summary>
    public IReadOnlyList<LabelMatcher> Labels => Query.Matchers;

    private TimeSpan OnClock(TimeSpan time) => TimeSpan.FromMilliseconds(Math.Max(1, Math.Round(time.TotalMilliseconds / Speed)));
}
