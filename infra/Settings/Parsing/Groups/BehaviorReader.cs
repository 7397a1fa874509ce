using KedaStack.Infra.Settings.Catalogue;
using KedaStack.Infra.Settings.Parsing.Values;
using KedaStack.Scaling.Hpa.Spec;

namespace KedaStack.Infra.Settings.Parsing.Groups;

/// <summary>Reads and checks the HPA's behavior.</summary>
internal static class BehaviorReader
{
    public static HorizontalPodAutoscalerBehavior? Read(SettingsReader reader)
    {
        var up = Rules(
            reader,
            SettingKeys.ScaleUpStabilizationWindowSeconds,
            SettingKeys.ScaleUpPolicies,
            SettingKeys.ScaleUpSelectPolicy);
        var down = Rules(
            reader,
            SettingKeys.ScaleDownStabilizationWindowSeconds,
            SettingKeys.ScaleDownPolicies,
            SettingKeys.ScaleDownSelectPolicy);
        return up is null && down is null ? null : new HorizontalPodAutoscalerBehavior(up, down);
    }

    private static ScalingRules? Rules(SettingsReader reader, string windowKey, string policiesKey, string selectPolicyKey)
    {
        var longest = (int)ScalingRules.MaximumStabilizationWindow.TotalSeconds;
        var window = reader.OptionalInteger(windowKey, 0, longest);
        var rules = new ScalingRules
        {
            StabilizationWindow = window is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
            Policies = Policies(reader, policiesKey),
            SelectPolicy = reader.OptionalWord(selectPolicyKey, SettingWords.SelectPolicy),
        };
        return rules.IsEmpty ? null : rules;
    }

    private static List<ScalingPolicy> Policies(SettingsReader reader, string key)
    {
        var policies = new List<ScalingPolicy>();
        foreach (var item in reader.Items(key))
        {
            if (ScalingPolicy.TryParse(item) is not { } policy)
            {
                reader.Reject(key, "has an item that is not a scaling policy", item, $"write {ScalingPolicy.Expected}");
            }
            else if (policy.Value <= 0)
            {
                reader.Reject(key, "has a policy that allows no change", item, "write a value above 0, or Disabled for the select policy");
            }
            else if (policy.Period < TimeSpan.FromSeconds(1) || policy.Period > ScalingPolicy.MaximumPeriod)
            {
                reader.Reject(key, "has a period outside 1 s to 1800 s", item, "write a period from 1s to 30m");
            }
            else if (policy.Period.Ticks % TimeSpan.TicksPerSecond != 0)
            {
                reader.Reject(key, "has a period that is not in whole seconds", item, "leave out the milliseconds");
            }
            else
            {
                policies.Add(policy);
            }
        }

        return policies;
    }
}
