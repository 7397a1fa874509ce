namespace KedaStack.Infra.Settings.Catalogue;

/// <summary>The settings of KEDA's trigger and of the scrape that feeds it; the defaults are those of the demo in seed 2.</summary>
internal static class ScalingDefinitions
{
    private static readonly SettingGroup _group = new("scaling");

    public static IReadOnlyList<SettingDefinition> All { get; } =
    [
        _group.Text(
            SettingKeys.ScrapeInterval,
            "15s",
            "How often each pod of the app is scraped; a Prometheus duration of at least 1s."),
        _group.Text(
            SettingKeys.Window,
            "2m",
            "The window of rate() in KEDA's query; a Prometheus duration of at least two scrape intervals, preferably four."),
        _group.Text(
            SettingKeys.Threshold,
            "10",
            "The requests per second that one replica is meant to serve; a decimal number above 0."),
        _group.Text(
            SettingKeys.ActivationThreshold,
            "0",
            "The requests per second above which KEDA scales from 0 to 1; a decimal number, 0 or more. No effect unless minReplicaCount is 0."),
        _group.Integer(
            SettingKeys.PollingInterval,
            15,
            "KEDA's polling interval in seconds, 1 or more. The HPA asks every 15 seconds regardless."),
        _group.Integer(
            SettingKeys.CooldownPeriod,
            90,
            "How many seconds KEDA waits before it scales from 1 to 0, 0 or more. No effect unless minReplicaCount is 0."),
        _group.Integer(
            SettingKeys.MinReplicaCount,
            1,
            "Minimum replica count, 0 or more."),
        _group.Integer(
            SettingKeys.MaxReplicaCount,
            10,
            "Maximum replica count, 1 or more, not below minReplicaCount."),
        _group.Boolean(
            SettingKeys.IgnoreNullValues,
            false,
            "Whether KEDA treats an empty answer as 0, which makes an outage look like no load. false: as an error, which keeps the replicas."),
        _group.Text(
            SettingKeys.FallbackReplicas,
            "",
            "Replica count to fall back to when the query keeps failing, 0 or more. Empty: no fallback; the replicas stay as they are."),
        _group.Integer(
            SettingKeys.FallbackFailureThreshold,
            3,
            "How many consecutive failures come before the fallback, 0 or more."),
        _group.Text(
            SettingKeys.FallbackBehavior,
            "static",
            "How the fallback's replica count combines with the current one: static, currentReplicas, currentReplicasIfHigher or currentReplicasIfLower."),
    ];
}
