using System.Text.Json.Nodes;
using KedaStack.Scaling.Hpa.Spec;

namespace KedaStack.Resources.Migration;

/// <summary>Writes an HPA's behavior, which a ScaledObject has in the same form.</summary>
internal static class BehaviorJson
{
    /// <summary>The behavior; null for none.</summary>
    public static JsonObject? Write(HorizontalPodAutoscalerBehavior? behavior)
    {
        var json = new JsonObject();
        if (Rules(behavior?.ScaleUp) is { } up)
        {
            json["scaleUp"] = up;
        }

        if (Rules(behavior?.ScaleDown) is { } down)
        {
            json["scaleDown"] = down;
        }

        return json.Count == 0 ? null : json;
    }

    private static JsonObject? Rules(ScalingRules? rules)
    {
        if (rules is null)
        {
            return null;
        }

        var json = new JsonObject();
        if (rules.StabilizationWindow is { } window)
        {
            json["stabilizationWindowSeconds"] = (int)window.TotalSeconds;
        }

        if (rules.SelectPolicy is { } select)
        {
            json["selectPolicy"] = select.ToString();
        }

        if (rules.Policies.Count > 0)
        {
            json["policies"] = new JsonArray([.. rules.Policies.Select(policy => (JsonNode)new JsonObject
            {
                ["type"] = policy.Type.ToString(),
                ["value"] = policy.Value,
                ["periodSeconds"] = (int)policy.Period.TotalSeconds,
            })]);
        }

        if (rules.Tolerance is { } tolerance)
        {
            json["tolerance"] = FormattableString.Invariant($"{tolerance}");
        }

        return json.Count == 0 ? null : json;
    }
}
