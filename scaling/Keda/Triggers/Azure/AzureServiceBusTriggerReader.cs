using System.Text.RegularExpressions;
using KedaStack.Scaling.Keda.Triggers.Config;

namespace KedaStack.Scaling.Keda.Triggers.Azure;

/// <summary>Reads an azure-servicebus trigger (pkg/scalers/azure_servicebus_scaler.go, parseAzureServiceBusMetadata).</summary>
internal static class AzureServiceBusTriggerReader
{
    private const string Prefix = "error parsing azure service bus metadata: ";

    public static TriggerReading Read(TriggerDefinition definition)
    {
        var config = new TypedConfig(definition);
        var (count, activation) = (config.Int64("messageCount", 5), config.Int64("activationMessageCount", 0));
        var (queue, topic) = (config.Metadata("queueName") ?? "", config.Metadata("topicName") ?? "");
        var subscription = config.Metadata("subscriptionName") ?? "";
        var connection = config.Auth("connection") ?? config.Env("connection");
        var busNamespace = config.Metadata("namespace") ?? "";
        var useRegex = config.Bool("useRegex", false);
        var operation = config.Choice("operation", "sum", "sum", "max", "avg");
        if (Entity(queue, topic, subscription, useRegex) is var (problem, parameter))
        {
            config.Add(problem, parameter);
        }

        if (config.Faults.Count > 0)
        {
            return TriggerReading.Refused(config.Faults, Prefix + Prefix);
        }

        var (suffix, error) = ("", (TriggerFault?)null);
        switch (definition.PodIdentityProvider)
        {
            case "" or "none":
                error = connection is null && !config.MayBeElsewhere("connection") ? config.Fault("no connection setting given", "connectionFromEnv") : null;
                break;
            case "azure-workload" when busNamespace.Length == 0:
                error = config.Fault("namespace are required when using pod identity", "namespace");
                break;
            case "azure-workload":
                suffix = AzureEndpoints.Suffix(config, definition, "endpointSuffix", cloud => cloud.ServiceBus, out error);
                break;
            default:
                error = config.Fault($"azure service bus doesn't support pod identity {definition.PodIdentityProvider}", null);
                break;
        }

        return error is not null
            ? TriggerReading.Refused([error], Prefix)
            : TriggerReading.Of(new AzureServiceBusTrigger
            {
                TriggerIndex = definition.TriggerIndex,
                Name = definition.Name,
                UseCachedMetrics = definition.UseCachedMetrics,
                MetricType = TypedConfig.MetricType(definition),
                QueueName = queue,
                TopicName = topic,
                SubscriptionName = subscription,
                MessageCount = count,
                ActivationMessageCount = activation,
                UseRegex = useRegex,
                Operation = operation,
                FullyQualifiedNamespace = suffix.Length > 0 ? $"{busNamespace}.{suffix}" : "",
            });
    }

    private static (string Problem, string? Parameter)? Entity(string queue, string topic, string subscription, bool useRegex) => (queue.Length > 0, topic.Length > 0) switch
    {
        (true, _) when subscription.Length > 0 => ("subscription name provided with queue name", "subscriptionName"),
        (true, _) when useRegex && !IsRegex(queue) => ("queueName is not a valid regular expression", "queueName"),
        (true, true) => ("both topic and queue name metadata provided", "topicName"),
        (false, true) when subscription.Length == 0 => ("no subscription name provided with topic name", "subscriptionName"),
        (false, true) when useRegex && !IsRegex(subscription) => ("subscriptionName is not a valid regular expression", "subscriptionName"),
        (false, false) => ("no service bus entity type set", null),
        _ => null,
    };

    // The grammars of Go's and .NET's expressions differ in what names of queues never use.
    private static bool IsRegex(string pattern)
    {
        try
        {
            _ = new Regex(pattern, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
            return true;
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            return false;
        }
    }
}
