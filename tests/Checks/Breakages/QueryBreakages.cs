namespace KedaStack.Tests.Checks.Breakages;

/// <summary>Mistakes in the trigger and its query.</summary>
internal static class QueryBreakages
{
    private const string ScaledObject = "ScaledObject/scaled-object";
    private const string Trigger = "spec.triggers[0]";
    private const string Query = $"{Trigger}.metadata.query";

    public static IReadOnlyList<Breakage> All { get; } =
    [
        new("trigger-cloud", "none in Azure Government", stack => stack.Without(ScaledObject, "spec.triggers[0].metadata.cloud")) { Stack = PreviewedStacks.Government },
        new("trigger-cloud", "another one", stack => stack.With(ScaledObject, "spec.triggers[0].metadata.cloud", "AzureChinaCloud")) { Stack = PreviewedStacks.Government },
        new("trigger-cloud", "a name of Azure's command line", stack => stack.With(ScaledObject, "spec.triggers[0].metadata.cloud", "AzureUSGov")) { Stack = PreviewedStacks.Government },
        new("trigger-cloud", "one in the public cloud", stack => stack.With(ScaledObject, "spec.triggers[0].metadata.cloud", "AzureUSGovernmentCloud")),
        new("server-address", "a slash at the end", stack => stack.With(
            ScaledObject, $"{Trigger}.metadata.serverAddress", "${workspace.metrics.prometheusQueryEndpoint}/")),
        new("server-address", "Prometheus inside the cluster", stack => stack.With(
            ScaledObject, $"{Trigger}.metadata.serverAddress", "http://prometheus.monitoring.svc:9090")),
        new("server-address", "the workspace's id", stack => stack.With(ScaledObject, $"{Trigger}.metadata.serverAddress", "${workspace.id}")),
        new("query-syntax", "an open bracket", stack => stack.With(ScaledObject, Query, "sum(rate(http_requests_total{cluster=\"kedastack-dev\",namespace=\"keda-demo\",job=\"sample-app\"}[2m])")),
        new("query-syntax", "an open quote", stack => stack.WithReplaced(ScaledObject, Query, "job=\"sample-app\"", "job=\"sample-app")),
        new("query-syntax", "no range", stack => stack.WithReplaced(ScaledObject, Query, "[2m]", "")),
        new("query-syntax", "a range that is no duration", stack => stack.WithReplaced(ScaledObject, Query, "[2m]", "[2min]")),
        new("query-single-value", "no aggregation", stack => stack.WithReplaced(ScaledObject, Query, "sum(", "(")),
        new("query-single-value", "by pod", stack => stack.WithReplaced(ScaledObject, Query, "sum(", "sum by (pod) (")),
        new("query-metric", "the name of older guides", stack => stack.WithReplaced(ScaledObject, Query, "http_requests_total", "http_request_count")),
        new("query-counter", "a counter without rate", stack => stack.WithReplaced(ScaledObject, Query, "rate(", "abs(").WithReplaced(ScaledObject, Query, "[2m]", "")),
        new("query-labels", "deployment", stack => stack.WithReplaced(ScaledObject, Query, "job=\"sample-app\"", "job=\"sample-app\",deployment=\"sample-app\"")),
        new("query-labels", "a label that the app does not have", stack => stack.WithReplaced(ScaledObject, Query, "job=", "route=\"/\",job=")),
        new("query-selects-app", "another job", stack => stack.WithReplaced(ScaledObject, Query, "job=\"sample-app\"", "job=\"load-generator\"")),
        new("query-selects-app", "another namespace", stack => stack.WithReplaced(ScaledObject, Query, "namespace=\"keda-demo\"", "namespace=\"default\"")),
        new("query-selects-app", "a job label", stack => stack.With("ServiceMonitor/service-monitor", "spec.jobLabel", "app.kubernetes.io/name")
            .With("Service/sample-app", "metadata.labels.{app.kubernetes.io/name}", "other")
            .With("ServiceMonitor/service-monitor", "spec.selector.matchLabels.{app.kubernetes.io/name}", "other")),
        new("query-selects-only-app", "no job", stack => stack.WithReplaced(ScaledObject, Query, ",job=\"sample-app\"", "")),
        new("query-selects-only-app", "no labels", stack => stack.With(ScaledObject, Query, "sum(rate(http_requests_total[2m]))")),
        new("query-cluster-label", "another cluster", stack => stack.WithReplaced(ScaledObject, Query, "kedastack-dev", "kedastack-prod")),
        new("rate-window", "one scrape", stack => stack.WithReplaced(ScaledObject, Query, "[2m]", "[20s]")),
        new("rate-window-short", "three scrapes", stack => stack.WithReplaced(ScaledObject, Query, "[2m]", "[45s]")),
        new("trigger-type", "another letter case", stack => stack.With(ScaledObject, $"{Trigger}.type", "Prometheus")),
        new("trigger-type", "a metric type for processors", stack => stack.With(ScaledObject, $"{Trigger}.metricType", "Utilization")),
        new("trigger-metadata-strings", "a number", stack => stack.With(ScaledObject, $"{Trigger}.metadata.threshold", 10)),
        new("trigger-metadata-strings", "a boolean", stack => stack.With(ScaledObject, $"{Trigger}.metadata.ignoreNullValues", false)),
        new("trigger-metadata-values", "no threshold", stack => stack.Without(ScaledObject, $"{Trigger}.metadata.threshold")),
        new("trigger-metadata-values", "a threshold of 0", stack => stack.With(ScaledObject, $"{Trigger}.metadata.threshold", "0")),
        new("trigger-metadata-values", "a threshold with a unit", stack => stack.With(ScaledObject, $"{Trigger}.metadata.threshold", "10k")),
        new("trigger-metadata-values", "a word for a boolean", stack => stack.With(ScaledObject, $"{Trigger}.metadata.unsafeSsl", "no")),
        new("trigger-metadata-unknown", "a removed key", stack => stack.With(ScaledObject, $"{Trigger}.metadata.metricName", "http_requests")),
    ];
}
