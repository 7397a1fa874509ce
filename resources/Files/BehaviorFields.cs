using KedaStack.Scaling.Hpa.Spec;

namespace KedaStack.Resources.Files;

/// <summary>Reads an HPA's behavior, which a ScaledObject has in the same form.</summary>
internal static class BehaviorFields
{
    /// <summary>Reads the mapping.</summary>
    /// <returns>Null when it is not there.</returns>
    public static HorizontalPodAutoscalerBehavior? Read(ObjectFields behavior) => behavior.WithOnly("scaleUp", "scaleDown").Exists
        ? new HorizontalPodAutoscalerBehavior(Rules(behavior.Map("scaleUp")), Rules(behavior.Map("scaleDown")))
        : null;

    private static ScalingRules? Rules(ObjectFields rules) => rules.WithOnly("stabilizationWindowSeconds", "selectPolicy", "policies", "tolerance").Exists
        ? new ScalingRules
        {
            StabilizationWindow = rules.Integer("stabilizationWindowSeconds") is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
            SelectPolicy = rules.Word<SelectPolicy>("selectPolicy", "Max, Min or Disabled"),
            Policies = [.. (rules.List("policies") ?? []).Select(Policy)],
            Tolerance = rules.Quantity("tolerance") is { } tolerance ? tolerance.Milli / 1000m : null,
        }
        : null;

    private static ScalingPolicy Policy(ObjectFields policy)
    {
        policy.WithOnly("type", "value", "periodSeconds");
        var type = policy.Required("type", policy.Word<ScalingPolicyType>("type", "Pods or Percent"), "write Pods or Percent");
        var value = policy.Required("value", policy.Integer("value"), "write a number of pods or percent");
        var period = policy.Required("periodSeconds", policy.Integer("periodSeconds"), "write a number of seconds, 1 to 1800");
        return new ScalingPolicy(type ?? default, value ?? 0, TimeSpan.FromSeconds(period ?? 0));
    }
}
