namespace KedaStack.Scaling.Keda.Triggers;

/// <summary>The parameters that scalers read of a trigger's metadata (pkg/scalers/*_scaler.go of KEDA 2.20.2, keda tags).</summary>
public static class ScalerParameters
{
    /// <summary>The parameters by trigger type; those of other types are not known.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> ByType { get; } = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
    {
        ["prometheus"] =
        [
            "serverAddress", "query", "threshold", "activationThreshold", "namespace", "queryParameters", "customHeaders",
            "ignoreNullValues", "unsafeSsl", "timeout", "authModes", "awsRegion", "identityOwner", "cloud", "azureManagedPrometheusResourceURL",
        ],
        ["cpu"] = ["value", "containerName", "type"],
        ["memory"] = ["value", "containerName", "type"],
        ["cron"] = ["timezone", "start", "end", "desiredReplicas"],
        ["azure-queue"] =
        [
            "queueName", "queueLength", "activationQueueLength", "queueLengthStrategy", "accountName", "connection", "connectionFromEnv", "cloud", "endpointSuffix",
        ],
        ["azure-servicebus"] =
        [
            "queueName", "topicName", "subscriptionName", "namespace", "messageCount", "activationMessageCount", "useRegex", "operation", "connectionFromEnv", "cloud", "endpointSuffix",
        ],
        ["azure-eventhub"] =
        [
            "eventHubName", "eventHubNameFromEnv", "eventHubNamespace", "eventHubNamespaceFromEnv", "consumerGroup", "unprocessedEventThreshold",
            "activationUnprocessedEventThreshold", "stalePartitionInfoThreshold", "blobContainer", "checkpointStrategy", "storageAccountName", "connectionFromEnv",
            "storageConnectionFromEnv", "cloud", "endpointSuffix", "storageEndpointSuffix", "eventHubResourceURL", "activeDirectoryEndpoint",
        ],
    };
}
