using KedaStack.Scaling.Explain;
using KedaStack.Scaling.Explain.Answers;
using KedaStack.Scaling.Explain.Metrics;
using KedaStack.Scaling.Hpa;
using KedaStack.Scaling.Hpa.Spec;
using KedaStack.Scaling.Quantities;
using static KedaStack.Resources.Writing.ShownNumber;

namespace KedaStack.Reports.Explain.Metrics;

/// <summary>Words for a trigger, a metric and the choice among them.</summary>
internal static class MetricWords
{
    /// <summary>The name, with the type where it is another word.</summary>
    public static string Name(ExplainedMetric metric) => metric.Answer is { Trigger.Type: { } type } && type != metric.Name
        ? $"{metric.Name} ({type})"
        : metric.Metric is { Type: not "External" } source && metric.Answer is null ? $"{metric.Name} ({source.Type})"
        : metric.Name;

    /// <summary>The value: what was given, or what was recorded.</summary>
    public static string Value(ExplainedMetric metric) => metric switch
    {
        { Answer: { Cron: not null } answer } => $"{answer.Shown} at {ShownTime.Of(answer.Cron.At)}: {Milli(metric.ValueMilli ?? 0)}",
        { Answer: { Reading.Error: null } answer } => answer.Shown,
        { Answer: { } answer } => $"{answer.Shown}: an error",
        { Error: not null } => "no value",
        _ => Number(metric, metric.ValueMilli ?? 0),
    };

    /// <summary>A value of a metric: <c>43%</c>, <c>120</c>, or a quantity of cpu or memory.</summary>
    public static string Number(ExplainedMetric metric, long milli) => metric.IsPercent ? HpaTargets.Percent(new MilliQuantity(milli))
        : metric.Metric is ResourceMetricSource { Target.IsBinary: true } ? new MilliQuantity(milli) { IsBinary = true }.ToString()
        : metric.Metric is ResourceMetricSource ? new MilliQuantity(milli).ToString()
        : Milli(milli);

    /// <summary>The target: <c>5 per replica</c>, <c>60%</c>.</summary>
    public static string Target(ExplainedMetric metric) => metric.Metric is { } source ? Target(source) : "in the formula";

    /// <summary>The target of a metric.</summary>
    public static string Target(MetricSource source) => source switch
    {
        { TargetType: MetricTargetType.Utilization } => HpaTargets.Percent(source.Target),
        { TargetType: MetricTargetType.AverageValue } => $"{source.Target} per replica",
        _ => source.Target.ToString(),
    };

    /// <summary>Whether the case is one of several triggers, a formula or a cron trigger: then each is explained for itself.</summary>
    public static bool IsOfSeveral(ScalingExplanation explanation) =>
        explanation.Metrics is not [{ Answer: null or { Trigger: not Scaling.Keda.Triggers.Cron.CronTrigger } }];

    /// <summary>Whether a metric has no value.</summary>
    public static bool IsFailing(ScalingExplanation explanation) => explanation.Metrics.Any(metric => metric.Error is not null);

    /// <summary>Who decides the count in the end.</summary>
    public static string Decision(ScalingExplanation explanation)
    {
        var (end, hpa) = (explanation.Forecast.ReplicasAtEnd, explanation.Case.Hpa);
        if (hpa is null)
        {
            return "the ScaledObject is paused";
        }

        if (end == 0)
        {
            return explanation.Case.ScaledObject?.Modifiers is null ? "no trigger is active" : "the formula is not active";
        }

        if (explanation.Metrics.FirstOrDefault(metric => metric.WinsInTheEnd) is not { } winner)
        {
            var failing = explanation.Metrics.Where(metric => metric.Error is not null && metric.Metric is not null).Select(metric => metric.Name).ToList();
            return failing.Count == 0 ? "the metrics are not asked"
                : failing.Count == explanation.Metrics.Count(metric => metric.Metric is not null) ? $"nothing is computed without a value of {string.Join(" or ", failing)}"
                : $"without a value of {string.Join(" or ", failing)} nothing is scaled in";
        }

        var proposal = LastProposal(explanation);
        var failed = explanation.Metrics.Where(metric => metric.Error is not null && FailsInTheEnd(explanation, metric)).Select(metric => metric.Name).ToList();
        return Decision(winner, proposal, end, hpa)
            + (failed.Count == 0 ? "" : $", and nothing is scaled in without a value of {string.Join(" or ", failed)}");
    }

    private static bool FailsInTheEnd(ScalingExplanation explanation, ExplainedMetric metric) => explanation.Forecast.LastChoice is { } choice
        && explanation.Case.Metrics.Select((entry, place) => (entry.Metric.Name, place))
            .Any(entry => entry.Name == metric.Metric?.Name && choice.Proposals[entry.place].Error is not null);

    private static string Decision(ExplainedMetric winner, int proposal, int end, HorizontalPodAutoscalerSpec hpa) =>
        proposal > end && end == hpa.MaxReplicas ? $"{winner.Name} asks for {Count(proposal)}, the maximum holds"
            : proposal < end && end == hpa.MinReplicas ? $"{winner.Name} asks for {Count(proposal)}, the minimum holds"
            : proposal < end ? $"{winner.Name} asks for {Count(proposal)}, and the scale-down is held or limited"
            : winner.Answer?.Cron is { Until: { } until } ? $"{winner.Name} decides until {ShownTime.Of(until)}"
            : $"{winner.Name} decides";

    private static int LastProposal(ScalingExplanation explanation) => explanation.Forecast.LastChoice is { Winner: { } winner } choice
        ? choice.Proposals[winner].Replicas
        : explanation.Forecast.ReplicasAtEnd;
}
