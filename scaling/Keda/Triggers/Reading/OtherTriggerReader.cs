using KedaStack.Scaling.Keda.Triggers.Config;
using KedaStack.Scaling.Quantities;

namespace KedaStack.Scaling.Keda.Triggers.Reading;

/// <summary>Reads the target of a trigger whose scaler this model does not know; everything else of it is left as it is written.</summary>
internal static class OtherTriggerReader
{
    public static TriggerReading Read(TriggerDefinition definition)
    {
        var config = new TypedConfig(definition);
        var parameters = ScalerTarget.ByType.GetValueOrDefault(definition.Type);
        var target = definition.Target is { } given ? KedaQuantity.FromValue(given) : OfMetadata(config, parameters, definition.Type);
        var activation = parameters?.ActivationKey is { } key ? config.OptionalNumber(key) : 0;
        var prefix = $"error parsing {definition.Type} metadata: ";
        return config.Faults.Count > 0 ? TriggerReading.Refused(config.Faults, prefix)
            : TriggerReading.Of(new OtherTrigger
            {
                ScalerType = definition.Type,
                Metadata = definition.Metadata,
                TriggerIndex = definition.TriggerIndex,
                Name = definition.Name,
                UseCachedMetrics = definition.UseCachedMetrics,
                MetricType = TypedConfig.MetricType(definition),
                TargetValue = target,
                Activation = activation,
                Parameters = parameters,
            });
    }

    private static MilliQuantity OfMetadata(TypedConfig config, ScalerTarget? parameters, string type)
    {
        if (parameters is null)
        {
            config.Add($"the target of a {type} trigger is not known here");
            return default;
        }

        if (config.Metadata(parameters.Key) is null && parameters.Default is { } byDefault)
        {
            return KedaQuantity.FromValue(byDefault);
        }

        return parameters.IsWhole
            ? KedaQuantity.FromValue(config.RequiredInt64(parameters.Key))
            : KedaQuantity.FromValue(config.RequiredNumber(parameters.Key));
    }
}
