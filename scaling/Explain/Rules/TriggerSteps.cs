using System.Globalization;
using KedaStack.Scaling.Explain.Answers;
using KedaStack.Scaling.Explain.Forecast;
using KedaStack.Scaling.Keda;
using KedaStack.Scaling.Keda.Loop;
using KedaStack.Scaling.Keda.Semantics;
using KedaStack.Scaling.Keda.Triggers;
using KedaStack.Scaling.Quantities;
using KedaStack.Scaling.Steps;

namespace KedaStack.Scaling.Explain.Rules;

/// <summary>KEDA's rules, from the triggers' answers to the metrics that the HPA gets.</summary>
internal sealed class TriggerSteps
{
    private readonly ScalingCase _case;
    private readonly ScaledObject _scaledObject;
    private readonly KedaSemantics _semantics;
    private readonly List<(TriggerAnswer Answer, ExternalMetricTrigger Trigger, FallbackOutcome Outcome, TriggerState State)> _external = [];

    private TriggerSteps(ScalingCase scalingCase, IReadOnlyList<TriggerAnswer> answers)
    {
        (_case, _scaledObject, _semantics) = (scalingCase, scalingCase.ScaledObject!, scalingCase.Semantics.Keda);
        foreach (var answer in answers)
        {
            if (answer.Trigger is ExternalMetricTrigger trigger)
            {
                var metric = _scaledObject.Modifiers?.ToMetric(_scaledObject.Name) ?? trigger.ToMetric(_scaledObject.Name, _semantics);
                var outcome = new FallbackCounter(_scaledObject.Modifiers is { AllowsFallback: false } ? null : _scaledObject.Fallback).Report(
                    answer.Reading, metric, _case.CurrentReplicas, _case.CurrentReplicas, _semantics);
                _external.Add((answer, trigger, outcome, TriggerState.Of(trigger, answer.Reading, outcome, _semantics)));
            }
        }
    }

    /// <summary>The rules in order; of several triggers each with its name.</summary>
    /// <param name="scalingCase">The case, with a ScaledObject.</param>
    /// <param name="answers">What its triggers answer.</param>
    public static IEnumerable<RuleStep> Of(ScalingCase scalingCase, IReadOnlyList<TriggerAnswer> answers)
    {
        var steps = new TriggerSteps(scalingCase, answers);
        return [.. steps.Readings(answers), .. steps.Activities(), steps.Poll(), .. steps.Quantities()];
    }

    private IEnumerable<RuleStep> Readings(IReadOnlyList<TriggerAnswer> answers) => answers.Select(answer => answer switch
    {
        { Trigger: PrometheusTrigger trigger } => Named(AnswerStep.Of(trigger, answer.Response, answer.Reading), answer),
        _ => Named(ValueStep.Of(answer), answer),
    });

    private IEnumerable<RuleStep> Activities()
    {
        if (_scaledObject.Modifiers is not { } modifiers)
        {
            return _external.Select(entry => Named(Activity(entry.Trigger, entry.Answer.Reading, entry.State), entry.Answer));
        }

        return FormulaSteps.Of(_scaledObject, modifiers, [.. _external.Select(entry => (entry.Answer, entry.Outcome))], State());
    }

    private static RuleStep Activity(ExternalMetricTrigger trigger, ScalerReading reading, TriggerState state)
    {
        var threshold = trigger.ActivationParameter is { } parameter ? $"{parameter} {Text(trigger.ActivationValue)}" : "0";
        var (input, formula) = reading.Error is null
            ? (Text(reading.Value), $"{Text(reading.Value)} > {threshold}")
            : ("an error", state.IsActive ? "on its fallback a trigger counts as active" : "an error is not active");
        return new RuleStep("activity", input, formula, state.IsActive ? "active" : "not active", false);
    }

    /// <summary>What all triggers together are for the polling loop; with a formula its value decides.</summary>
    private TriggerState State()
    {
        var state = _external.Count == 0
            ? new TriggerState(IsActive: true, IsError: false)
            : _external.Aggregate(default(TriggerState), (earlier, entry) => earlier.Or(entry.State));
        if (_scaledObject.Modifiers is not { } modifiers)
        {
            return state;
        }

        var value = FormulaSteps.Value(_scaledObject, modifiers, [.. _external.Select(entry => (entry.Answer, entry.Outcome))]);
        return state with { IsActive = !state.IsError && value?.ToDouble() > modifiers.ActivationTarget };
    }

    private RuleStep Poll()
    {
        var state = State();
        var check = new ScaleCheck
        {
            NowMilliseconds = 0,
            CurrentReplicas = _case.CurrentReplicas,
            IsActive = state.IsActive,
            IsError = state.IsError,
            LastActiveMilliseconds = _case.CurrentReplicas > 0 ? -(long)_scaledObject.PollingInterval.TotalMilliseconds : null,
            CreationMilliseconds = -(long)_scaledObject.PollingInterval.TotalMilliseconds,
        };
        var step = ScaleDecisionText.Explain(_scaledObject, check, ScaleExecutor.Decide(_scaledObject, check));
        return _external.Count > 0 ? step : step with { Input = "cpu and memory only, which count as active" };
    }

    private IEnumerable<RuleStep> Quantities() => _case.Hpa is null || _scaledObject.Modifiers is not null
        ? []
        : _external.Select(entry => Named(Quantity(entry.Answer.Reading, entry.Outcome), entry.Answer));

    private RuleStep Quantity(ScalerReading reading, FallbackOutcome outcome)
    {
        if (reading.Error is not null)
        {
            var formula = _scaledObject.Fallback is { } fallback
                ? FormattableString.Invariant($"failure 1, the fallback acts from failure {fallback.FailureThreshold + 1L}")
                : "no fallback: the HPA gets an error";
            return new RuleStep("metric for the HPA", "an error", formula, outcome.Value?.ToString() ?? "an error", outcome.IsFallback);
        }

        var rounded = _semantics.Conversion == MilliConversion.Rounded;
        var exact = (decimal)outcome.Value!.Value.Milli / 1000 == Exact(reading.Value);
        return new RuleStep(
            "metric for the HPA",
            Text(reading.Value),
            rounded ? "rounded to thousandths, half to even, at least 0" : "thousandths, cut off",
            outcome.Value.Value.ToString(),
            !exact);
    }

    private RuleStep Named(RuleStep step, TriggerAnswer answer) =>
        _case.Places == 1 ? step : step with { Rule = $"{step.Rule} of {answer.Name}" };

    private static decimal? Exact(double value) =>
        decimal.TryParse(Text(value), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string Text(double number) => number.ToString(CultureInfo.InvariantCulture);
}
