using KedaStack.Scaling.Keda.Semantics;
using KedaStack.Scaling.Keda.Triggers.Azure;
using KedaStack.Scaling.Keda.Triggers.Config;
using KedaStack.Scaling.Keda.Triggers.Cron;

namespace KedaStack.Scaling.Keda.Triggers.Reading;

/// <summary>Reads any trigger as KEDA does, with its errors word by word.</summary>
public static class TriggerReader
{
    private const string Utilization =
        "'Utilization' metric type is unsupported for external metrics, allowed values are 'Value' or 'AverageValue'";

    /// <summary>Reads a trigger; every problem at once, as KEDA reports them.</summary>
    /// <param name="definition">The trigger.</param>
    /// <param name="semantics">KEDA; null for <see cref="KedaSemantics.Default"/>.</param>
    public static TriggerReading Read(TriggerDefinition definition, KedaSemantics? semantics = null)
    {
        var keda = semantics ?? KedaSemantics.Default;
        if (ResourceTrigger.Types.Contains(definition.Type))
        {
            return ResourceTriggerReader.Read(definition, keda);
        }

        if (definition.MetricType == "Utilization")
        {
            return TriggerReading.Refused([new TriggerFault(Utilization, "metricType", definition.TriggerIndex)], "error getting scaler metric type: ");
        }

        return definition.Type switch
        {
            "prometheus" => PrometheusTriggerReader.Read(definition),
            CronTrigger.TypeName => CronTriggerReader.Read(definition, keda),
            AzureQueueTrigger.TypeName => AzureQueueTriggerReader.Read(definition),
            AzureServiceBusTrigger.TypeName => AzureServiceBusTriggerReader.Read(definition),
            AzureEventHubTrigger.TypeName => AzureEventHubTriggerReader.Read(definition),
            _ => OtherTriggerReader.Read(definition),
        };
    }

    /// <summary>Whether the scaler of a type is modelled; of another one only the target is read.</summary>
    /// <param name="type">The type.</param>
    public static bool IsModelled(string type) => ResourceTrigger.Types.Contains(type) || type is
        "prometheus" or CronTrigger.TypeName or AzureQueueTrigger.TypeName or AzureServiceBusTrigger.TypeName or AzureEventHubTrigger.TypeName;

    /// <summary>Whether the parameters of a trigger whose scaler is not modelled say its target, or its default is known.</summary>
    /// <param name="definition">The trigger.</param>
    public static bool HasTarget(TriggerDefinition definition) => ScalerTarget.ByType.TryGetValue(definition.Type, out var target)
        && (target.Default is not null || (definition.Metadata.TryGetValue(target.Key, out var text) && text.Trim().Length > 0));

    /// <summary>
    /// Why KEDA refuses triggers of one ScaledObject that it would take one by one, in its words (withtriggers_types.go,
    /// ValidateTriggers).
    /// </summary>
    /// <param name="definitions">The triggers.</param>
    public static IReadOnlyList<TriggerFault> ProblemsOfAll(IReadOnlyList<TriggerDefinition> definitions) =>
    [
        .. definitions
            .Where(trigger => trigger.UseCachedMetrics && (ResourceTrigger.Types.Contains(trigger.Type) || trigger.Type == CronTrigger.TypeName))
            .Select(trigger => new TriggerFault($"property \"useCachedMetrics\" is not supported for \"{trigger.Type}\" scaler", "useCachedMetrics", trigger.TriggerIndex)),
        .. definitions
            .Where(trigger => trigger.Name.Length > 0)
            .GroupBy(trigger => trigger.Name, StringComparer.Ordinal)
            .Where(group => group.Count() > 1)
            .Select(group => new TriggerFault(
                $"triggerName \"{group.Key}\" is defined multiple times in the ScaledObject/ScaledJob, but it must be unique", "name", group.Last().TriggerIndex)),
    ];
}
