using System.Text.Json.Nodes;
using KedaStack.Resources.Objects;
using KedaStack.Scaling.Keda.Semantics;

namespace KedaStack.Checks.Admission;

/// <summary>
/// What KEDA's webhook says of a fallback (CheckFallbackValid of apis/keda/v1alpha1/scaledobject_types.go at each tag): it
/// looks since 2.14, and what it takes grew twice since.
/// </summary>
internal static class FallbackRules
{
    private const string AverageValue = "AverageValue";

    private static readonly KedaVersion _first = new(2, 14, 0);
    private static readonly KedaVersion _besideResources = new(2, 17, 0);
    private static readonly KedaVersion _withDefault = new(2, 17, 1);
    private static readonly KedaVersion _ofValues = new(2, 18, 0);

    /// <summary>The reasons to deny it; none for a ScaledObject without a fallback.</summary>
    /// <param name="inputs">The ScaledObject.</param>
    /// <param name="triggers">Its triggers.</param>
    /// <param name="keda">The version of KEDA.</param>
    public static IEnumerable<Denial> Denials(JsonObject inputs, IReadOnlyList<JsonObject> triggers, KedaVersion keda)
    {
        if (inputs.At("spec.fallback") is not JsonObject fallback || keda < _first)
        {
            return [];
        }

        if (fallback.Number("failureThreshold") < 0 || fallback.Number("replicas") < 0)
        {
            return [new Denial("spec.fallback", FormattableString.Invariant($"FailureThreshold={fallback.Number("failureThreshold") ?? 0} & Replicas={fallback.Number("replicas") ?? 0} must both be greater than or equal to 0"), "0 or more")];
        }

        return keda < _besideResources ? OfEach(triggers) : OfOne(inputs, triggers, keda);
    }

    private static IEnumerable<Denial> OfEach(IReadOnlyList<JsonObject> triggers)
    {
        for (var i = 0; i < triggers.Count; i++)
        {
            if (ScaledObjectWebhook.IsResource(triggers[i]))
            {
                yield return new Denial(
                    $"spec.triggers[{i}].type",
                    $"type is {triggers[i].Text("type")} , but fallback it is not supported by the CPU & memory scalers",
                    "KEDA from 2.17 on, or no fallback");
            }
            else if (triggers[i].Text("metricType") != AverageValue)
            {
                yield return new Denial(
                    $"spec.triggers[{i}].metricType",
                    $"MetricType={triggers[i].Text("metricType")}, but Fallback can only be enabled for triggers with metric of type AverageValue",
                    "AverageValue, written out");
            }
        }
    }

    private static IEnumerable<Denial> OfOne(JsonObject inputs, IReadOnlyList<JsonObject> triggers, KedaVersion keda)
    {
        if (inputs.At("spec.advanced.scalingModifiers") is JsonObject { Count: > 0 } modifiers)
        {
            if (keda < _ofValues && modifiers.Text("metricType") == "Value")
            {
                yield return new Denial(
                    "spec.advanced.scalingModifiers.metricType",
                    "when using ScalingModifiers, ScaledObject.Spec.Advanced.ScalingModifiers.MetricType must be AverageValue to have fallback enabled",
                    $"KEDA from 2.18 on, or {AverageValue}");
            }
        }
        else if (triggers.Count > 0 && !triggers.Any(trigger => !ScaledObjectWebhook.IsResource(trigger) && Takes(trigger.Text("metricType") ?? "", keda)))
        {
            yield return new Denial(
                "spec.fallback",
                "at least one trigger (that is not cpu or memory) has to have the `AverageValue` type for the fallback to be enabled",
                triggers.All(ScaledObjectWebhook.IsResource) ? "no fallback, or a trigger that KEDA reads itself" : $"metricType: {AverageValue}, written out, or no fallback");
        }
    }

    private static bool Takes(string metricType, KedaVersion keda) =>
        keda >= _ofValues || metricType == AverageValue || (keda >= _withDefault && metricType.Length == 0);
}
