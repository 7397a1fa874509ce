using KedaStack.Scaling.Keda.Triggers.Config;

namespace KedaStack.Scaling.Keda.Triggers.Azure;

/// <summary>Reads an azure-eventhub trigger (pkg/scalers/azure_eventhub_scaler.go, parseAzureEventHubMetadata).</summary>
internal static class AzureEventHubTriggerReader
{
    private const string Prefix = "unable to get eventhub metadata: ";
    private const string ParsePrefix = Prefix + "error parsing azure eventhub metadata: ";
    private const string EntityPath = "EntityPath";

    public static TriggerReading Read(TriggerDefinition definition)
    {
        var config = new TypedConfig(definition);
        var threshold = config.Int64("unprocessedEventThreshold", 64);
        var activation = config.Int64("activationUnprocessedEventThreshold", 0);
        var stale = config.Int64("stalePartitionInfoThreshold", 10_000);
        if (threshold <= 0)
        {
            config.Add("\"unprocessedEventThreshold\" must be a positive number", "unprocessedEventThreshold");
        }

        if (config.Faults.Count > 0)
        {
            return TriggerReading.Refused(config.Faults, ParsePrefix);
        }

        var hub = config.Metadata("eventHubName") ?? config.Env("eventHubName") ?? "";
        var hubNamespace = config.Metadata("eventHubNamespace") ?? config.Env("eventHubNamespace") ?? "";
        AzureEndpoints.Suffix(config, definition, "endpointSuffix", cloud => cloud.ServiceBus, out var error);
        error ??= definition.PodIdentityProvider switch
        {
            "" or "none" => WithConnection(config, hub),
            "azure-workload" => WithIdentity(config, definition, hub, hubNamespace),
            _ => null,
        };
        return error is not null
            ? TriggerReading.Refused([error], Prefix)
            : TriggerReading.Of(new AzureEventHubTrigger
            {
                TriggerIndex = definition.TriggerIndex,
                Name = definition.Name,
                UseCachedMetrics = definition.UseCachedMetrics,
                MetricType = TypedConfig.MetricType(definition),
                EventHubName = hub,
                EventHubNamespace = hubNamespace,
                ConsumerGroup = config.Metadata("consumerGroup") ?? "$Default",
                UnprocessedEventThreshold = threshold,
                ActivationUnprocessedEventThreshold = activation,
                StalePartitionInfoThreshold = stale,
                BlobContainer = config.Metadata("blobContainer") ?? "",
                CheckpointStrategy = config.Metadata("checkpointStrategy") ?? "",
            });
    }

    private static TriggerFault? WithConnection(TypedConfig config, string hub)
    {
        var connection = config.Auth("connection") ?? config.Env("connection");
        if (StorageConnection(config) is null && !config.MayBeElsewhere("storageConnection"))
        {
            return config.Fault("no storage connection string given", "storageConnectionFromEnv");
        }

        if (connection is null)
        {
            return config.MayBeElsewhere("connection") ? null : config.Fault("no event hub connection string given", "connectionFromEnv");
        }

        return !HasEntityPath(connection) && hub.Length == 0
            ? config.Fault("connection string does not contain event hub name, and parameter eventHubName not provided", "eventHubName")
            : null;
    }

    private static TriggerFault? WithIdentity(TypedConfig config, TriggerDefinition definition, string hub, string hubNamespace)
    {
        TriggerFault? error = null;
        var account = config.Metadata("storageAccountName");
        if (account is not null)
        {
            AzureEndpoints.Suffix(config, definition, "storageEndpointSuffix", cloud => cloud.Storage, out error);
        }

        return error ?? (account is null && StorageConnection(config) is null && !config.MayBeElsewhere("storageConnection")
                ? config.Fault("no storage connection string or storage account name for pod identity based authentication given", "storageAccountName")
            : hubNamespace.Length == 0 && !config.MayBeElsewhere("eventHubNamespace") ? config.Fault("no event hub namespace string given", "eventHubNamespace")
            : hub.Length == 0 && !config.MayBeElsewhere("eventHubName") ? config.Fault("no event hub name string given", "eventHubName")
            : null);
    }

    private static string? StorageConnection(TypedConfig config) => config.Auth("storageConnection") ?? config.Env("storageConnection");

    private static bool HasEntityPath(string connection) => connection.Split(';').Any(part =>
        part.Split('=', 2) is [var key, ..] && key.Trim().Equals(EntityPath, StringComparison.OrdinalIgnoreCase));
}
