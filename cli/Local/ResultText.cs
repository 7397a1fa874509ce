using System.Globalization;
using KedaStack.Cli.Simulate;
using KedaStack.Local;
using KedaStack.Scaling.Simulation.Recording;

namespace KedaStack.Cli.Local;

/// <summary>What came of a run, in sentences.</summary>
internal static class ResultText
{
    private static readonly CultureInfo _culture = CultureInfo.InvariantCulture;

    /// <summary>The sentences, a line each.</summary>
    public static IEnumerable<string> Lines(LocalRunResult result)
    {
        yield return $"Ran for {Time(result.Duration)}{(result.End == LocalRunEnd.Stopped ? ", then stopped" : "")}. {result.Metrics.Text}";
        yield return $"Run:        {Steps(result.Plan.InitialReplicas, result.Decisions.Select(decision => decision.Decision))}";
        yield return $"Simulation: {Steps(result.Plan.InitialReplicas, result.Comparison.Prediction.Decisions)}";
        yield return Difference(result.Comparison);
        foreach (var line in Requests(result.Requests))
        {
            yield return line;
        }
    }

    private static string Difference(SimulationComparison comparison)
    {
        var replicas = comparison.LargestReplicaDifference == 0
            ? "The replicas never differed"
            : string.Create(_culture, $"The replicas differed by {comparison.LargestReplicaDifference} at most (first at {Time(comparison.LargestReplicaDifferenceAt!.Value)}), by more than 1 for {comparison.LongestApart.TotalSeconds:0.#} s on end at most (a sync interval was up to {comparison.SyncPeriod.TotalSeconds:0.#} s)");
        return comparison.LargestMetricDifferenceAt is { } at
            ? string.Create(_culture, $"{replicas}; the value of the query by {comparison.LargestMetricDifferenceMilli / 1000m:0.###} req/s at most, at {Time(at)}.")
            : $"{replicas}.";
    }

    private static IEnumerable<string> Requests(RequestAccount requests)
    {
        yield return string.Create(_culture, $"Requests: {requests.Sent} sent, {requests.Answered} answered, {requests.Served} served, {requests.Scraped?.ToString(_culture) ?? "unknown"} held by Prometheus; {requests.Probes} probes, which are not counted.");
        if (requests.NoneLost)
        {
            yield return "No request was lost.";
        }

        foreach (var (kind, count) in requests.Failed.OrderBy(kind => kind.Key, StringComparer.Ordinal))
        {
            yield return string.Create(_culture, $"{count} requests failed: {kind}.");
        }

        if (requests.Dropped > 0)
        {
            yield return string.Create(_culture, $"{requests.Dropped} requests came due but were not sent: this machine was too busy.");
        }

        if (requests.SilentReplicas + requests.SilentGenerators > 0)
        {
            yield return string.Create(_culture, $"{requests.SilentReplicas} replicas and {requests.SilentGenerators} load generators were killed and could not say what they counted.");
        }

        if (requests.Unscraped > 0)
        {
            yield return string.Create(_culture, $"{requests.Unscraped} requests were served between a replica's last scrape and its end: no Prometheus sees those.");
        }
    }

    private static string Steps(int first, IEnumerable<ScalingDecision> decisions) => string.Join(
        ", ",
        decisions.Select(decision => string.Create(_culture, $"{decision.To} at {Shown.Time(decision.AtMilliseconds)}"))
            .Prepend(first.ToString(_culture)));

    private static string Time(TimeSpan time) => Shown.Time((long)time.TotalMilliseconds);
}
