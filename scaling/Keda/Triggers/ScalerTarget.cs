namespace KedaStack.Scaling.Keda.Triggers;

/// <summary>Which parameter of a scaler is its target.</summary>
/// <param name="Key">The parameter.</param>
/// <param name="IsWhole">Whether it has to be a whole number.</param>
/// <param name="Default">The target without it; null where the parameter is required or its absence has no single meaning.</param>
/// <param name="ActivationKey">The parameter of the activation value; null for none.</param>
public sealed record ScalerTarget(string Key, bool IsWhole, double? Default, string? ActivationKey)
{
    /// <summary>The scalers' targets by trigger type (pkg/scalers/*_scaler.go of KEDA at 8b4f083, keda tags and GetMetricTarget).</summary>
    public static IReadOnlyDictionary<string, ScalerTarget> ByType { get; } = new Dictionary<string, ScalerTarget>(StringComparer.Ordinal)
    {
        ["activemq"] = Whole("targetQueueSize", 10, "activationTargetQueueSize"),
        ["apache-kafka"] = Whole("lagThreshold", 10, "activationLagThreshold"),
        ["arangodb"] = Number("queryValue", null, "activationQueryValue"),
        ["artemis-queue"] = Whole("queueLength", 10, "activationQueueLength"),
        ["aws-cloudwatch"] = Number("targetMetricValue", null, "activationTargetMetricValue"),
        ["aws-dynamodb"] = Whole("targetValue", null, "activationTargetValue"),
        ["aws-dynamodb-streams"] = Whole("shardCount", 2, "activationShardCount"),
        ["aws-kinesis-stream"] = Whole("shardCount", 2, "activationShardCount"),
        ["aws-sqs-queue"] = Whole("queueLength", 5, "activationQueueLength"),
        ["azure-app-insights"] = Number("targetValue", null, "activationTargetValue"),
        ["azure-blob"] = Whole("blobCount", 5, "activationBlobCount"),
        ["azure-data-explorer"] = Number("threshold", null, "activationThreshold"),
        ["azure-log-analytics"] = Number("threshold", null, "activationThreshold"),
        ["azure-monitor"] = Number("targetValue", null, "activationTargetValue"),
        ["azure-pipelines"] = Whole("targetPipelinesQueueLength", 1, "activationTargetPipelinesQueueLength"),
        ["beanstalkd"] = Number("value", null, "activationValue"),
        ["cassandra"] = Whole("targetQueryValue", null, "activationTargetQueryValue"),
        ["clickhouse"] = Number("targetQueryValue", null, "activationTargetQueryValue"),
        ["couchdb"] = Whole("queryValue", null, "activationQueryValue"),
        ["datadog"] = Number("queryValue", null, "activationQueryValue"),
        ["dynatrace"] = Number("threshold", null, "activationThreshold"),
        ["elastic-forecast"] = Number("targetValue", null, "activationTargetValue"),
        ["elasticsearch"] = Number("targetValue", null, "activationTargetValue"),
        ["etcd"] = Number("value", null, "activationValue"),
        ["gcp-cloudtasks"] = Number("value", 100, "activationValue"),
        ["gcp-pubsub"] = Number("value", 10, "activationValue"),
        ["gcp-spanner"] = Number("targetValue", 5, "activationValue"),
        ["gcp-stackdriver"] = Number("targetValue", 5, "activationTargetValue"),
        ["gcp-storage"] = Whole("targetObjectCount", 100, "activationTargetObjectCount"),
        ["github-runner"] = Whole("targetWorkflowQueueLength", 1, null),
        ["graphite"] = Number("threshold", 100, "activationThreshold"),
        ["huawei-cloudeye"] = Number("targetMetricValue", null, "activationTargetMetricValue"),
        ["ibmmq"] = Whole("queueDepth", 20, "activationQueueDepth"),
        ["influxdb"] = Number("thresholdValue", null, "activationThresholdValue"),
        ["kafka"] = Whole("lagThreshold", 10, "activationLagThreshold"),
        ["kubernetes-resource"] = Number("targetValue", null, "activationTargetValue"),
        ["kubernetes-workload"] = Number("value", null, "activationValue"),
        ["liiklus"] = Whole("lagThreshold", 10, "activationLagThreshold"),
        ["loki"] = Number("threshold", null, "activationThreshold"),
        ["metrics-api"] = Number("targetValue", null, "activationTargetValue"),
        ["mongodb"] = Number("queryValue", null, "activationQueryValue"),
        ["mssql"] = Number("targetValue", null, "activationTargetValue"),
        ["mysql"] = Number("queryValue", null, "activationQueryValue"),
        ["nats-jetstream"] = Whole("lagThreshold", 10, "activationLagThreshold"),
        ["new-relic"] = Number("threshold", null, "activationThreshold"),
        ["nsq"] = Whole("depthThreshold", 10, "activationDepthThreshold"),
        ["opensearch"] = Number("targetValue", null, "activationTargetValue"),
        ["openstack-metric"] = Number("threshold", null, "activationThreshold"),
        ["openstack-swift"] = Whole("objectCount", 2, "activationObjectCount"),
        ["postgresql"] = Number("targetQueryValue", null, "activationTargetQueryValue"),
        ["predictkube"] = Number("threshold", null, "activationThreshold"),
        ["pulsar"] = Whole("msgBacklogThreshold", 10, "activationMsgBacklogThreshold"),
        ["rabbitmq"] = Number("value", null, "activationValue"),
        ["redis"] = Whole("listLength", 5, "activationListLength"),
        ["redis-cluster"] = Whole("listLength", 5, "activationListLength"),
        ["redis-sentinel"] = Whole("listLength", 5, "activationListLength"),
        ["redis-streams"] = Whole("pendingEntriesCount", null, "activationLagCount"),
        ["redis-cluster-streams"] = Whole("pendingEntriesCount", null, "activationLagCount"),
        ["redis-sentinel-streams"] = Whole("pendingEntriesCount", null, "activationLagCount"),
        ["solarwinds"] = Number("targetValue", null, "activationValue"),
        ["solr"] = Number("targetQueryValue", null, "activationTargetQueryValue"),
        ["splunk"] = Whole("targetValue", null, "activationValue"),
        ["splunk-observability"] = Number("targetValue", null, "activationTargetValue"),
        ["sumologic"] = Number("threshold", null, "activationThreshold"),
        ["temporal"] = Whole("targetQueueSize", 5, "activationTargetQueueSize"),
    };

    private static ScalerTarget Whole(string key, double? byDefault, string? activation) => new(key, true, byDefault, activation);

    private static ScalerTarget Number(string key, double? byDefault, string? activation) => new(key, false, byDefault, activation);
}
