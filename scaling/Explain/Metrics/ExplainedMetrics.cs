using KedaStack.Scaling.Explain.Answers;
using KedaStack.Scaling.Explain.Edges;
using KedaStack.Scaling.Explain.Forecast;
using KedaStack.Scaling.Hpa.Proposals;
using KedaStack.Scaling.Hpa.Spec;
using KedaStack.Scaling.Keda.Triggers;
using KedaStack.Scaling.Keda.Triggers.Cron;

namespace KedaStack.Scaling.Explain.Metrics;

/// <summary>Explains each trigger of a case, each metric of a recorded HPA, and a formula.</summary>
internal static class ExplainedMetrics
{
    private const string FormulaName = "the formula";

    /// <summary>The triggers in their order, or the metrics; a formula after its triggers.</summary>
    /// <param name="scalingCase">The case.</param>
    /// <param name="answers">What its triggers answer; empty without a ScaledObject.</param>
    /// <param name="forecast">What happens.</param>
    /// <param name="withEdges">Whether to look for what would change it.</param>
    public static IReadOnlyList<ExplainedMetric> Of(
        ScalingCase scalingCase, IReadOnlyList<TriggerAnswer> answers, ScalingForecast forecast, bool withEdges)
    {
        var metrics = scalingCase.Metrics;
        var explained = Enumerable.Range(0, scalingCase.Places).Select(place => Of(scalingCase, place, answers.ElementAtOrDefault(place), withEdges, forecast)
            with
        {
            Metric = metrics.FirstOrDefault(entry => entry.Place == place).Metric,
        }).ToList();
        if (scalingCase.ScaledObject?.Modifiers is { } modifiers && metrics.FirstOrDefault(entry => entry.Place is null).Metric is { } formula)
        {
            explained.Add(new ExplainedMetric
            {
                Name = FormulaName,
                Metric = formula,
                ValueMilli = Proposal(forecast.FirstChoice, metrics, null)?.UsageMilli,
                Error = Proposal(forecast.FirstChoice, metrics, null)?.Error,
                IsActive = Proposal(forecast.FirstChoice, metrics, null) is { Error: null } value && value.UsageMilli / 1000.0 > modifiers.ActivationTarget,
            });
        }

        return [.. explained.Select((metric, i) =>
        {
            int? place = i < scalingCase.Places ? i : null;
            return metric with
            {
                Proposal = Proposal(forecast.FirstChoice, metrics, place) is { Error: null } proposal ? proposal.Replicas : null,
                IsWithinTolerance = Proposal(forecast.FirstChoice, metrics, place) is { Error: null, WithinTolerance: true, Ratio: not 1 },
                Wins = Wins(forecast.FirstChoice, metrics, place),
                WinsInTheEnd = Wins(forecast.LastChoice, metrics, place),
            };
        })];
    }

    private static ExplainedMetric Of(ScalingCase scalingCase, int place, TriggerAnswer? answer, bool withEdges, ScalingForecast forecast)
    {
        var hasEdges = withEdges && scalingCase.Hpa is not null && scalingCase.ValueAt(place) is not null && answer?.Trigger is not CronTrigger;
        var end = forecast.ReplicasAtEnd;
        var isMoved = end != forecast.CurrentReplicas;
        return new ExplainedMetric
        {
            Name = answer?.Name ?? scalingCase.SourceAt(place).Name,
            Answer = answer,
            ValueMilli = scalingCase.ValueAt(place),
            Error = scalingCase.Held(place).Error,
            IsActive = answer is { Trigger: ExternalMetricTrigger trigger, Reading: var reading }
                ? reading.Error is null && trigger.IsActive(reading.Value)
                : null,
            More = hasEdges && isMoved ? ValueEdge.More(scalingCase, place) : null,
            Less = hasEdges && isMoved ? ValueEdge.Less(scalingCase, place) : null,
            AtRest = hasEdges ? RestingCount.Of(scalingCase, end, place) : null,
            Change = withEdges && answer is not null ? WindowChange.Of(scalingCase.AtRest(end), place, answer) : null,
        };
    }

    private static MetricProposal? Proposal(MetricChoice? choice, IReadOnlyList<(MetricSource Metric, int? Place)> metrics, int? place)
    {
        for (var i = 0; choice is not null && i < metrics.Count; i++)
        {
            if (metrics[i].Place == place)
            {
                return choice.Proposals[i];
            }
        }

        return null;
    }

    private static bool Wins(MetricChoice? choice, IReadOnlyList<(MetricSource Metric, int? Place)> metrics, int? place) =>
        choice?.Winner is { } winner && metrics[winner].Place == place;
}
