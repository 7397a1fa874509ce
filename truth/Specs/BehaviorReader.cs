using System.Globalization;
using System.Text.Json.Nodes;
using KedaStack.Scaling.Hpa.Spec;
using KedaStack.Scaling.Quantities;
using KedaStack.Truth.Recordings;

namespace KedaStack.Truth.Specs;

/// <summary>Reads an HPA's behavior (autoscaling/v2) from its JSON.</summary>
internal static class BehaviorReader
{
    private const decimal Thousandth = 0.001m;

    /// <summary>The behavior; null without one.</summary>
    public static HorizontalPodAutoscalerBehavior? Read(JsonNode? behavior) => behavior is null
        ? null
        : new HorizontalPodAutoscalerBehavior(Rules(behavior["scaleUp"]), Rules(behavior["scaleDown"]));

    private static ScalingRules? Rules(JsonNode? rules) => rules is null
        ? null
        : new ScalingRules
        {
            StabilizationWindow = rules["stabilizationWindowSeconds"] is { } window ? TimeSpan.FromSeconds(window.GetValue<int>()) : null,
            Policies = rules["policies"] is JsonArray policies ? [.. policies.Select(policy => Policy(policy!))] : [],
            SelectPolicy = rules["selectPolicy"] is { } select ? Enum.Parse<SelectPolicy>(select.GetValue<string>()) : null,
            Tolerance = rules["tolerance"] is { } tolerance ? Quantity(tolerance) : null,
        };

    private static ScalingPolicy Policy(JsonNode policy) => new(
        Enum.Parse<ScalingPolicyType>(policy["type"]!.GetValue<string>()),
        policy["value"]!.GetValue<int>(),
        TimeSpan.FromSeconds(policy["periodSeconds"]!.GetValue<int>()));

    private static decimal Quantity(JsonNode quantity)
    {
        var text = quantity.ToString();
        return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number
            : MilliQuantity.TryParse(text) is { } milli ? milli.Milli * Thousandth
            : throw new RecordingFormatException($"The tolerance {text} is no quantity.");
    }
}
