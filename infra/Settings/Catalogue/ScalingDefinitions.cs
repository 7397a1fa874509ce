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
            "The window of rate() in KEDA's query; a Prometheus duration of at least two scrape intervals, better four."),
        _group.Text(
            SettingKeys.Threshold,
            "10",
            "The requests per second that one replica is meant to serve; a decimal number above 0."),
        _group.Text(
            SettingKeys.ActivationThreshold,
            "0",
            "The requests per second above which KEDA scales from 0 to 1; a decimal number of at least 0. Without effect unless minReplicaCount is 0."),
        _group.Integer(
            SettingKeys.PollingInterval,
            15,
            "How often KEDA polls, in seconds; at least 1. The HPA asks every 15 seconds whatever this says."),
        _group.Integer(
            SettingKeys.CooldownPeriod,
            90,
            "How many seconds KEDA waits before it scales from 1 to 0; at least 0. Without effect unless minReplicaCount is 0."),
        _group.Integer(
            SettingKeys.MinReplicaCount,
            1,
            "The least replicas; at least 0."),
        _group.Integer(
            SettingKeys.MaxReplicaCount,
            10,
            "The most replicas; at least 1, not below minReplicaCount."),
        _group.Boolean(
            SettingKeys.IgnoreNullValues,
            false,
            "Whether KEDA takes an empty answer for 0, which makes an outage look like no load. false: for an error, which keeps the replicas."),
        _group.Text(
            SettingKeys.FallbackReplicas,
            "",
            "The replicas to fall back to when the query keeps failing; at least 0. Empty: no fallback, the replicas stay."),
        _group.Integer(
            SettingKeys.FallbackFailureThreshold,
            3,
            "How many failures in a row come before the fallback; at least 0."),
        _group.Text(
            SettingKeys.FallbackBehavior,
            "static",
            "How the fallback's replicas meet those there are: static, currentReplicas, currentReplicasIfHigher or currentReplicasIfLower."),
    ];
}
