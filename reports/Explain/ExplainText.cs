using KedaStack.Reports.Explain.Metrics;
using KedaStack.Reports.Writing;
using KedaStack.Resources.Writing;
using KedaStack.Scaling.Explain.Forecast;
using static KedaStack.Resources.Writing.ShownNumber;

namespace KedaStack.Reports.Explain;

/// <summary>An explanation for people.</summary>
internal static class ExplainText
{
    private const int ShownChanges = 12;

    /// <summary>Writes it.</summary>
    /// <param name="report">The explanation.</param>
    /// <param name="widthColumns">The width to wrap lines at.</param>
    public static string Write(ExplainReport report, int widthColumns)
    {
        var page = new TextPage(widthColumns);
        var (explanation, forecast) = (report.Explanation, report.Explanation.Forecast);
        page.Line(Headline(report));
        page.Line($"{Source(report)}: {report.Settings}.");
        LiveText.Write(page, report);
        if (MetricWords.IsOfSeveral(explanation))
        {
            MetricsText.WriteProposals(page, explanation);
        }

        if (explanation.Rules.Count > 0)
        {
            page.Heading($"Rules, in order, at {Replicas(forecast.CurrentReplicas)} (* changed the result)");
            page.Table(
                [
                    ["  rule", "input", "formula", "output"],
                    .. explanation.Rules.Select(rule => new[] { RuleLine.Mark(rule) + rule.Rule, rule.Input, rule.Formula, "-> " + rule.Output }),
                ],
                hasHeader: true,
                [.. explanation.Rules.Select(RuleLine.Of)]);
        }

        Answer(page, report);
        OutageText.Write(page, explanation);
        EdgesText.Write(page, report);
        if (explanation.WithoutEffect.Count > 0)
        {
            page.Heading("Settings without effect here");
            string[][] rows = [.. explanation.WithoutEffect.Select(setting => new[] { $"{setting.Setting} {setting.Value}", setting.Reason })];
            page.Table(rows);
        }

        if (report.Notes.Count > 0)
        {
            page.Heading("Notes");
            foreach (var note in report.Notes)
            {
                page.Item(note);
            }
        }

        return page.ToString();
    }

    private static string Source(ExplainReport report) => report.SourceKind switch
    {
        "stack" => $"Stack {report.SourceName}",
        "workload" => $"Workload {report.SourceName}",
        "hpa" => $"HPA of {report.SourceName}",
        _ => $"ScaledObject of {report.SourceName}",
    };

    private static string Headline(ExplainReport report)
    {
        var forecast = report.Explanation.Forecast;
        var path = forecast.Changes.Count is > 0 and <= ShownChanges
            ? $" ({string.Join(" -> ", forecast.Changes.Select(change => Count(change.From)).Append(Count(forecast.ReplicasAtEnd)))})"
            : "";
        if (report.Recorded is { } sync)
        {
            if (sync.Recorded.IsNeverComputed)
            {
                return $"{sync.Recorded.Spec.Name} has never computed a count ({sync.Recorded.Failure?.Reason ?? "no sync yet"}): nothing is scaled, not to 0 either.";
            }

            var (before, after) = (sync.Recorded.CurrentReplicas, sync.Recorded.DesiredReplicas);
            var end = !sync.Reproduced ? $" as recorded; the rules give {Count(sync.ComputedReplicas)}"
                : forecast.SettledAfterMilliseconds == 0 ? ""
                : $", and {Count(forecast.ReplicasAtEnd)} in the end{path}";
            var change = before == after ? "stays at" : $"goes from {Count(before)} to";
            var decision = sync.Reproduced && (MetricWords.IsOfSeveral(report.Explanation) || MetricWords.IsFailing(report.Explanation)) ? $": {MetricWords.Decision(report.Explanation)}" : "";
            return $"{sync.Recorded.Spec.Name} {change} {Replicas(after)}{end}{decision}.";
        }

        if (MetricWords.IsOfSeveral(report.Explanation))
        {
            var verb = report.Explanation.Metrics.Count(metric => metric.Answer is not null) == 1 ? "means" : "mean";
            return $"{report.Answer} {verb} {Replicas(forecast.ReplicasAtEnd)}{path}: {MetricWords.Decision(report.Explanation)}.";
        }

        var answer = report.Answer!.Equals("empty", StringComparison.OrdinalIgnoreCase) ? "An empty answer"
            : report.Live?.IsNumber == false || char.IsAsciiLetter(report.Answer[0]) && report.Explanation.Metrics is [{ Answer.Response: null or { HttpStatus: not 200 } }] ? char.ToUpperInvariant(report.Answer[0]) + report.Answer[1..]
            // NaN and the infinities are no rate.
            : char.IsAsciiLetter(report.Answer[^1]) ? report.Answer
            : report.Answer + report.Unit;
        var error = report.Explanation.Case.Answer.Error is null ? "" : "; KEDA treats it as an error";
        return $"{answer} means {Replicas(forecast.ReplicasAtEnd)}{path}{error}.";
    }

