using System.Globalization;
using KedaStack.Scaling.Explain.Answers;
using KedaStack.Scaling.Keda;
using KedaStack.Scaling.Keda.Modifiers;
using KedaStack.Scaling.Quantities;
using KedaStack.Scaling.Steps;

namespace KedaStack.Scaling.Explain.Rules;

/// <summary>The rules of scalingModifiers: from the triggers' values to the one that the HPA gets, and to activity.</summary>
internal static class FormulaSteps
{
    /// <summary>The rules.</summary>
    /// <param name="scaledObject">The ScaledObject.</param>
    /// <param name="modifiers">Its scalingModifiers.</param>
    /// <param name="external">Its external triggers' answers, and what was made of them.</param>
    /// <param name="state">What they are for the polling loop.</param>
    public static IEnumerable<RuleStep> Of(
        ScaledObject scaledObject, ScalingModifiers modifiers, IReadOnlyList<(TriggerAnswer Answer, FallbackOutcome Outcome)> external, TriggerState state)
    {
        var names = external.Where(entry => modifiers.Formula.Names.Contains(entry.Answer.Trigger.Name))
            .Select(entry => $"{entry.Answer.Trigger.Name} = {entry.Outcome.Value?.ToString() ?? "an error"}");
        var value = Value(scaledObject, modifiers, external);
        var isError = external.Any(entry => entry.Outcome.Error is not null);
        var activation = modifiers.ActivationTarget.ToString(CultureInfo.InvariantCulture);
        yield return new RuleStep(
            "formula", string.Join(", ", names), modifiers.Formula.Text,
            value?.ToString() ?? (isError ? "an error: one of its triggers failed" : "no value: it does not fit these values"), true);
        yield return new RuleStep(
            "activity", value?.ToString() ?? "no value",
            value is null ? "without a value not active"
                : state.IsError ? "an error is not active"
                : $"{value} > activationTarget {activation}; the triggers' own do not count",
            state.IsActive ? "active" : "not active", false);
    }

    /// <summary>What the HPA gets at the first request; null for an error.</summary>
    /// <param name="scaledObject">The ScaledObject.</param>
    /// <param name="modifiers">Its scalingModifiers.</param>
    /// <param name="external">Its external triggers' answers, and what was made of them.</param>
    public static MilliQuantity? Value(
        ScaledObject scaledObject, ScalingModifiers modifiers, IReadOnlyList<(TriggerAnswer Answer, FallbackOutcome Outcome)> external) =>
        external.FirstOrDefault(entry => entry.Outcome.IsFallback).Outcome.Value is { } fallback ? fallback
            : external.Any(entry => entry.Outcome.Error is not null) ? null
            : modifiers.Value(
                external.DistinctBy(entry => entry.Answer.Trigger.Name)
                    .ToDictionary(entry => entry.Answer.Trigger.Name, entry => entry.Outcome.Value?.ToDouble(), StringComparer.Ordinal),
                scaledObject.Fallback?.Replicas);
}
