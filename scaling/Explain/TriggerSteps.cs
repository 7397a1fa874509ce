using System.Globalization;
using KedaStack.Scaling.Explain.Forecast;
using KedaStack.Scaling.Keda;
using KedaStack.Scaling.Keda.Loop;
using KedaStack.Scaling.Keda.Semantics;
using KedaStack.Scaling.Keda.Triggers;
using KedaStack.Scaling.Prometheus;
using KedaStack.Scaling.Quantities;
using KedaStack.Scaling.Steps;

namespace KedaStack.Scaling.Explain;

/// <summary>KEDA's rules, from the answer to the metric that the HPA gets.</summary>
internal static class TriggerSteps
{
    /// <summary>The rules in order.</summary>
    /// <param name="scalingCase">The case, with a ScaledObject.</param>
    /// <param name="response">The answer that it was made from; null when none came.</param>
    public static IEnumerable<RuleStep> Of(ScalingCase scalingCase, InstantQueryResponse? response)
    {
        var (scaledObject, reading) = (scalingCase.ScaledObject!, scalingCase.Answer);
        var trigger = scaledObject.PrometheusTrigger;
        yield return AnswerStep.Of(trigger, response, reading);
        var outcome = new FallbackCounter(scaledObject.Fallback).Report(
            reading, trigger.ToMetric(scaledObject.Name), scalingCase.CurrentReplicas, scalingCase.CurrentReplicas, scalingCase.Semantics.Keda);
        var state = TriggerState.Of(trigger, reading, outcome, scalingCase.Semantics.Keda);
        yield return Activity(trigger, reading, state);
        yield return Poll(scalingCase, state);
        if (scalingCase.Hpa is not null)
        {
            yield return Quantity(scaledObject, reading, outcome, scalingCase.Semantics.Keda);
        }
    }

    private static RuleStep Activity(PrometheusTrigger trigger, ScalerReading reading, TriggerState state)
    {
        var (input, formula) = reading.Error is null
            ? (Text(reading.Value), $"{Text(reading.Value)} > activationThreshold {Text(trigger.ActivationThreshold)}")
            : ("an error", state.IsActive ? "on its fallback a trigger counts as active" : "an error is not active");
        return new RuleStep("activity", input, formula, state.IsActive ? "active" : "not active", false);
    }

    private static RuleStep Poll(ScalingCase scalingCase, TriggerState state)
    {
        var scaledObject = scalingCase.ScaledObject!;
        var check = new ScaleCheck
        {
            NowMilliseconds = 0,
            CurrentReplicas = scalingCase.CurrentReplicas,
            IsActive = state.IsActive,
            IsError = state.IsError,
            LastActiveMilliseconds = scalingCase.CurrentReplicas > 0 ? -(long)scaledObject.PollingInterval.TotalMilliseconds : null,
            CreationMilliseconds = -(long)scaledObject.PollingInterval.TotalMilliseconds,
        };
        return ScaleDecisionText.Explain(scaledObject, check, ScaleExecutor.Decide(scaledObject, check));
    }

    private static RuleStep Quantity(ScaledObject scaledObject, ScalerReading reading, FallbackOutcome outcome, KedaSemantics semantics)
    {
        if (reading.Error is not null)
        {
            var formula = scaledObject.Fallback is { } fallback
                ? FormattableString.Invariant($"failure 1, the fallback acts from failure {fallback.FailureThreshold + 1L}")
                : "no fallback: the HPA gets an error";
            return new RuleStep("metric for the HPA", "an error", formula, outcome.Value?.ToString() ?? "an error", outcome.IsFallback);
        }

        var rounded = semantics.Conversion == MilliConversion.Rounded;
        var exact = (decimal)outcome.Value!.Value.Milli / 1000 == Exact(reading.Value);
        return new RuleStep(
            "metric for the HPA",
            Text(reading.Value),
            rounded ? "rounded to thousandths, half to even, at least 0" : "thousandths, cut off",
            outcome.Value.Value.ToString(),
            !exact);
    }

    private static decimal? Exact(double value) =>
        decimal.TryParse(Text(value), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string Text(double number) => number.ToString(CultureInfo.InvariantCulture);
}
