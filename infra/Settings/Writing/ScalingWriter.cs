using System.Globalization;
using KedaStack.Infra.Settings.Catalogue;
using KedaStack.Infra.Settings.Parsing;
using KedaStack.Scaling;
using KedaStack.Scaling.Hpa;
using KedaStack.Scaling.Prometheus;

namespace KedaStack.Infra.Settings.Writing;

/// <summary>Writes how the app scales as somebody would write it: the parser reads the same settings from it.</summary>
public static class ScalingWriter
{
    /// <summary>The values of all keys that can be tuned, by key; empty where nothing is said.</summary>
    /// <param name="settings">The settings.</param>
    public static RawSettings Write(ScalingSettings settings) => RawSettings.Empty
        .With(SettingKeys.ScrapeInterval, PrometheusDuration.Format(settings.ScrapeInterval))
        .With(SettingKeys.Window, PrometheusDuration.Format(settings.Window))
        .With(SettingKeys.Threshold, Number(settings.Threshold))
        .With(SettingKeys.PollingInterval, Seconds(settings.PollingInterval))
        .With(SettingKeys.CooldownPeriod, Seconds(settings.CooldownPeriod))
        .With(SettingKeys.MinReplicaCount, Number(settings.MinReplicaCount))
        .With(SettingKeys.MaxReplicaCount, Number(settings.MaxReplicaCount))
        .With(SettingKeys.ScaleUpStabilizationWindowSeconds, Window(settings.Behavior?.ScaleUp))
        .With(SettingKeys.ScaleUpPolicies, Policies(settings.Behavior?.ScaleUp))
        .With(SettingKeys.ScaleDownStabilizationWindowSeconds, Window(settings.Behavior?.ScaleDown))
        .With(SettingKeys.ScaleDownPolicies, Policies(settings.Behavior?.ScaleDown));

    private static string Window(ScalingRules? rules) => rules?.StabilizationWindow is { } window ? Seconds(window) : "";

    private static RawValue Policies(ScalingRules? rules) =>
        RawValue.OfItems([.. rules?.Policies.Select(policy => policy.ToString()) ?? []]);

    private static string Seconds(TimeSpan duration) => Number(duration.Ticks / TimeSpan.TicksPerSecond);

    private static string Number(decimal value) => value.ToString("0.############################", CultureInfo.InvariantCulture);
}
