using KedaStack.Scaling.Quantities;

namespace KedaStack.Scaling.Prometheus;

/// <summary>
/// The query that KEDA asks: the request rate of one app, summed over its pods:
/// <c>sum(rate(http_requests_total{...}[2m]))</c>, in requests per second. It has one element, as KEDA requires.
/// </summary>
/// <param name="Metric">The counter's name.</param>
/// <param name="Matchers">Which series are the app's own. An Azure Monitor workspace may hold other clusters and
/// other apps, so the cluster, the namespace and the job are all needed.</param>
/// <param name="Window">The rate window: at least two scrape intervals, four for a rate without gaps.</param>
public sealed record RequestRateQuery(string Metric, IReadOnlyList<LabelMatcher> Matchers, TimeSpan Window)
{
    /// <summary>The query as PromQL.</summary>
    public override string ToString() =>
        $"sum(rate({new SeriesSelector(Metric, Matchers)}[{PrometheusDuration.Format(Window)}]))";
}
