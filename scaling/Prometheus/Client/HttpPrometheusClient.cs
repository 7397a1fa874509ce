using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using KedaStack.Scaling.Keda;

namespace KedaStack.Scaling.Prometheus.Client;

/// <summary>
/// Asks a Prometheus over HTTP: queries go as a form over POST, so that they may be long; answers may be compressed.
/// Throttling, faults of the server and lost connections are tried again with growing waits, at least as long as the
/// server asks for. Redirects are not followed, and a token goes over https or to this machine only.
/// </summary>
public sealed class HttpPrometheusClient : IPrometheusClient, IDisposable
{
    private const int LongestShownBody = 4096;
    private const int ErrorBodyBytes = 64 * 1024;

    private readonly PrometheusClientOptions _options;
    private readonly TimeProvider _time;
    private readonly Random _jitter;
    private readonly HttpClient _http;
    private readonly BearerTokens? _tokens;
    private readonly TransportErrors _transportErrors;
    private readonly StatusErrors _statusErrors;

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
        (_options, _time, _jitter) = (options, time, jitter);
        _http = new HttpClient(handler) { Timeout = System.Threading.Timeout.InfiniteTimeSpan };
        _tokens = options.Credential is { } credential
            ? new BearerTokens(
                credential, options.Scope ?? options.Address.ManagedScope ?? PrometheusAddress.PublicScope, options.TokenTimeout, time)
            : null;
        _transportErrors = new TransportErrors(options);
        _statusErrors = new StatusErrors(options, _tokens?.Scope);
    }

    /// <inheritdoc/>
    public async Task<InstantQueryResult> QueryAsync(string query, DateTimeOffset time, CancellationToken cancellationToken)
    {
        var answer = await SendAsync("query", [new("query", query), new("time", UnixSeconds(time))], cancellationToken).ConfigureAwait(false);
        return new InstantQueryResult
        {
            Response = answer.Status is { } status ? PrometheusScaler.Parse(status, answer.Body) : null,
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
            var answer = await SendAsync(
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
                return new RangeQueryResult { Error = StatusErrors.NoMatrix(_options.Address, answer.Status) };
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

    private async Task<HttpAnswer> SendAsync(string function, IReadOnlyList<KeyValuePair<string, string>> form, CancellationToken cancellationToken)
    {
        for (var retry = 0; ; retry++)
        {
            var answer = await TryAsync(function, form, cancellationToken).ConfigureAwait(false);
            if (!answer.MayRetry || BackOff.Delay(retry, answer.RetryAfter, Chance(), _options) is not { } delay)
            {
                return retry == 0 || answer.Error is not { } error
                    ? answer
                    : answer with { Error = error with { Message = FormattableString.Invariant($"{error.Message} ({retry + 1} tries)") } };
            }

            await Task.Delay(delay, _time, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<HttpAnswer> TryAsync(string function, IEnumerable<KeyValuePair<string, string>> form, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var request = new HttpRequestMessage(HttpMethod.Post, _options.Address.Endpoint(function)) { Content = new FormUrlEncodedContent(form) };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        if (_tokens is not null && await AuthorizeAsync(_tokens, request, cancellationToken).ConfigureAwait(false) is { } failure)
        {
            return failure;
        }

        var began = _time.GetTimestamp();
        int? status = null;
        using var limit = new CancellationTokenSource(_options.Timeout, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        HttpAnswer answer;
        try
        {
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token).ConfigureAwait(false);
            status = (int)response.StatusCode;
            answer = await ReadAsync(response, request.Headers.Authorization?.Parameter, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            answer = _transportErrors.TimedOut(status);
        }
        catch (HttpRequestException exception)
        {
            answer = _transportErrors.Of(exception, status);
        }
        catch (InvalidDataException)
        {
            answer = _transportErrors.BadCompression(status);
        }
        catch (IOException exception)
        {
            answer = _transportErrors.Of(exception, status);
        }

        return answer with { Took = _time.GetElapsedTime(began) };
    }

    /// <summary>Gives a request its token.</summary>
    /// <returns>Why there is none; null when there is.</returns>
    private async Task<HttpAnswer?> AuthorizeAsync(BearerTokens tokens, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (_options.Address is { IsPlainHttp: true, IsLoopback: false })
        {
            return _transportErrors.PlainHttp();
        }

        try
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await tokens.GetAsync(cancellationToken).ConfigureAwait(false));
            return null;
        }
        catch (Exception exception)
        {
            // Whatever a credential throws, there is no token.
            cancellationToken.ThrowIfCancellationRequested();
            return TransportErrors.NoToken(tokens.Scope, exception);
        }
    }

    private async Task<HttpAnswer> ReadAsync(HttpResponseMessage response, string? token, CancellationToken cancellationToken)
    {
        var status = (int)response.StatusCode;
        var bound = response.IsSuccessStatusCode ? _options.MaxResponseBytes : Math.Min(ErrorBodyBytes, _options.MaxResponseBytes);
        var (body, isLonger) = await BoundedBody.ReadAsync(response.Content, bound, cancellationToken).ConfigureAwait(false);
        if (isLonger && response.IsSuccessStatusCode)
        {
            return _transportErrors.TooLarge(status);
        }

        Blacken(body, token);
        var mayRetry = status is (int)HttpStatusCode.TooManyRequests or >= (int)HttpStatusCode.InternalServerError;
        var retryAfter = RetryAfter(response.Headers.RetryAfter);
        return new HttpAnswer
        {
            Status = status,
            Body = body,
            Error = _statusErrors.Of(response, body, retryAfter),
            MayRetry = mayRetry,
            RetryAfter = retryAfter,
        };
    }

    /// <summary>Takes a token out of what is shown later: a server may send back what it was sent.</summary>
    private static void Blacken(Span<byte> body, string? token)
    {
        if (token is null)
        {
            return;
        }

        var bytes = Encoding.ASCII.GetBytes(token);
        for (var at = body.IndexOf(bytes); at >= 0; at = body.IndexOf(bytes))
        {
            body.Slice(at, bytes.Length).Fill((byte)'*');
        }
    }

    private TimeSpan? RetryAfter(RetryConditionHeaderValue? header)
    {
        var asked = header?.Delta ?? (header?.Date is { } date ? date - _time.GetUtcNow() : null);
        return asked < TimeSpan.Zero ? TimeSpan.Zero : asked;
    }

    private double Chance()
    {
        lock (_jitter)
        {
            return _jitter.NextDouble();
        }
    }

    private static string UnixSeconds(DateTimeOffset time) =>
        (time.ToUnixTimeMilliseconds() / 1000m).ToString("0.###", CultureInfo.InvariantCulture);

    private static string Seconds(TimeSpan step) =>
        ((decimal)step.Ticks / TimeSpan.TicksPerSecond).ToString("0.###", CultureInfo.InvariantCulture);
}
