using KedaStack.Scaling.Hpa;
using KedaStack.Scaling.Keda.Go;

namespace KedaStack.Scaling.Keda;

/// <summary>
/// Reads a prometheus trigger as KEDA 2.20.2 does, with its errors word by word (pkg/scalers/prometheus_scaler.go,
/// parsePrometheusMetadata). Not modelled: the environment of the scaled pods, which this trigger never reads, and the
/// query string of OAuth's endpointParams.
/// </summary>
public static class PrometheusTriggerReader
{
    private const string Prefix = "error parsing prometheus metadata: ";
    private const string Panic = "failed to parse typed config *scalers.prometheusMetadata resulted in panic\n";
    private const string Utilization =
        "'Utilization' metric type is unsupported for external metrics, allowed values are 'Value' or 'AverageValue'";

    private const string IdentityWithAuth = "pod identity cannot be enabled with other auth types";

    /// <summary>Reads a trigger; every problem at once, as KEDA reports them.</summary>
    /// <param name="definition">The trigger.</param>
    public static PrometheusTriggerReading Read(PrometheusTriggerDefinition definition)
    {
        if (definition.MetricType == "Utilization")
        {
            return new PrometheusTriggerReading(null, [Utilization], "error getting scaler metric type: " + Utilization);
        }

        var config = new TypedConfig(definition.Metadata, definition.AuthParams);
        var trigger = ReadParameters(config, definition);
        if (config.Panicked)
        {
            return Refused([Panic + GoJsonNumber.NullPanic], Prefix + Prefix);
        }

        if (config.Problems.Count > 0)
        {
            return Refused(config.Problems, Prefix + Prefix);
        }

        return trigger.Auth.Modes.Count > 0 && definition.PodIdentityProvider is not ("" or "none")
            ? Refused([IdentityWithAuth], Prefix)
            : new PrometheusTriggerReading(trigger, [], null);
    }

    private static PrometheusTrigger ReadParameters(TypedConfig config, PrometheusTriggerDefinition definition) => new()
    {
        // In the order of KEDA's fields, which is that of its errors.
        TriggerIndex = definition.TriggerIndex,
        UseCachedMetrics = definition.UseCachedMetrics,
        MetricType = definition.MetricType == nameof(MetricTargetType.Value) ? MetricTargetType.Value : MetricTargetType.AverageValue,
        Auth = PrometheusAuth.Read(config),
        ServerAddress = config.Required("serverAddress"),
        Query = config.Required("query"),
        QueryParameters = config.Map("queryParameters"),
        Threshold = config.RequiredNumber("threshold"),
        ActivationThreshold = config.OptionalNumber("activationThreshold"),
        Namespace = config.Metadata("namespace") ?? "",
        CustomHeaders = config.Map("customHeaders"),
        IgnoreNullValues = config.Bool("ignoreNullValues", true),
        UnsafeSsl = config.Bool("unsafeSsl", false),
        Timeout = config.Duration("timeout"),
    };

    private static PrometheusTriggerReading Refused(IReadOnlyList<string> problems, string prefix) =>
        new(null, problems, prefix + string.Join('\n', problems));
}
