using KedaStack.Scaling.Keda.Triggers;
using KedaStack.Scaling.Prometheus.Client;

namespace KedaStack.Scaling.Keda;

/// <summary>
/// The error that KEDA logs when no answer comes to its own request for the same reason as to a client's: the words of
/// Go's net/http, net and crypto/tls.
/// </summary>
public static class KedaFailure
{
    /// <summary>The error.</summary>
    /// <param name="error">Why the client has no answer. For what KEDA has no such error the client's own sentence is taken:
    /// its identity, its redirects and the sizes that it reads are others.</param>
    /// <param name="trigger">The trigger.</param>
    /// <param name="now">When KEDA asks.</param>
    public static string Text(PrometheusError error, PrometheusTrigger trigger, DateTimeOffset now)
    {
        var server = Uri.TryCreate(trigger.ServerAddress, UriKind.Absolute, out var address) ? address : null;
        var reason = error switch
        {
            // The headers came, so that it is the body that fails.
            { Kind: PrometheusErrorKind.Timeout, HttpStatus: not null } =>
                "context deadline exceeded (Client.Timeout or context cancellation while reading body)",
            { Kind: PrometheusErrorKind.Connection, HttpStatus: not null } => "unexpected EOF",
            { Kind: PrometheusErrorKind.Timeout } => Get("context deadline exceeded (Client.Timeout exceeded while awaiting headers)"),
            { Kind: PrometheusErrorKind.Connection } =>
                Get(FormattableString.Invariant($"dial tcp {server?.Host}:{server?.Port}: connect: connection refused")),
            { Kind: PrometheusErrorKind.NameResolution } => Get($"dial tcp: lookup {server?.Host}: no such host"),
            { Kind: PrometheusErrorKind.Tls } => Get("tls: failed to verify certificate: x509: certificate signed by unknown authority"),
            _ => error.Message,
        };
        return reason;

        string Get(string cause) => $"Get \"{KedaQuery.Address(trigger, now)}\": {cause}";
    }
}
