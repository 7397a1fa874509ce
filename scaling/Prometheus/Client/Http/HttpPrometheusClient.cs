using System.Globalization;
using System.Net;

namespace KedaStack.Scaling.Prometheus.Client.Http;

/// <summary>
/// Asks a Prometheus over HTTP: queries go as a form over POST, so that they may be long; answers may be compressed.
/// Throttling, faults of the server and lost connections are tried again with growing waits, at least as long as the
/// server asks for. Redirects are not followed, and a token goes over https or to this machine only.
/// </summary>
public sealed class HttpPrometheusClient : IPrometheusClient, IDisposable
{
    private const int LongestShownBody = 4096;

    private readonly PrometheusAddress _address;
    private readonly HttpClient _http;
    private readonly HttpTransport _transport;

    /// <summary>Makes a client.</summary>
    /// <param name="options">Whom it asks, as whom and with how much patience.</param>
    /// <param name="time">The clock of timeouts, waits and tokens.</param>
    /// <param name="jitter">The chance in the waits; used under a lock.</param>
    public HttpPrometheusClient(PrometheusClientOptions options, TimeProvider time, Random jitter)
        : this(options, time, jitter, CreateHandler(options.Address))
    {
    }

    /// <summary>Makes a client that sends through a handler, which it disposes.</summary>
    internal HttpPrometheusClient(PrometheusClientOptions options, TimeProvider time, Random jitter, HttpMessageHandler handler)
    {
        _address = options.Address;
        _http = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        _transport = new HttpTransport(_http, options, time, jitter);
    }

    /// <inheritdoc/>
    public async Task<InstantQueryResult> QueryAsync(string query, DateTimeOffset time, CancellationToken cancellationToken)
    {
        var answer = await _transport.SendAsync("query", [new("query", query), new("time", UnixSeconds(time))], cancellationToken).ConfigureAwait(false);
        return new InstantQueryResult
        {
            Response = answer.Status is { } status ? InstantQueryResponse.Parse(status, answer.Body) : null,
            Error = answer.Error,
            Body = ShownText.Of(answer.Body, LongestShownBody),
            Took = answer.Took,
        };
    }

    /// <summary>
    /// Evaluates a query at every step of a range; one that is longer than a server answers at once goes in parts, one
    /// after the other.
    /// </summary>
    /// <inheritdoc/>
    public async Task<RangeQueryResult> QueryRangeAsync(
        string query, DateTimeOffset start, DateTimeOffset end, TimeSpan step, CancellationToken cancellationToken)
    {
        if (RangePart.Split(start, end, step) is not { } parts)
        {
            return new RangeQueryResult { Error = RangePart.TooMany(start, end, step) };
        }

        var series = new RangeSeriesCollector();
        foreach (var part in parts)
        {
            var answer = await _transport.SendAsync(
                "query_range",
                [
                    new("query", query),
                    new("start", UnixSeconds(part.Start)),
                    new("end", UnixSeconds(part.End)),
                    new("step", Seconds(step)),
                ],
                cancellationToken).ConfigureAwait(false);
            if (answer.Error is { } error)
            {
                return new RangeQueryResult { Error = error };
            }

            if (!series.TryAdd(answer.Body))
            {
                return new RangeQueryResult { Error = StatusErrors.NoMatrix(_address, answer.Status) };
            }
        }

        return new RangeQueryResult { Series = series.ToList() };
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private static SocketsHttpHandler CreateHandler(PrometheusAddress address) => new()
    {
        AutomaticDecompression = DecompressionMethods.GZip,
        AllowAutoRedirect = false,
        UseCookies = false,
        // A token must not reach a proxy in the clear.
        UseProxy = !address.IsLoopback,
    };

    private static string UnixSeconds(DateTimeOffset time) =>
        (time.ToUnixTimeMilliseconds() / 1000m).ToString("0.###", CultureInfo.InvariantCulture);

    private static string Seconds(TimeSpan step) =>
        ((decimal)step.Ticks / TimeSpan.TicksPerSecond).ToString("0.###", CultureInfo.InvariantCulture);
}
