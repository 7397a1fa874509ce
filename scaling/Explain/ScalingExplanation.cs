using KedaStack.Scaling.Explain.Answers;
using KedaStack.Scaling.Explain.Edges;
using KedaStack.Scaling.Explain.Forecast;
using KedaStack.Scaling.Explain.Metrics;
using KedaStack.Scaling.Explain.Outages;
using KedaStack.Scaling.Explain.Rules;
using KedaStack.Scaling.Hpa;
using KedaStack.Scaling.Keda;
using KedaStack.Scaling.Keda.Triggers.Cron;
using KedaStack.Scaling.Prometheus;
using KedaStack.Scaling.Steps;

namespace KedaStack.Scaling.Explain;

/// <summary>Why an answer means so many replicas.</summary>
public sealed record ScalingExplanation
{
    private const int MostEventsForEdges = 5_000;

    /// <summary>The case.</summary>
    public required ScalingCase Case { get; init; }

    /// <summary>Each rule of the first sync, in order.</summary>
    public required IReadOnlyList<RuleStep> Rules { get; init; }

    /// <summary>What happens when the answer stays.</summary>
    public required ScalingForecast Forecast { get; init; }

    /// <summary>The least value that settles at more replicas; null when none does, or when it takes too long to settle.</summary>
    public ValueEdge? More { get; init; }

    /// <summary>The greatest value that settles at fewer; null likewise.</summary>
    public ValueEdge? Less { get; init; }

    /// <summary>Whether <see cref="More"/> and <see cref="Less"/> were looked for.</summary>
    public bool HasEdges => Forecast.Settled && Forecast.Events <= MostEventsForEdges;

    /// <summary>How far the value may move once the count has settled; null without a value.</summary>
    public RestingCount? AtRest { get; init; }

    /// <summary>Each trigger or metric; with one value, what would change it is in <see cref="More"/>, <see cref="Less"/> and <see cref="AtRest"/>.</summary>
    public IReadOnlyList<ExplainedMetric> Metrics { get; init; } = [];

    /// <summary>What happens while a trigger has no value; null while all have one.</summary>
    public Outage? Outage { get; init; }

    /// <summary>The settings that change nothing.</summary>
    public IReadOnlyList<IneffectiveSetting> WithoutEffect { get; init; } = [];

    /// <summary>What to know about its times and triggers, in sentences.</summary>
    public IReadOnlyList<string> Notes => [.. WindowNote.Of(this), .. TriggerNotes.Of(this)];

    /// <summary>Explains the answer to a ScaledObject's query.</summary>
    /// <param name="scaledObject">The ScaledObject, with one trigger.</param>
    /// <param name="response">The answer.</param>
    /// <param name="currentReplicas">The replicas that there are.</param>
    /// <param name="semantics">The versions; null for the default.</param>
    public static ScalingExplanation Of(
        ScaledObject scaledObject, InstantQueryResponse response, int currentReplicas, ScalingSemantics? semantics = null)
    {
        var (trigger, versions) = (scaledObject.PrometheusTrigger, semantics ?? ScalingSemantics.Default);
        return Of(scaledObject, [TriggerAnswer.Of(trigger.Type, trigger, response, versions.Keda)], currentReplicas, versions);
    }

    /// <summary>Explains the answers of any triggers.</summary>
    /// <param name="scaledObject">The ScaledObject; triggers without an answer are left out.</param>
    /// <param name="answers">The answers, in the order of the triggers; at least one.</param>
    /// <param name="currentReplicas">The replicas that there are.</param>
    /// <param name="semantics">The versions; null for the default.</param>
    public static ScalingExplanation Of(
        ScaledObject scaledObject, IReadOnlyList<TriggerAnswer> answers, int currentReplicas, ScalingSemantics? semantics = null)
    {
        var scalingCase = ScalingCase.Of(
            scaledObject with { Triggers = [.. answers.Select(answer => answer.Trigger)] }, answers, currentReplicas, semantics);
        var hpa = new HpaExplanation();
        var forecast = ScalingForecast.Of(scalingCase, hpa);
        return Complete(scalingCase, [.. TriggerSteps.Of(scalingCase, answers), .. hpa.Steps], forecast, answers);
    }

    internal static ScalingExplanation Complete(
        ScalingCase scalingCase, IReadOnlyList<RuleStep> rules, ScalingForecast forecast, IReadOnlyList<TriggerAnswer> answers)
    {
        var explanation = new ScalingExplanation
        {
            Case = scalingCase,
            Rules = rules,
            Forecast = forecast,
            AtRest = forecast.Settled && scalingCase.ValueMilli is not null ? RestingCount.Of(scalingCase, forecast.ReplicasAtEnd) : null,
            Outage = answers.Count > 0 ? Outages.Outage.Of(scalingCase, answers, forecast) : null,
            WithoutEffect = scalingCase.ScaledObject is { } scaledObject ? IneffectiveSettings.For(scaledObject, scalingCase.Semantics.Keda.Warnings) : [],
        };
        if (scalingCase.ValueMilli is null || answers is [{ Trigger: CronTrigger }])
        {
            return explanation with { Metrics = ExplainedMetrics.Of(scalingCase, answers, forecast, explanation.HasEdges) };
        }

        if (explanation.HasEdges)
        {
            explanation = explanation with { More = ValueEdge.More(scalingCase), Less = ValueEdge.Less(scalingCase) };
        }

        return explanation with
        {
            Metrics =
            [
                .. ExplainedMetrics.Of(scalingCase, answers, forecast, withEdges: false)
                    .Select(metric => metric with { More = explanation.More, Less = explanation.Less, AtRest = explanation.AtRest }),
            ],
        };
    }
}
