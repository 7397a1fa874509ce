namespace KedaStack.Tests.Checks.Files;

/// <summary>Queues, hubs and cron windows that do not do what is meant, with legal neighbours.</summary>
internal static class QueueFileBreakages
{
    private const string Identity = "authenticationRef: {name: workspace}";
    private const string Strategy = "checkpointStrategy: blobMetadata";

    public static IReadOnlyList<FileBreakage> All { get; } =
    [
        new("trigger-refused", "a queue's identity without an account", Queue("queueName: jobs, queueLength: \"32\""), "spec.triggers[0].metadata.accountName", "no accountName given"),
        new("", "a queue's identity with an account", Queue("queueName: jobs, accountName: shop, queueLength: \"32\"")),
        new("", "a queue whose TriggerAuthentication is elsewhere", Queue("queueName: jobs, queueLength: \"32\"").Replace("{name: workspace}", "{name: elsewhere}", StringComparison.Ordinal)),
        new("", "a queue whose TriggerAuthentication holds a secret", Queue("queueName: jobs, queueLength: \"32\"").Replace("  podIdentity:\n    provider: azure-workload", "  secretTargetRef: [{parameter: connection, name: s, key: k}]", StringComparison.Ordinal)),
        new("trigger-refused", "a mode whose parameters an identity does not have", App.With("      threshold: \"10\"", "      threshold: \"10\"\n      authModes: tls"), "spec.triggers[0].metadata.authModes", "cert=<empty> and key=<empty> are required"),
        new("queue-batch-above-target", "a batch above the target", Consumer(Queue("queueName: jobs, accountName: shop, queueLength: \"5\""), "BATCH_SIZE", "6"), "spec.triggers[0].metadata.queueLength", "5, and the app takes 6 at once (BATCH_SIZE)"),
        new("", "a batch of the target", Consumer(Queue("queueName: jobs, accountName: shop, queueLength: \"5\""), "BATCH_SIZE", "5")),
        new("queue-batch-above-target", "a batch above the default", Consumer(Queue("queueName: jobs, accountName: shop"), "MAX_MESSAGES", "32"), "spec.triggers[0].metadata.queueLength", "5, and the app takes 32 at once (MAX_MESSAGES)"),
        new("queue-batch-above-target", "a bus that prefetches", Consumer(Bus("messageCount: \"10\""), "SERVICEBUS_PREFETCH_COUNT", "20"), "spec.triggers[0].metadata.messageCount", "10, and the app takes 20 at once"),
        new("", "a bus of which nothing is known", Bus("messageCount: \"10\"")),
        new("queue-batch-above-target", "a queue of which nothing is known", Queue("queueName: jobs, accountName: shop, queueLength: \"31\""), "spec.triggers[0].metadata.queueLength", "up to 32 messages in one call") { IsInformation = true },
        new("", "a target of a whole call", Queue("queueName: jobs, accountName: shop, queueLength: \"32\"")) { IsInformation = true },
        new("", "visible messages only", Consumer(Queue("queueName: jobs, accountName: shop, queueLengthStrategy: visibleonly"), "BATCH_SIZE", "32")),
        new("trigger-metadata-unknown", "a parameter of another scaler", Bus("queueLength: \"10\""), "spec.triggers[0].metadata.queueLength", "an unknown key"),
        new("trigger-metadata-unknown", "a misspelt parameter of a hub", Hub($"{Strategy}, unprocessedEventTreshold: \"10\""), "spec.triggers[0].metadata.unprocessedEventTreshold", "an unknown key"),
        new("trigger-metadata-unknown", "a variable as a connection, as in KEDA 1", Queue("queueName: jobs, accountName: shop, queueLength: \"32\", connection: STORAGE_CONNECTION"), "spec.triggers[0].metadata.connection", "connection with the name of a variable, as KEDA 1 had it"),
        new("trigger-metadata-unknown", "a variable as a hub's connection", Hub($"{Strategy}, storageConnection: StorageConnection"), "spec.triggers[0].metadata.storageConnection", "an unknown key"),
        new("trigger-metadata-unknown", "the metric type in the metadata", App.With("      threshold: \"10\"", "      metricType: AverageValue\n      threshold: \"10\""), "spec.triggers[0].metadata.metricType", "an unknown key"),
        new("queue-visible-only-cooldown", "visible messages only, down to 0", Zero(Queue("queueName: jobs, accountName: shop, queueLengthStrategy: visibleonly")), "spec.cooldownPeriod", "which is 300 s"),
        new("", "visible messages only, with a cooldown", Zero(Queue("queueName: jobs, accountName: shop, queueLengthStrategy: visibleonly"), "cooldownPeriod: 900")),
        new("", "all messages, down to 0", Zero(Queue("queueName: jobs, accountName: shop, queueLength: \"32\""))),
        new("hub-container-missing", "no container", Hub(Strategy).Replace("blobContainer: checkpoints, ", "", StringComparison.Ordinal), "spec.triggers[0].metadata.blobContainer", "with checkpointStrategy blobMetadata: KEDA reads azure-webjobs-eventhub"),
        new("hub-container-missing", "no container and no strategy", Hub("consumerGroup: g").Replace("blobContainer: checkpoints, ", "", StringComparison.Ordinal), "spec.triggers[0].metadata.blobContainer", "with no checkpointStrategy"),
        new("", "a function without a container", Hub("checkpointStrategy: azureFunction").Replace("blobContainer: checkpoints, ", "", StringComparison.Ordinal)),
        new("hub-max-above-partitions", "no maximum", Hub(Strategy).Replace("  maxReplicaCount: 20\n", "", StringComparison.Ordinal), "spec.maxReplicaCount", "nothing, which is 100"),
        new("hub-max-above-partitions", "a maximum above a Standard hub's", Hub(Strategy).Replace("maxReplicaCount: 20", "maxReplicaCount: 34", StringComparison.Ordinal), "spec.maxReplicaCount", "34") { IsInformation = true },
        new("", "a maximum of one more than the partitions", Hub(Strategy).Replace("maxReplicaCount: 20", "maxReplicaCount: 33", StringComparison.Ordinal)) { IsInformation = true },
        new("", "no maximum with another trigger", Hub(Strategy).Replace("  maxReplicaCount: 20\n", "", StringComparison.Ordinal).Replace("  triggers:\n", "  triggers:\n  - {type: cpu, metricType: Utilization, metadata: {value: \"60\"}}\n", StringComparison.Ordinal)),
        new("hub-start-latest", "a start at the end", Consumer(Zero(Hub($"{Strategy}, activationUnprocessedEventThreshold: \"10\"")), "EVENTHUB_START_POSITION", "@latest"), "spec.minReplicaCount", "EVENTHUB_START_POSITION=@latest"),
        new("hub-start-latest", "a variable of something else", Consumer(Zero(Hub($"{Strategy}, activationUnprocessedEventThreshold: \"10\"")), "MODE", "@latest"), "spec.minReplicaCount", "nothing here says where") { IsInformation = true },
        new("", "a number of something else", Consumer(Queue("queueName: jobs, accountName: shop, queueLength: \"5\""), "WORKERS", "9000")),
        new("hub-start-latest", "an argument for the end", Zero(Hub($"{Strategy}, activationUnprocessedEventThreshold: \"10\"")).Replace("      - name: web\n", "      - name: web\n        args: [--from, \"@latest\"]\n", StringComparison.Ordinal), "spec.minReplicaCount", "(@latest)"),
        new("", "a start at the end with a replica that stays", Consumer(Hub(Strategy), "EVENTHUB_START_POSITION", "@latest")),
        new("", "a start at the beginning", Consumer(Zero(Hub($"{Strategy}, activationUnprocessedEventThreshold: \"10\"")), "EVENTHUB_START_POSITION", "-1")) { IsInformation = true },
        new("hub-start-latest", "a start that nothing says", Zero(Hub($"{Strategy}, activationUnprocessedEventThreshold: \"10\"")), "spec.minReplicaCount", "nothing here says where") { IsInformation = true },
        new("hub-activation-below-checkpoint-batch", "a checkpoint every 50 events", Consumer(Zero(Hub($"{Strategy}, activationUnprocessedEventThreshold: \"49\"")), "CHECKPOINT_EVERY", "50"), "spec.triggers[0].metadata.activationUnprocessedEventThreshold", "49, and the app writes a checkpoint every 50 events (CHECKPOINT_EVERY)"),
        new("", "an activation of the checkpoint's events", Consumer(Zero(Hub($"{Strategy}, activationUnprocessedEventThreshold: \"50\"")), "CHECKPOINT_EVERY", "50")),
        new("", "a checkpoint every 50 events with a replica that stays", Consumer(Hub(Strategy), "CHECKPOINT_EVERY", "50")),
        new("hub-activation-below-checkpoint-batch", "no activation", Consumer(Zero(Hub(Strategy)), "START_POSITION", "-1"), "spec.triggers[0].metadata.activationUnprocessedEventThreshold", "0, where an app") { IsInformation = true },
        new("cron-desired-in-dead-band", "a tenth above the minimum", Crons(10, ("0 8 * * *", "0 18 * * *", 11)), "spec.triggers[0].metadata.desiredReplicas", "11, from 10 (minReplicaCount): within the tolerance of 10 %"),
        new("", "more than a tenth above the minimum", Crons(10, ("0 8 * * *", "0 18 * * *", 12))),
        new("", "a tenth above with a tolerance of 0", Crons(10, ("0 8 * * *", "0 18 * * *", 11)).Replace("  maxReplicaCount: 20", "  maxReplicaCount: 20\n  advanced: {horizontalPodAutoscalerConfig: {behavior: {scaleUp: {tolerance: \"0\"}, scaleDown: {stabilizationWindowSeconds: 60}}}}", StringComparison.Ordinal)),
        new("cron-desired-in-dead-band", "a tenth above the window before", Crons(1, ("0 8 * * *", "0 18 * * *", 10), ("0 12 * * *", "0 14 * * *", 11)), "spec.triggers[1].metadata.desiredReplicas", "11, from 10 (spec.triggers[0])"),
        new("", "more in a window of another time", Crons(1, ("0 8 * * *", "0 10 * * *", 10), ("0 12 * * *", "0 14 * * *", 11))),
        new("cron-desired-in-dead-band", "no more than the minimum", Crons(5, ("0 8 * * *", "0 18 * * *", 5)), "spec.triggers[0].metadata.desiredReplicas", "5, with minReplicaCount 5: the window adds nothing") { IsInformation = true },
        new("cron-desired-in-dead-band", "no more than a minimum of one", Crons(1, ("0 8 * * *", "0 18 * * *", 1)), "spec.triggers[0].metadata.desiredReplicas", "1, with minReplicaCount 1: the window adds nothing") { IsInformation = true },
        new("", "a window that keeps one replica, without a minimum", Crons(1, ("0 8 * * *", "0 18 * * *", 1)).Replace("  minReplicaCount: 1\n", "", StringComparison.Ordinal)) { IsInformation = true },
        new("", "a window that keeps one replica", Crons(0, ("0 8 * * *", "0 18 * * *", 1))) { IsInformation = true },
    ];

