using System.Globalization;
using KedaStack.Local;
using KedaStack.Local.Comparison;
using KedaStack.Local.Watching;
using KedaStack.Resources.Writing;
using KedaStack.Scaling.Simulation.Recording;

namespace KedaStack.Reports.Local;

/// <summary>What came of a run, in a table beside the prediction and in sentences.</summary>
internal sealed record RunSummary
{
    /// <summary>The figures.</summary>
    public required IReadOnlyList<SummaryRow> Figures { get; init; }

    /// <summary>How far run and prediction were apart.</summary>
    public required IReadOnlyList<string> Differences { get; init; }

    /// <summary>Where the requests went.</summary>
    public required IReadOnlyList<string> Requests { get; init; }

    /// <summary>The summary of a run.</summary>
    public static RunSummary Of(LocalRunResult result) => new()
    {
        Figures = [.. FiguresOf(result)],
        Differences = [.. DifferencesOf(result.Comparison, result.StoodStill)],
        Requests = [.. RequestsOf(result.Requests)],
    };

    private static IEnumerable<SummaryRow> FiguresOf(LocalRunResult result)
    {
        var prediction = result.Comparison.Prediction;
        ScalingDecision[] run = [.. result.Decisions.Select(decision => decision.Decision)];
        var most = result.History.Select(point => point.SpecReplicas).DefaultIfEmpty().Max();
        yield return new SummaryRow("Most replicas desired", Count(most), Count(prediction.Kpis.PeakReplicas));
        yield return Times("First step up", decisions => decisions.FirstOrDefault(IsUp));
        yield return Times("Most replicas reached", decisions => decisions.Where(IsUp).OrderByDescending(decision => decision.To).FirstOrDefault());
        yield return Times("First step down after it", FirstDownAfterMost);
        yield return Times("Last step down", decisions => decisions.LastOrDefault(IsDown));
        yield return new SummaryRow("Changes of the replicas", Count(run.Length), Count(prediction.Kpis.Decisions));

        SummaryRow Times(string name, Func<IReadOnlyList<ScalingDecision>, ScalingDecision> pick) =>
            new(name, Time(pick(run)), Time(pick(prediction.Decisions)));
    }

    private static IEnumerable<string> DifferencesOf(SimulationComparison comparison, TimeSpan stoodStill)
    {
        var (longest, sync) = (Seconds(comparison.LongestApart), Seconds(comparison.SyncPeriod));
        if (stoodStill > TimeSpan.Zero)
        {
            yield return $"Time stood still for {Seconds(stoodStill)}: the process was stopped, or the machine slept; run and prediction cannot be compared.";
        }
        else
        {
            yield return comparison.LongestApart == TimeSpan.Zero
                ? "Run and prediction agree: their desired replicas never differed by more than 1."
                : comparison.Agrees
                ? $"Run and prediction agree: their desired replicas never differed by more than 1 for longer than one sync ({sync}); {longest} was the longest."
                : $"Run and prediction do not agree: their desired replicas differed by more than 1 for {longest} on end, longer than one sync ({sync}).";
        }

        yield return comparison.LargestReplicaDifferenceAt is { } at
            ? $"The largest difference of the desired replicas was {Count(comparison.LargestReplicaDifference)}, first at {Time(at)}."
            : "The desired replicas were the predicted ones all the time.";
        if (comparison is { LargestMetricDifferenceAt: { } metricAt, LargestMetricDifferenceMilli: > 0 })
        {
            yield return "The largest difference of the query value was "
                + $"{Shown.Number(comparison.LargestMetricDifferenceMilli / 1000m, decimals: 2, "req/s")}, at {Time(metricAt)}.";
        }
    }

    private static IEnumerable<string> RequestsOf(RequestAccount account)
    {
        yield return account.NoneLost
            ? $"No request was lost: {Count(account.Sent)} {Were(account.Sent)} sent, answered and served once each."
            : $"{Shown.Count(account.Sent, "request")} {Were(account.Sent)} sent, {Count(account.Answered)} answered, {Count(account.Served)} served by the replicas; "
                + $"{Failures(account.Failed)}; {Count(account.Dropped)} came due and {Were(account.Dropped)} not sent.";
        if (account.SilentReplicas + account.SilentGenerators > 0)
        {
            yield return $"{Shown.Count(account.SilentReplicas, "replica")} and {Shown.Count(account.SilentGenerators, "load generator")} were killed and could not say what they counted.";
        }

        yield return account.AllScraped ? "Prometheus held all of them, to the request."
            : account.Scraped is not { } scraped ? "Prometheus did not answer at the end, so that what it held is unknown."
            : $"Prometheus held {Count(scraped)} of them; {Count(account.Unscraped)} {Were(account.Unscraped)} served after a replica's last scrape.";
        yield return $"{Shown.Count(account.Probes, "probe")} {Were(account.Probes)} made besides, which the app does not count.";
    }

    private static string Failures(IReadOnlyDictionary<string, long> failed) => failed.Count == 0
        ? "none failed"
        : $"{Count(failed.Values.Sum())} failed ("
            + string.Join(", ", failed.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key} {Count(pair.Value)}")) + ")";

    private static ScalingDecision FirstDownAfterMost(IReadOnlyList<ScalingDecision> decisions)
    {
        var most = decisions.Select(decision => decision.To).DefaultIfEmpty().Max();
        return decisions.SkipWhile(decision => decision.To < most).FirstOrDefault(IsDown);
    }

    private static bool IsUp(ScalingDecision decision) => decision.To > decision.From;

    private static bool IsDown(ScalingDecision decision) => decision.To < decision.From;

    // A decision that is not there has no step.
    private static string Time(ScalingDecision decision) =>
        decision.From == decision.To ? Shown.Nothing : Shown.Time(decision.AtMilliseconds);

    private static string Time(TimeSpan at) => Shown.Time((long)at.TotalMilliseconds);

    private static string Seconds(TimeSpan time) => Shown.Number((decimal)time.TotalSeconds, decimals: 1, "s");

    private static string Were(long count) => count == 1 ? "was" : "were";

    private static string Count(long count) => count.ToString("#,0", CultureInfo.InvariantCulture);
}

/// <summary>A figure of a run beside the predicted one.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Run">As it was.</param>
/// <param name="Predicted">As the simulation says.</param>
internal sealed record SummaryRow(string Name, string Run, string Predicted);
