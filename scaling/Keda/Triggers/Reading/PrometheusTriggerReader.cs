using KedaStack.Scaling.Keda.Triggers.Config;

namespace KedaStack.Scaling.Keda.Triggers.Reading;

/// <summary>
/// Reads a prometheus trigger as KEDA 2.20.2 does, with its errors word by word (pkg/scalers/prometheus_scaler.go,
/// parsePrometheusMetadata). Not modelled: the environment of the scaled pods, which this trigger never reads, and the
/// query string of OAuth's endpointParams.
/// </summary>
internal static class PrometheusTriggerReader
{
    private const string Prefix = "error parsing prometheus metadata: ";
    private const string IdentityWithAuth = "pod identity cannot be enabled with other auth types";

    /// <summary>Reads a trigger; every problem at once, as KEDA reports them.</summary>
    /// <param name="definition">The trigger.</param>
    public static TriggerReading Read(TriggerDefinition definition)
    {
        var config = new TypedConfig(definition);
        var trigger = ReadParameters(config, definition);
        if (config.Faults.Count > 0)
        {
            return TriggerReading.Refused(config.Faults, Prefix + Prefix);
        }

        return trigger.Auth.Modes.Count > 0 && definition.PodIdentityProvider is not ("" or "none")
            ? TriggerReading.Refused([config.Fault(IdentityWithAuth, "authModes")], Prefix)
            : TriggerReading.Of(trigger);
    }

    private static PrometheusTrigger ReadParameters(TypedConfig config, TriggerDefinition definition) => new()
    {
        // In the order of KEDA's fields, which is that of its errors.
        TriggerIndex = definition.TriggerIndex,
        Name = definition.Name,
        UseCachedMetrics = definition.UseCachedMetrics,
        MetricType = TypedConfig.MetricType(definition),
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
}
