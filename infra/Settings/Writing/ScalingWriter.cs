using System.Globalization;
using KedaStack.Infra.Settings.Catalogue;
using KedaStack.Infra.Settings.Parsing.Values;
using KedaStack.Scaling;
using KedaStack.Scaling.Hpa.Spec;
using KedaStack.Scaling.Quantities;

namespace KedaStack.Infra.Settings.Writing;

/// <summary>Writes how the app scales as somebody would write it: the parser reads the same settings from it.</summary>
public static class ScalingWriter
{
    /// <summary>The values of all keys of scaling, by key; empty where nothing is said, and without the other keys of a fallback that is none.</summary>
    /// <param name="settings">The settings; a tolerance in their behavior has no key.</param>
    public static RawSettings Write(ScalingSettings settings)
    {
        var raw = RawSettings.Empty
            .With(SettingKeys.ScrapeInterval, PrometheusDuration.Format(settings.ScrapeInterval))
            .With(SettingKeys.Window, PrometheusDuration.Format(settings.Window))
            .With(SettingKeys.Threshold, Number(settings.Threshold))
            .With(SettingKeys.ActivationThreshold, Number(settings.ActivationThreshold))
            .With(SettingKeys.PollingInterval, Seconds(settings.PollingInterval))
            .With(SettingKeys.CooldownPeriod, Seconds(settings.CooldownPeriod))
            .With(SettingKeys.MinReplicaCount, Number(settings.MinReplicaCount))
            .With(SettingKeys.MaxReplicaCount, Number(settings.MaxReplicaCount))
            .With(SettingKeys.IgnoreNullValues, settings.IgnoreNullValues ? "true" : "false")
            .With(SettingKeys.FallbackReplicas, settings.Fallback is { } fallback ? Number(fallback.Replicas) : "")
            .With(SettingKeys.ScaleUpStabilizationWindowSeconds, Window(settings.Behavior?.ScaleUp))
            .With(SettingKeys.ScaleUpPolicies, Policies(settings.Behavior?.ScaleUp))
            .With(SettingKeys.ScaleUpSelectPolicy, SelectPolicy(settings.Behavior?.ScaleUp))
            .With(SettingKeys.ScaleDownStabilizationWindowSeconds, Window(settings.Behavior?.ScaleDown))
            .With(SettingKeys.ScaleDownPolicies, Policies(settings.Behavior?.ScaleDown))
            .With(SettingKeys.ScaleDownSelectPolicy, SelectPolicy(settings.Behavior?.ScaleDown));
        return settings.Fallback is null ? raw : raw
            .With(SettingKeys.FallbackFailureThreshold, Number(settings.Fallback.FailureThreshold))
            .With(SettingKeys.FallbackBehavior, SettingWords.FallbackBehavior.WordOf(settings.Fallback.Behavior));
    }

    private static string SelectPolicy(ScalingRules? rules) =>
        rules?.SelectPolicy is { } select ? SettingWords.SelectPolicy.WordOf(select) : "";

    private static string Window(ScalingRules? rules) => rules?.StabilizationWindow is { } window ? Seconds(window) : "";

    private static RawValue Policies(ScalingRules? rules) =>
        RawValue.OfItems([.. rules?.Policies.Select(policy => policy.ToString()) ?? []]);

    private static string Seconds(TimeSpan duration) => Number(duration.Ticks / TimeSpan.TicksPerSecond);

    private static string Number(decimal value) => value.ToString("0.############################", CultureInfo.InvariantCulture);
}
