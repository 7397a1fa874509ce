using KedaStack.Scaling.Keda.Triggers.Config;

namespace KedaStack.Scaling.Keda.Triggers.Azure;

/// <summary>Reads an azure-queue trigger (pkg/scalers/azure_queue_scaler.go, parseAzureQueueMetadata).</summary>
internal static class AzureQueueTriggerReader
{
    private const string Prefix = "error parsing azure queue metadata: ";

    public static TriggerReading Read(TriggerDefinition definition)
    {
        var config = new TypedConfig(definition);
        var activation = config.Int64("activationQueueLength", 0);
        var queueName = config.Required("queueName");
        var length = config.Int64("queueLength", 5);
        var connection = config.Auth("connection") ?? config.Metadata("connection") ?? config.Env("connection");
        var account = config.Metadata("accountName") ?? "";
        var strategy = config.Choice("queueLengthStrategy", "all", "all", "visibleonly");
        if (config.Faults.Count > 0)
        {
            return TriggerReading.Refused(config.Faults, Prefix + Prefix);
        }

        var suffix = AzureEndpoints.Suffix(config, definition, "endpointSuffix", cloud => "queue." + cloud.Storage, out var error);
        error ??= definition.PodIdentityProvider switch
        {
            "" or "none" => connection is null && !config.MayBeElsewhere("connection") ? config.Fault("no connection setting given", "connectionFromEnv") : null,
            "azure-workload" => account.Length == 0 ? config.Fault("no accountName given", "accountName") : null,
            var other => config.Fault($"pod identity {other} not supported for azure storage queues", null),
        };
        return error is not null
            ? TriggerReading.Refused([error], Prefix)
            : TriggerReading.Of(new AzureQueueTrigger
            {
                TriggerIndex = definition.TriggerIndex,
                Name = definition.Name,
                UseCachedMetrics = definition.UseCachedMetrics,
                MetricType = TypedConfig.MetricType(definition),
                QueueName = queueName,
                QueueLength = length,
                ActivationQueueLength = activation,
                IsVisibleOnly = strategy == "visibleonly",
                AccountName = account,
                EndpointSuffix = suffix,
            });
    }
}
