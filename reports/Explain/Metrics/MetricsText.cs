using KedaStack.Reports.Writing;
using KedaStack.Scaling.Explain;
using KedaStack.Scaling.Explain.Answers;
using KedaStack.Scaling.Explain.Edges;
using KedaStack.Scaling.Explain.Metrics;
using static KedaStack.Resources.Writing.ShownNumber;

namespace KedaStack.Reports.Explain.Metrics;

/// <summary>What each trigger or metric proposes, which one wins, and what would change it, for people.</summary>
internal static class MetricsText
{
    /// <summary>Writes the proposals.</summary>
    public static void WriteProposals(TextPage page, ScalingExplanation explanation)
    {
        var what = explanation.Case.ScaledObject is null ? "Metrics" : "Triggers";
        page.Heading(explanation.Forecast.FirstChoice is { } choice
            ? $"{what}, at {Replicas(choice.Replicas)} (> the highest proposal)"
            : $"{what}; no sync asks them");
        string[][] rows = [.. explanation.Metrics.Select(metric => Row(explanation, metric))];
        page.Table([["  name", "value", "target", "proposal", ""], .. rows], hasHeader: true);
    }

    /// <summary>Writes what would change the count, of each with the others as they are.</summary>
    public static void WriteEdges(TextPage page, ScalingExplanation explanation)
    {
        var end = explanation.Forecast.ReplicasAtEnd;
        if (!explanation.HasEdges || explanation.Case.Hpa is null)
        {
            return;
        }

        var moved = explanation.Metrics.Where(metric => metric.More is not null || metric.Less is not null).ToList();
        if (moved.Count > 0)
        {
            page.Heading($"What would change it, from {Replicas(explanation.Forecast.CurrentReplicas)}, the others as they are");
            page.Table([.. moved.SelectMany(metric => Edges(metric, metric.More, metric.Less))]);
        }

        string[][] rows = [.. explanation.Metrics.SelectMany(metric => AtRest(metric, end))];
        if (rows.Length > 0)
        {
            page.Heading($"What would change it, at {Replicas(end)}, the others as they are");
            page.Table(rows);
        }
    }

    private static string[] Row(ScalingExplanation explanation, ExplainedMetric metric)
    {
        var best = explanation.Metrics.FirstOrDefault(other => other.Wins)?.Proposal;
        var remark = metric switch
        {
            { Metric: null } => "",
            { Wins: true, Answer.Cron.Until: { } until } => $"wins{Tolerated(metric)}, until {ShownTime.Of(until)}",
            { Wins: true } => "wins" + Tolerated(metric),
            { Proposal: { } less } when best is { } most && most > less => $"{Count(most - less)} fewer",
            { Proposal: not null } when best is not null => "as many",
            _ => "",
        };
        var proposal = metric switch
        {
            { Proposal: { } replicas } => Replicas(replicas),
            { Metric: null } => "-",
            { Error: not null } => "none: it fails",
            { IsActive: false } => "none: not active",
            _ => "none",
        };
        return [(metric.Wins ? "> " : "  ") + MetricWords.Name(metric), MetricWords.Value(metric), MetricWords.Target(metric), proposal, remark];
    }

    private static string Tolerated(ExplainedMetric metric) => metric.IsWithinTolerance ? " within tolerance" : "";

    private static IEnumerable<string[]> AtRest(ExplainedMetric metric, int replicas)
    {
        if (metric.Change is { } change)
        {
            var effect = change.Replicas == replicas
                ? $"still {Replicas(replicas)}"
                : $"{Replicas(change.Replicas)}{(change.AfterMilliseconds == 0 ? "" : $" {Seconds(change.AfterMilliseconds)} later")}";
            yield return [metric.Name, change.Opens ? "opens" : "closes", $"{ShownTime.Of(change.At)}: {effect}", ""];
        }

        if (metric.AtRest is not { } rest)
        {
            yield break;
        }

        if (rest.Tolerance is { } band)
        {
            var range = $"{MetricWords.Number(metric, band.LowestMilli)} to {MetricWords.Number(metric, band.HighestMilli)}";
            yield return [metric.Name, "tolerance", $"{range}: it proposes no change", ""];
        }

        foreach (var row in Edges(metric, rest.More, rest.Less))
        {
            yield return row;
        }
    }

    private static IEnumerable<string[]> Edges(ExplainedMetric metric, ValueEdge? more, ValueEdge? less)
    {
        yield return Edge(metric, "more", more);
        yield return Edge(metric, "fewer", less);
    }

    private static string[] Edge(ExplainedMetric metric, string name, ValueEdge? edge)
    {
        if (edge is not { } found)
        {
            return [metric.Name, name, "no value does that", ""];
        }

        var word = found.ValueMilli > metric.ValueMilli ? "from" : "up to";
        return
        [
            metric.Name, name, $"{word} {MetricWords.Number(metric, found.ValueMilli)}: {Replicas(found.Replicas)}",
            found.AfterMilliseconds == 0 ? "at the next sync" : $"after {Seconds(found.AfterMilliseconds)}",
        ];
    }
}
