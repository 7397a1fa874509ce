using System.Globalization;
using KedaStack.Scaling.Prometheus;
using KedaStack.Scaling.Prometheus.Client;
using KedaStack.Scaling.Quantities;

namespace KedaStack.Scaling.Explain.Live;

/// <summary>Finds out why a request rate is empty: whether the counter is there at all, and whether its targets are scraped.</summary>
internal static class EmptyAnswer
{
    private const int MostGroups = 10;
    private const int MostShown = 3;
    private const string Job = "job";
    private static readonly TimeSpan _anyStep = TimeSpan.FromSeconds(1);

    /// <summary>Asks once or twice.</summary>
    /// <param name="client">Asks Prometheus.</param>
    /// <param name="query">The query that has no answer.</param>
    /// <param name="time">The time of its evaluation.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>What was found, in sentences.</returns>
    public static async Task<IReadOnlyList<string>> FindAsync(
        IPrometheusClient client, RequestRateQuery query, DateTimeOffset time, CancellationToken cancellationToken)
    {
        var labels = string.Join(',', query.Matchers.Select(matcher => matcher.Name).Distinct());
        var counters = await AskAsync(client, $"topk({MostGroups}, count by ({labels}) ({query.Metric}))", time, cancellationToken).ConfigureAwait(false);
        if (counters.Error is { } error)
        {
            return [$"What there is could not be asked: {error.Message}"];
        }

        if (counters.Series.Count > 0)
        {
            return OfCounters(query, counters.Series);
        }

        var absent = $"No series is called {query.Metric}: nothing that exposes it is scraped into here.";
        if (query.Matchers.FirstOrDefault(matcher => matcher.Name == Job) is not { } job)
        {
            return [absent];
        }

        var targets = await AskAsync(client, $"bottomk({MostGroups}, min by ({labels}) (up{{{job}}}))", time, cancellationToken).ConfigureAwait(false);
        return targets.Error is { } second ? [absent, $"Its targets could not be asked for: {second.Message}"] : [absent, OfTargets(query, job, targets.Series)];
    }

    // A range of one step: an instant query's answer holds no labels.
    private static Task<RangeQueryResult> AskAsync(IPrometheusClient client, string query, DateTimeOffset time, CancellationToken cancellationToken) =>
        client.QueryRangeAsync(query, time, time, _anyStep, cancellationToken);

    private static IReadOnlyList<string> OfCounters(RequestRateQuery query, IReadOnlyList<RangeSeries> groups)
    {
        if (groups.FirstOrDefault(group => Differing(query, group) == 0) is { } asked)
        {
            var window = PrometheusDuration.Format(query.Window);
            return
            [
                $"{Count(asked)} of {query.Metric} {(Value(asked) == 1 ? "is" : "are")} there as asked, but without two samples in the last {window}: "
                + $"scraping has just begun or ended, or is less frequent than every {PrometheusDuration.Format(query.Window / 2)}.",
            ];
        }

        var nearest = groups.OrderBy(group => Differing(query, group)).Take(MostShown)
            .Select(group => $"There is {Describe(query, group)} ({Count(group)}).");
        return [$"{query.Metric} is there, but not with {string.Join(", ", query.Matchers)}.", .. nearest];
    }

    private static string OfTargets(RequestRateQuery query, LabelMatcher job, IReadOnlyList<RangeSeries> groups) => groups switch
    {
        [] => $"up{{{job}}} is empty: no target of this job is scraped into here. Its ServiceMonitor is missing or selects nothing, or this is another workspace.",
        _ when groups.Any(group => Value(group) == 0) =>
            $"up{{{job}}} is 0 for a target ({Describe(query, groups.First(group => Value(group) == 0))}): its scrape fails.",
        _ => $"up{{{job}}} is 1 ({Describe(query, groups[0])}): the targets are scraped, but expose no {query.Metric}.",
    };

    private static int Differing(RequestRateQuery query, RangeSeries group) =>
        query.Matchers.Count(matcher => group.Labels.GetValueOrDefault(matcher.Name, "") != matcher.Value);

    private static string Describe(RequestRateQuery query, RangeSeries group) => string.Join(", ", query.Matchers.Select(matcher =>
        group.Labels.TryGetValue(matcher.Name, out var value) ? new LabelMatcher(matcher.Name, value).ToString() : $"no {matcher.Name}"));

    private static string Count(RangeSeries group) =>
        Value(group) == 1 ? "1 series" : string.Create(CultureInfo.InvariantCulture, $"{Value(group)} series");

    private static double Value(RangeSeries group) => group.Samples.Count > 0 ? group.Samples[^1].Value : 0;
}
