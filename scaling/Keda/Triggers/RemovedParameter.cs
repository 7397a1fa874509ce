using KedaStack.Scaling.Keda.Semantics;

namespace KedaStack.Scaling.Keda.Triggers;

/// <summary>
/// What a version of KEDA took away, so that a trigger that worked before is refused, or asks for something else, from then on
/// (KEDA's CHANGELOG.md, "Breaking Changes", and the scalers of the tags around each; <c>metricName</c> and pod identity by
/// <c>azure</c> have rules of their own).
/// </summary>
/// <param name="Types">The types of triggers.</param>
/// <param name="Key">The key of the metadata; null for the type itself.</param>
/// <param name="Since">The first version without it.</param>
/// <param name="Instead">What stands for it.</param>
public sealed record RemovedParameter(IReadOnlyList<string> Types, string? Key, KedaVersion Since, string Instead)
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<RemovedParameter> All { get; } =
    [
        new(["azure-data-explorer"], "clientSecret", new(2, 13, 0), "clientSecret of a TriggerAuthentication, without metadata.clientSecret") { IsSecret = true },
        new(["pulsar"], "msgBacklog", new(2, 16, 0), "msgBacklogThreshold, whose default of 10 holds otherwise"),
        new(["external", "external-push"], "tlsCertFile", new(2, 17, 0), "caCert of a TriggerAuthentication, and enableTLS"),
        new(["cpu", "memory"], "type", new(2, 18, 0), "metricType beside metadata, without metadata.type"),
        new(["ibmmq"], "tls", new(2, 18, 0), "unsafeSsl, without metadata.tls"),
        new(["stan"], null, new(2, 19, 0), "nats-jetstream: NATS Streaming itself is no more"),
        new(["gcp-pubsub"], "subscriptionSize", new(2, 20, 0), "mode: SubscriptionSize, and value"),
        new(["huawei-cloudeye"], "minMetricValue", new(2, 20, 0), "activationTargetMetricValue, without metadata.minMetricValue"),
        new(["influxdb"], "authToken", new(2, 20, 0), "authTokenFromEnv, or authToken of a TriggerAuthentication") { IsSecret = true },
    ];

    /// <summary>Whether its value is not for everybody's eyes.</summary>
    public bool IsSecret { get; init; }
}