    private static string Triggers(params string[] triggers) =>
        App.Yaml[..App.Yaml.IndexOf("  - type: prometheus\n", StringComparison.Ordinal)] + string.Concat(triggers.Select(trigger => $"  - {trigger}\n"));

    private static string Queue(string metadata) => Triggers($"{{type: azure-queue, {Identity}, metadata: {{{metadata}}}}}");

    private static string Bus(string metadata) => Triggers($"{{type: azure-servicebus, {Identity}, metadata: {{queueName: jobs, namespace: shop, {metadata}}}}}");

    private static string Hub(string metadata) => Triggers(
        $"{{type: azure-eventhub, {Identity}, metadata: {{eventHubNamespace: shop, eventHubName: orders, blobContainer: checkpoints, storageAccountName: shopcheckpoints, {metadata}}}}}");

    private static string Crons(int min, params (string Start, string End, int Desired)[] windows) => Triggers([.. windows.Select(window =>
        $"{{type: cron, metadata: {{timezone: Etc/UTC, start: \"{window.Start}\", end: \"{window.End}\", desiredReplicas: \"{window.Desired}\"}}}}")])
        .Replace("minReplicaCount: 1", $"minReplicaCount: {min}", StringComparison.Ordinal);

    private static string Zero(string yaml, string also = "") => yaml.Replace("  minReplicaCount: 1\n", also.Length == 0 ? "  minReplicaCount: 0\n" : $"  minReplicaCount: 0\n  {also}\n", StringComparison.Ordinal);

    private static string Consumer(string yaml, string variable, string value) =>
        yaml.Replace("      - name: web\n", $"      - name: web\n        env: [{{name: {variable}, value: \"{value}\"}}]\n", StringComparison.Ordinal);
}
