namespace KedaStack.Tests.Checks.Files.Conditions;

/// <summary>Triggers and their queries: each condition from both sides, with what is expected instead.</summary>
internal static class TriggerConditions
{
    private const string Query = "sum(rate(http_requests_total{namespace=\"shop\", job=\"web\"}[2m]))";
    private const string QueryPath = "spec.triggers[0].metadata.query";
    private const string Strategy = "spec.triggers[0].metadata.checkpointStrategy";
    private const string Activation = "spec.triggers[0].metadata.activationUnprocessedEventThreshold";
    private const string Average = "avg(rate(http_requests_total{job=\"web\"}[2m]))";

    public static IReadOnlyList<FileBreakage> All { get; } =
    [
        new("hub-strategy-unknown", "a strategy nearly right", Hub("checkpointStrategy: blobMetdata"), Strategy, "blobMetdata") { Expected = "blobMetadata" },
        new("hub-strategy-unknown", "a strategy of nobody", Hub("checkpointStrategy: kubernetesLease"), Strategy, "kubernetesLease") { Expected = "one of blobMetadata, azureFunction, goSdk, dapr" },
        new("", "the strategy of Go's SDK", Hub("checkpointStrategy: goSdk")),
        new("", "the strategy of Dapr", Hub("checkpointStrategy: dapr")),
        new("", "the strategy of Azure Functions", Hub("checkpointStrategy: azureFunction")),
        new("", "an empty strategy", Hub("checkpointStrategy: \"\"")),

        new("query-per-pod-average", "the average of a written AverageValue", AveragedAs("AverageValue"), QueryPath, "avg(...), which the HPA divides by the replicas once more") { Expected = "sum(...) without the division, or metricType: Value" },
        new("query-per-pod-average", "the average of an empty metric type", AveragedAs("\"\""), QueryPath, "avg(...)"),
        new("", "the average in a formula", App.With(Query, Average).Replace("  maxReplicaCount: 20", "  maxReplicaCount: 20\n  advanced: {scalingModifiers: {formula: \"web * 2\", target: \"10\"}}", StringComparison.Ordinal).Replace("  - type: prometheus\n", "  - type: prometheus\n    name: web\n", StringComparison.Ordinal)),

        new("cron-starts-once", "twice before the end", Cron("0 8,12 * * *", "0 18 * * *"), "spec.triggers[0].metadata.start", "0 8,12 * * *, which fires again before the end 0 18 * * *") { Expected = "one firing for each window" },
        new("", "twice, with an end between", Cron("0 8,12 * * *", "0 10,18 * * *")),
        new("", "again at the end", Cron("0 8,18 * * *", "0 18,19 * * *")),
        new("cron-starts-once", "twice on one day of the week", Cron("0 8 * * *", "0 18 * * 1-6"), "spec.triggers[0].metadata.start", "0 8 * * *"),

        new("hub-activation-below-checkpoint-batch", "a checkpoint after each event", Checkpoint("1", Zero(Hub("checkpointStrategy: blobMetadata"))), Activation, "0, and the app writes a checkpoint every event (CHECKPOINT_EVERY)") { Expected = "1 or more" },
        new("hub-activation-below-checkpoint-batch", "one event too few", Checkpoint("50", Zero(Hub("checkpointStrategy: blobMetadata, activationUnprocessedEventThreshold: \"49\""))), Activation, "49, and the app writes a checkpoint every 50 events") { Expected = "50 or more" },
        new("", "more than the checkpoint's events", Checkpoint("50", Zero(Hub("checkpointStrategy: blobMetadata, activationUnprocessedEventThreshold: \"51\"")))),
        new("hub-activation-below-checkpoint-batch", "no activation where nothing says how often", Started(Zero(Hub("checkpointStrategy: blobMetadata"))), Activation, "0, where an app that writes a checkpoint every N events leaves up to N - 1 uncounted") { IsInformation = true, Expected = "the number of events between two checkpoints" },
        new("", "an activation of 1 where nothing says how often", Started(Zero(Hub("checkpointStrategy: blobMetadata, activationUnprocessedEventThreshold: \"1\"")))) { IsInformation = true },
        new("hub-activation-below-checkpoint-batch", "no minimum, which is 0", Checkpoint("50", Hub("checkpointStrategy: blobMetadata, activationUnprocessedEventThreshold: \"49\"").Replace("  minReplicaCount: 1\n", "", StringComparison.Ordinal)), Activation, "49, and the app writes a checkpoint every 50 events"),
        new("hub-activation-below-checkpoint-batch", "idle at 0 above a minimum", Checkpoint("50", Hub("checkpointStrategy: blobMetadata, activationUnprocessedEventThreshold: \"49\"").Replace("minReplicaCount: 1", "minReplicaCount: 1\n  idleReplicaCount: 0", StringComparison.Ordinal)), Activation, "49, and the app writes a checkpoint every 50 events"),
        new("", "a replica that stays where nothing says how often", Started(Hub("checkpointStrategy: blobMetadata"))) { IsInformation = true },

        new("cron-desired-in-dead-band", "a tolerance of a half", Tolerant("0.5", 15), "spec.triggers[0].metadata.desiredReplicas", "15, from 10 (minReplicaCount): within the tolerance of 50 %") { Expected = "more than 15" },
        new("", "more than a tolerance of a half", Tolerant("0.5", 16)),
        new("cron-desired-in-dead-band", "a tolerance of a thousandth", Tolerant("0.001", 1001, min: 1000), "spec.triggers[0].metadata.desiredReplicas", "1001, from 1000 (minReplicaCount): within the tolerance of 0.1 %") { Expected = "more than 1001" },

        new("webhook-denies", "a formula without names", Formula("web * 2", ""), "spec.advanced.scalingModifiers.formula", "") { Expected = "a name for each trigger of the formula" },
        new("webhook-denies", "a formula of another name", Formula("wbe * 2", "    name: web\n"), "spec.advanced.scalingModifiers.formula", "unknown name wbe") { Expected = "a formula over the names of triggers: web" },
        new("webhook-denies", "a formula and nothing else", Formula("web * 2", "    name: web\n").Replace(", target: \"10\"", "", StringComparison.Ordinal), "spec.advanced.scalingModifiers.target", ""),
        new("", "no modifiers", Formula("web * 2", "").Replace("{formula: \"web * 2\", target: \"10\"}", "{}", StringComparison.Ordinal)),
        new("", "a formula of the trigger's name", Formula("web * 2", "    name: web\n")),
        new("webhook-denies", "a formula's target that is no number", Formula("web * 2", "    name: web\n").Replace("target: \"10\"", "target: ten", StringComparison.Ordinal), "spec.advanced.scalingModifiers.target", "") { Expected = "a number above 0, in quotes" },
        new("webhook-denies", "a formula's activation that is no number", Formula("web * 2", "    name: web\n").Replace("target: \"10\"", "target: \"10\", activationTarget: ten", StringComparison.Ordinal), "spec.advanced.scalingModifiers.activationTarget", "") { Expected = "a number above 0, in quotes" },

        new("trigger-authentication", "one of another namespace, with where it has to be", App.With("  name: workspace\n  namespace: shop", "  name: workspace\n  namespace: keda"), "spec.triggers[0].authenticationRef.name", "workspace, which is in the namespace keda") { Expected = "one in shop, or a ClusterTriggerAuthentication" },
        new("trigger-authentication", "the cluster's beside a namespace's of its name", App.With("      name: workspace\n    metadata", "      name: workspace\n      kind: ClusterTriggerAuthentication\n    metadata"), "spec.triggers[0].authenticationRef.name", "workspace, and no such ClusterTriggerAuthentication: not among these files") { IsInformation = true, Expected = "the name of a ClusterTriggerAuthentication" },
        new("trigger-authentication", "one that is nowhere", App.With("      name: workspace\n    metadata", "      name: other\n    metadata"), "spec.triggers[0].authenticationRef.name", "other, and no such TriggerAuthentication in shop: not among these files") { IsInformation = true, Expected = "the name of a TriggerAuthentication in shop" },
    ];

