using KedaStack.Scaling.Go;
using KedaStack.Scaling.Hpa.Spec;
using KedaStack.Scaling.Keda.Semantics;
using KedaStack.Scaling.Keda.Triggers.Config;
using KedaStack.Scaling.Quantities;

namespace KedaStack.Scaling.Keda.Triggers.Reading;

/// <summary>Reads a cpu or memory trigger (pkg/scalers/cpu_memory_scaler.go, parseResourceMetadata).</summary>
internal static class ResourceTriggerReader
{
    private const string Removed =
        "The 'type' setting is DEPRECATED and is removed in v2.18 - Use 'metricType' instead.";

    public static TriggerReading Read(TriggerDefinition definition, KedaSemantics semantics)
    {
        var prefix = $"error parsing {definition.Type} metadata: ";
        var config = new TypedConfig(definition);
        var type = config.Metadata("type");
        if (type is not null && semantics.CpuTypeRemoved)
        {
            config.Add($"scaler {definition.Type} info: {Removed}", "type");
        }

        var value = config.Required("value");
        if (config.Faults.Count > 0)
        {
            return TriggerReading.Refused(config.Faults, prefix);
        }

        var metricType = definition.MetricType.Length > 0 ? definition.MetricType : type ?? "";
        var isKnown = metricType is nameof(MetricTargetType.AverageValue) or nameof(MetricTargetType.Utilization);
        var (target, problem) = metricType switch
        {
            nameof(MetricTargetType.AverageValue) => Quantity(value),
            nameof(MetricTargetType.Utilization) => Percent(value),
            _ => (default, $"unknown metric type: {metricType}, allowed values are 'Utilization' or 'AverageValue'"),
        };
        return problem is not null
            ? TriggerReading.Refused([isKnown ? config.Fault(problem, "value") : new TriggerFault(problem, "metricType", definition.TriggerIndex)], prefix)
            : TriggerReading.Of(new ResourceTrigger
            {
                Resource = definition.Type,
                Name = definition.Name,
                TriggerIndex = definition.TriggerIndex,
                MetricType = metricType == nameof(MetricTargetType.Utilization) ? MetricTargetType.Utilization : MetricTargetType.AverageValue,
                Value = target,
                ContainerName = config.Metadata("containerName"),
            });
    }

    // KEDA breaks down over a quantity that is none (resource.MustParse).
    private static (MilliQuantity Target, string? Problem) Quantity(string text) => MilliQuantity.TryParse(text) is { } quantity
        ? (quantity, null)
        : (default, $"cannot parse '{text}': quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'");

    private static (MilliQuantity Target, string? Problem) Percent(string text)
    {
        var percent = GoParse.Int(text, 32, out var error);
        return (new MilliQuantity(percent * 1000), error);
    }
}
