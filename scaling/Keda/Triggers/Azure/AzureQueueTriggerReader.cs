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
        if (config.Panicked || config.Problems.Count > 0)
        {
            return TriggerReading.Refused(config.Panicked ? [TypedConfig.Panic] : config.Problems, Prefix + Prefix);
        }

        var suffix = AzureEndpoints.Suffix(definition, "endpointSuffix", cloud => "queue." + cloud.Storage, out var error);
        error ??= definition.PodIdentityProvider switch
        {
            "" or "none" => connection is null && !config.MayBeElsewhere("connection") ? "no connection setting given" : null,
            "azure-workload" => account.Length == 0 ? "no accountName given" : null,
            var other => $"pod identity {other} not supported for azure storage queues",
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