    private static void Answer(TextPage page, ExplainReport report)
    {
        var forecast = report.Explanation.Forecast;
        var targets = forecast.TargetsNow;
        page.Heading("Answer");
        page.Item(report.Recorded switch
        {
            null => $"{Replicas(forecast.ReplicasNow)} now.",
            { Recorded: { IsNeverComputed: true, CurrentReplicas: var current } } => $"No count was computed: {(current > 0 ? $"{Replicas(current)} {(current == 1 ? "stays" : "stay")}" : "nothing is written")}.",
            { Reproduced: true } sync => $"{Replicas(sync.Recorded.DesiredReplicas)}: as the rules say.",
            var sync => $"{Replicas(sync.Recorded.DesiredReplicas)} as recorded; the rules give {Count(sync.ComputedReplicas)}, from which all below goes on.",
        });
        if (report.Recorded is not { Recorded.IsNeverComputed: true })
        {
            page.Item(Rest(report));
        }

        Changes(page, forecast);
        if (targets is not null)
        {
            var end = forecast.TargetsAtEnd == targets ? "" : $", in the end {forecast.TargetsAtEnd}";
            page.Item($"kubectl get hpa shows TARGETS {targets}{end}");
        }

        Conditions(page, report);
    }

    private static string Rest(ExplainReport report)
    {
        var forecast = report.Explanation.Forecast;
        return forecast switch
        {
            { Settled: false } => "The count does not settle:",
            { SettledAfterMilliseconds: 0 } when MetricWords.IsOfSeveral(report.Explanation) && report.Recorded is null or { Reproduced: true } =>
                "It stays there if the values do.",
            { SettledAfterMilliseconds: 0 } when report.Recorded is { Reproduced: false } => $"By the rules it stays at {Count(forecast.ReplicasAtEnd)} if the value does.",
            { SettledAfterMilliseconds: 0 } => "It stays there if the value does.",
            _ => $"{Replicas(forecast.ReplicasAtEnd)} after {Seconds(forecast.SettledAfterMilliseconds)} if "
                + $"{(MetricWords.IsOfSeveral(report.Explanation) ? "the values stay" : "the value stays")}:",
        };
    }

    private static void Changes(TextPage page, ScalingForecast forecast)
    {
        page.Table([.. forecast.Changes.Take(ShownChanges).Select(change => new[]
        {
            $"  {Seconds(change.AtMilliseconds)}",
            $"{Count(change.From)} -> {Count(change.To)}",
            change.By == ScalingActor.Hpa ? "HPA" : "KEDA",
            change.Reason,
        })]);
        if (forecast.Changes.Count > ShownChanges)
        {
            page.Item($"  ... and {Shown.Count(forecast.Changes.Count - ShownChanges, "change")} more");
        }
    }

    private static void Conditions(TextPage page, ExplainReport report)
    {
        string[][] rows = report.Recorded is { } sync
            ? [.. sync.Recorded.Conditions.Select(condition => new[] { $"{condition.Type} {condition.Status}", condition.Reason, condition.Message })]
            : [.. report.Explanation.Forecast.Conditions.Select(condition => new[]
                { $"{condition.Type} {condition.Status}", condition.Reason.ToString(), condition.Message })];
        if (rows.Length > 0)
        {
            page.Heading("Conditions, as kubectl describe hpa shows them");
            page.Table(rows);
        }
    }
}
