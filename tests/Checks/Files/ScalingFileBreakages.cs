namespace KedaStack.Tests.Checks.Files;

/// <summary>Queries, triggers and settings of the app that the cluster takes and that do not work, with legal neighbours.</summary>
internal static class ScalingFileBreakages
{
    private const string Query = "sum(rate(http_requests_total{namespace=\"shop\", job=\"web\"}[2m]))";
    private const string QueryPath = "spec.triggers[0].metadata.query";
    private const string Annotation = "  name: web\n  namespace: shop\nspec:\n  scaleTargetRef:";
    private const string Secret = "      threshold: \"10\"\n";

    public static IReadOnlyList<FileBreakage> All { get; } =
    [
        new("query-per-pod-average", "avg", App.With(Query, "avg(rate(http_requests_total{job=\"web\"}[2m]))"), QueryPath, "avg(...)"),
        new("query-per-pod-average", "avg times a number", App.With(Query, "1000 * avg(rate(http_requests_total{job=\"web\"}[2m]))"), QueryPath, "avg(...)"),
        new("query-per-pod-average", "divided by a count", App.With(Query, Query + " / count(kube_pod_info{namespace=\"shop\"})"), QueryPath, "division by count"),
        new("query-per-pod-average", "divided by a scalar of a count", App.With(Query, Query + " / scalar(count(up{job=\"web\"}))"), QueryPath, "division by scalar(count"),
        new("", "avg with metric type Value", App.With(Query, "avg(rate(http_requests_total{job=\"web\"}[2m]))").Replace("  - type: prometheus\n", "  - type: prometheus\n    metricType: Value\n", StringComparison.Ordinal)),
        new("", "a sum of averages", App.With(Query, "sum(avg by (zone) (rate(http_requests_total{job=\"web\"}[2m])))")),
        new("", "a share of errors", App.With(Query, "sum(rate(errors_total{job=\"web\"}[2m])) / sum(rate(http_requests_total{job=\"web\"}[2m]))")),
        new("", "an average over time", App.With(Query, "sum(avg_over_time(queue_depth{job=\"web\"}[2m]))")),
        new("query-counter-by-name", "a counter", App.With(Query, "sum(http_requests_total{job=\"web\"})"), QueryPath, "http_requests_total without rate()"),
        new("", "a count of counters", App.With(Query, "count(http_requests_total{job=\"web\"})")),
        new("", "a gauge", App.With(Query, "sum(http_requests_in_flight{job=\"web\"})")),
        new("query-syntax", "a rate of nothing", App.With(Query, "sum(rate())"), QueryPath, "rate() without an argument"),
        new("query-syntax", "a range in the braces", App.With(Query, "sum(rate(x_total{a=\"b\"[1m]}))"), QueryPath, "[ where a label matcher"),
        new("query-syntax", "no range", App.With(Query, "sum(rate(http_requests_total{job=\"web\"}))"), QueryPath, "without a range"),
        new("query-single-value", "no sum", App.With(Query, "rate(http_requests_total{job=\"web\"}[2m])"), QueryPath, "aggregates nothing"),
        new("query-single-value", "a sum by pod", App.With(Query, "sum by (pod) (rate(http_requests_total{job=\"web\"}[2m]))"), QueryPath, "by (pod)"),
        new("rate-window", "less than two scrapes", App.With("[2m]", "[45s]"), QueryPath, "[45s] with a scrape every 30s"),
        new("rate-window-short", "two scrapes", App.With("[2m]", "[1m]"), QueryPath, "[1m] with a scrape every 30s"),
        new("", "a short window on what another monitor scrapes", App.With("job=\"web\"}[2m]", "job=\"ingress\"}[30s]")),
        new("server-url", "the API's path", App.With("monitor.azure.com", "monitor.azure.com/api/v1"), "spec.triggers[0].metadata.serverAddress", "/api/v1/query again"),
        new("server-url", "no scheme", App.With("https://shop", "shop"), "spec.triggers[0].metadata.serverAddress", "no http address"),
        new("", "a path prefix", App.With("https://shop-a1b2.westeurope.prometheus.monitor.azure.com", "http://prometheus.monitoring.svc:9090/prometheus")),
        new("monitor-api-group", "the group of the Prometheus operator", App.With("azmonitoring.coreos.com", "monitoring.coreos.com"), "apiVersion", "monitoring.coreos.com/v1"),
        new("", "that group beside another Prometheus", App.With("azmonitoring.coreos.com", "monitoring.coreos.com").Replace("https://shop-a1b2.westeurope.prometheus.monitor.azure.com", "http://prometheus:9090", StringComparison.Ordinal)),
        new("rate-window", "that group's interval", App.With("azmonitoring.coreos.com", "monitoring.coreos.com").Replace("https://shop-a1b2.westeurope.prometheus.monitor.azure.com", "http://prometheus:9090", StringComparison.Ordinal).Replace("[2m]", "[45s]", StringComparison.Ordinal), QueryPath, "[45s]"),
        new("fallback-formula", "the behavior without a formula", App.With("  triggers:\n", "  fallback: {failureThreshold: 3, replicas: 6, behavior: scalingModifiers}\n  triggers:\n").Replace(Secret, Secret + "      ignoreNullValues: \"false\"\n", StringComparison.Ordinal), "spec.fallback.behavior", "without a formula"),
        new("", "another behavior", App.With("  triggers:\n", "  fallback: {failureThreshold: 3, replicas: 6, behavior: currentReplicas}\n  triggers:\n").Replace(Secret, Secret + "      ignoreNullValues: \"false\"\n", StringComparison.Ordinal)),
        new("fallback-without-effect", "null values ignored", App.With("  triggers:\n", "  fallback: {failureThreshold: 3, replicas: 6}\n  triggers:\n"), "spec.triggers[0].metadata.ignoreNullValues", "nothing"),
        new("paused-scaling", "paused", App.With(Annotation, Annotated("paused: \"true\"")), "metadata.annotations[\"autoscaling.keda.sh/paused\"]", "paused: true"),
        new("paused-scaling", "paused with replicas", App.With(Annotation, Annotated("paused-replicas: \"4\"")), "metadata.annotations[\"autoscaling.keda.sh/paused-replicas\"]", "paused-replicas: 4"),
        new("paused-scaling", "paused with a word", App.With(Annotation, Annotated("paused-replicas: \"two\"")), "metadata.annotations[\"autoscaling.keda.sh/paused-replicas\"]", "parsing \"two\": invalid syntax"),
        new("", "not paused", App.With(Annotation, Annotated("paused: \"false\""))),
        new("memory-alone", "memory", Triggers("{type: memory, metricType: Utilization, metadata: {value: \"80\"}}"), "spec.triggers[0].type", "no other trigger"),
        new("", "memory beside cpu", Triggers("{type: memory, metricType: Utilization, metadata: {value: \"80\"}}", "{type: cpu, metricType: Utilization, metadata: {value: \"60\"}}")),
        new("trigger-refused", "the metric type of cpu in its metadata", Triggers("{type: cpu, metadata: {type: Utilization, value: \"60\"}}"), "spec.triggers[0].metadata.type", "removed in v2.18"),
        new("secret-in-trigger", "a connection string", Triggers("{type: azure-queue, metadata: {queueName: jobs, connection: \"DefaultEndpointsProtocol=https;AccountName=a;AccountKey=b\"}}"), "spec.triggers[0].metadata.connection", "not shown here"),
        new("", "the name of a variable", Triggers("{type: azure-queue, metadata: {queueName: jobs, connectionFromEnv: QUEUE}}")),
        new("azure-namespace-suffix", "the whole name", Triggers("{type: azure-servicebus, authenticationRef: {name: workspace}, metadata: {queueName: jobs, namespace: shop.servicebus.windows.net}}"), "spec.triggers[0].metadata.namespace", "shop.servicebus"),
        new("", "the short name", Triggers("{type: azure-servicebus, authenticationRef: {name: workspace}, metadata: {queueName: jobs, namespace: shop}}")),
        new("hub-strategy-unknown", "another case", Hub("blobmetadata"), "spec.triggers[0].metadata.checkpointStrategy", "blobmetadata"),
        new("", "the strategy of today's SDKs", Hub("blobMetadata")),
        new("cron-time-zone", "an abbreviation", Cron("Berlin", "0 8 * * 1-5", "0 18 * * 1-5"), "spec.triggers[0].metadata.timezone", "unknown time zone Berlin"),
        new("", "working hours", Cron("Europe/Berlin", "0 8 * * 1-5", "0 18 * * 1-5")),
        new("", "a window over the weekend", Cron("Europe/Berlin", "0 22 * * 1-5", "0 6 * * 1-5")),
        new("cron-starts-once", "each minute", Cron("Europe/Berlin", "* 8-17 * * 1-5", "0 18 * * 1-5"), "spec.triggers[0].metadata.start", "fires again before the end"),
        new("cron-impossible-date", "a start that never comes", Cron("Etc/UTC", "0 0 30 2 *", "0 18 * * *"), "spec.triggers[0].metadata.start", "always open"),
        new("cron-impossible-date", "an end that never comes", Cron("Etc/UTC", "0 8 * * *", "0 0 31 4 *"), "spec.triggers[0].metadata.end", "never open"),
        new("trigger-refused", "a seventh day", Cron("Etc/UTC", "0 8 * * 7", "0 18 * * 1"), "spec.triggers[0].metadata.start", "above maximum (6): 7"),
        new("cron-desired-above-max", "more than the maximum", Cron("Etc/UTC", "0 8 * * *", "0 18 * * *", desired: 21), "spec.triggers[0].metadata.desiredReplicas", "21, with maxReplicaCount 20"),
        new("", "the maximum", Cron("Etc/UTC", "0 8 * * *", "0 18 * * *", desired: 20)),
        new("cron-value-metric-type", "Value", Cron("Etc/UTC", "0 8 * * *", "0 18 * * *").Replace("{type: cron,", "{type: cron, metricType: Value,", StringComparison.Ordinal), "spec.triggers[0].metricType", "Value"),
        new("cron-window-crosses-dst", "an end in the hour that is skipped", Cron("Europe/Berlin", "0 22 * * *", "30 2 * * *"), "spec.triggers[0].metadata.end", "skips on 2026-03-29 at 02:30"),
        new("", "the same in UTC", Cron("Etc/UTC", "0 22 * * *", "30 2 * * *")),
    ];

    private static string Annotated(string annotation) =>
        $"  name: web\n  namespace: shop\n  annotations:\n    autoscaling.keda.sh/{annotation}\nspec:\n  scaleTargetRef:";

    private static string Triggers(params string[] triggers) =>
        App.Yaml[..App.Yaml.IndexOf("  - type: prometheus\n", StringComparison.Ordinal)] + string.Concat(triggers.Select(trigger => $"  - {trigger}\n"));

    private static string Hub(string strategy) => Triggers(
        $"{{type: azure-eventhub, authenticationRef: {{name: workspace}}, metadata: {{eventHubNamespace: shop, eventHubName: orders, blobContainer: checkpoints, storageAccountName: shopcheckpoints, checkpointStrategy: {strategy}}}}}");

    private static string Cron(string timezone, string start, string end, int desired = 5) =>
        Triggers($"{{type: cron, metadata: {{timezone: {timezone}, start: \"{start}\", end: \"{end}\", desiredReplicas: \"{desired}\"}}}}");
}
