using System.Globalization;
using KedaStack.Infra.Settings.Catalogue;
using KedaStack.Scaling;
using KedaStack.Scaling.Hpa;
using KedaStack.Scaling.Prometheus;

namespace KedaStack.Cli.Simulate;

/// <summary>The settings that decide how the app scales, by key, as somebody would write them.</summary>
internal static class ScalingValues
{
    private const string Nothing = "";

    /// <summary>All of them in the catalogue's order; empty where nothing is said.</summary>
    public static IReadOnlyList<(string Key, string Value)> Of(ScalingSettings settings) =>
    [
        (SettingKeys.ScrapeInterval, PrometheusDuration.Format(settings.ScrapeInterval)),
        (SettingKeys.Window, PrometheusDuration.Format(settings.Window)),
        (SettingKeys.Threshold, Number(settings.Threshold)),
        (SettingKeys.ActivationThreshold, Number(settings.ActivationThreshold)),
        (SettingKeys.PollingInterval, Seconds(settings.PollingInterval)),
        (SettingKeys.CooldownPeriod, Seconds(settings.CooldownPeriod)),
        (SettingKeys.MinReplicaCount, Number(settings.MinReplicaCount)),
        (SettingKeys.MaxReplicaCount, Number(settings.MaxReplicaCount)),
        (SettingKeys.IgnoreNullValues, settings.IgnoreNullValues ? "true" : "false"),
        (SettingKeys.FallbackReplicas, settings.Fallback is { } fallback ? Number(fallback.Replicas) : Nothing),
        (SettingKeys.FallbackFailureThreshold, settings.Fallback is { } failing ? Number(failing.FailureThreshold) : Nothing),
        (SettingKeys.FallbackBehavior, settings.Fallback is { } behaving ? MachineName.Of(behaving.Behavior) : Nothing),
        .. Rules(settings.Behavior?.ScaleUp, SettingKeys.ScaleUpStabilizationWindowSeconds, SettingKeys.ScaleUpPolicies, SettingKeys.ScaleUpSelectPolicy),
        .. Rules(
            settings.Behavior?.ScaleDown, SettingKeys.ScaleDownStabilizationWindowSeconds, SettingKeys.ScaleDownPolicies, SettingKeys.ScaleDownSelectPolicy),
    ];

    private static IEnumerable<(string Key, string Value)> Rules(ScalingRules? rules, string window, string policies, string select) =>
    [
        (window, rules?.StabilizationWindow is { } time ? Seconds(time) : Nothing),
        (policies, string.Join(", ", rules?.Policies.Select(policy => policy.ToString()) ?? [])),
        (select, rules?.SelectPolicy?.ToString() ?? Nothing),
    ];

    private static string Seconds(TimeSpan duration) => Number((decimal)duration.TotalSeconds);

    private static string Number(decimal value) => value.ToString("0.###", CultureInfo.InvariantCulture);
}