    private static string Triggers(params string[] triggers) =>
        App.Yaml[..App.Yaml.IndexOf("  - type: prometheus\n", StringComparison.Ordinal)] + string.Concat(triggers.Select(trigger => $"  - {trigger}\n"));

    private static string Hub(string metadata) => Triggers(
        $"{{type: azure-eventhub, authenticationRef: {{name: workspace}}, metadata: {{eventHubNamespace: shop, eventHubName: orders, blobContainer: checkpoints, storageAccountName: shopcheckpoints, {metadata}}}}}");

    private static string Cron(string start, string end) =>
        Triggers($"{{type: cron, metadata: {{timezone: Etc/UTC, start: \"{start}\", end: \"{end}\", desiredReplicas: \"5\"}}}}");

    private static string Tolerant(string tolerance, int desired, int min = 10) => Cron("0 8 * * *", "0 18 * * *")
        .Replace("desiredReplicas: \"5\"", $"desiredReplicas: \"{desired}\"", StringComparison.Ordinal)
        .Replace("minReplicaCount: 1\n  maxReplicaCount: 20", $"minReplicaCount: {min}\n  maxReplicaCount: 2000\n  advanced: {{horizontalPodAutoscalerConfig: {{behavior: {{scaleUp: {{tolerance: \"{tolerance}\"}}, scaleDown: {{stabilizationWindowSeconds: 60}}}}}}}}", StringComparison.Ordinal);

    private static string Formula(string formula, string name) => App.With("  maxReplicaCount: 20", $"  maxReplicaCount: 20\n  advanced: {{scalingModifiers: {{formula: \"{formula}\", target: \"10\"}}}}")
        .Replace("  - type: prometheus\n", $"  - type: prometheus\n{name}", StringComparison.Ordinal);

    private static string AveragedAs(string type) => App.With(Query, Average).Replace("  - type: prometheus\n", $"  - type: prometheus\n    metricType: {type}\n", StringComparison.Ordinal);

    private static string Zero(string yaml) => yaml.Replace("minReplicaCount: 1", "minReplicaCount: 0", StringComparison.Ordinal);

    private static string Checkpoint(string events, string yaml) => Environment(yaml, $"{{name: START_POSITION, value: \"-1\"}}, {{name: CHECKPOINT_EVERY, value: \"{events}\"}}");

    private static string Started(string yaml) => Environment(yaml, "{name: START_POSITION, value: \"-1\"}");

    private static string Environment(string yaml, string variables) =>
        yaml.Replace("      - name: web\n", $"      - name: web\n        env: [{variables}]\n", StringComparison.Ordinal);
}
