using System.Net.Sockets;

namespace KedaStack.Scaling.Prometheus.Client.Http;

/// <summary>Why no whole answer came, in sentences.</summary>
/// <param name="options">Whom the client asks, and with how much patience.</param>
internal sealed class TransportErrors(PrometheusClientOptions options)
{
    private const int LongestReason = 200;

    private readonly string _host = options.Address.Base.Authority;

    /// <summary>What went wrong with the connection.</summary>
    /// <param name="exception">The failure.</param>
    /// <param name="status">The status of the answer that then broke off; null when none came.</param>
    public HttpAnswer Of(HttpRequestException exception, int? status) => Of(exception.HttpRequestError, exception, status);

    /// <summary>What went wrong with the connection while the body was read.</summary>
    /// <param name="exception">The failure.</param>
    /// <param name="status">The status of the answer.</param>
    public HttpAnswer Of(IOException exception, int? status) =>
        Of(exception is HttpIOException http ? http.HttpRequestError : HttpRequestError.ResponseEnded, exception, status);

    /// <summary>A try that took too long.</summary>
    /// <param name="status">The status of the answer, whose body did not end; null when none came.</param>
    public HttpAnswer TimedOut(int? status)
    {
        var limit = FormattableString.Invariant($"{options.Timeout.TotalSeconds:0.###} s");
        return Failed(
            PrometheusErrorKind.Timeout,
            status is null ? $"{_host} did not answer within {limit}." : $"{_host} answered, but its answer did not end within {limit}.",
            "Allow more time or ask for less; where nothing answers at all, a firewall may swallow the connection.",
            status);
    }

    /// <summary>An answer that is larger than is read.</summary>
    public HttpAnswer TooLarge(int status) => Failed(
        PrometheusErrorKind.TooLarge,
        FormattableString.Invariant($"The answer of {_host} is larger than {options.MaxResponseBytes} bytes."),
        "Ask for fewer series (sum them), a shorter range or a larger step.",
        status);

    /// <summary>A body whose compression is broken.</summary>
    public HttpAnswer BadCompression(int? status) => Failed(
        PrometheusErrorKind.Malformed,
        $"The answer of {_host} says that it is compressed, but cannot be decompressed.",
        "Look at what stands between this machine and Prometheus: a proxy may have changed the answer.",
        status);

    /// <summary>A token that would have to go over plain http.</summary>
    public HttpAnswer PlainHttp() => Failed(
        PrometheusErrorKind.PlainHttp,
        $"{options.Address} is plain http on another machine, where a token could be read on the way; nothing was sent.",
        "Write https://, or ask without a credential.");

    /// <summary>No token.</summary>
    /// <param name="scope">What it would have been for.</param>
    /// <param name="exception">Why.</param>
    public static HttpAnswer NoToken(string scope, Exception exception) => Failed(
        PrometheusErrorKind.Credential,
        BearerTokens.WhyNone(scope, exception),
        "Run az login; without the Azure CLI set AZURE_TENANT_ID, AZURE_CLIENT_ID and AZURE_CLIENT_SECRET, or ask from a pod with workload identity.");

    private HttpAnswer Of(HttpRequestError error, Exception exception, int? status) => error switch
    {
        HttpRequestError.NameResolutionError => Failed(
            PrometheusErrorKind.NameResolution,
            $"The name {options.Address.Base.Host} cannot be resolved: {Reason(exception)}.",
            "Check how it is written and that this machine has a network; a private endpoint's name resolves in its own network only.",
            mayRetry: SocketCode(exception) == SocketError.TryAgain),
        HttpRequestError.SecureConnectionError => Failed(
            PrometheusErrorKind.Tls,
            $"There is no trusted TLS connection to {_host}: {Reason(exception)}.",
            "Make this machine trust the authority of the server's certificate, and write the name that the certificate is for; a server without TLS needs http://."),
        HttpRequestError.ConnectionError => Failed(
            PrometheusErrorKind.Connection,
            SocketCode(exception) == SocketError.ConnectionRefused
                ? $"Nothing listens at {_host}: the connection was refused."
                : $"There is no connection to {_host}: {Reason(exception)}.",
            "Start the server or the port-forward to it, or correct the address and its port.",
            mayRetry: true),
        HttpRequestError.ProxyTunnelError => Failed(
            PrometheusErrorKind.Connection,
            $"The proxy of this machine makes no connection to {_host}: {Reason(exception)}.",
            "Allow it on the proxy, or name the host in NO_PROXY."),
        HttpRequestError.ConfigurationLimitExceeded => Failed(
            PrometheusErrorKind.TooLarge,
            $"The headers of the answer of {_host} are larger than is read.",
            "Give the address of the query API itself.",
            status),
        HttpRequestError.InvalidResponse or HttpRequestError.HttpProtocolError => Failed(
            PrometheusErrorKind.Malformed,
            $"What {_host} answers is not HTTP: {Reason(exception)}.",
            "Check the port; a server with TLS needs https://.",
            status),
        _ => Failed(
            PrometheusErrorKind.Connection,
            $"The connection to {_host} broke off{(status is null ? "" : " in the middle of the answer")}.",
            "Try again; when it stays, look at the server and at what stands between.",
            status,
            mayRetry: true),
    };

    private static HttpAnswer Failed(PrometheusErrorKind kind, string message, string advice, int? status = null, bool mayRetry = false) =>
        new() { Error = new PrometheusError(kind, message, advice, status), MayRetry = mayRetry };

    private static string Reason(Exception exception) =>
        ShownText.Of((exception.InnerException ?? exception).Message, LongestReason).TrimEnd('.');

    private static SocketError? SocketCode(Exception exception) => (exception.InnerException as SocketException)?.SocketErrorCode;
}
