using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace KedaStack.Scaling.Prometheus.Client.Http;

/// <summary>Sends requests: with a token, within a time and a size, and again after what may pass.</summary>
/// <param name="http">Sends, without a timeout of its own.</param>
/// <param name="options">Whom it asks, as whom and with how much patience.</param>
/// <param name="time">The clock of timeouts, waits and tokens.</param>
/// <param name="jitter">The chance in the waits; used under a lock.</param>
internal sealed class HttpTransport(HttpClient http, PrometheusClientOptions options, TimeProvider time, Random jitter)
{
    private const int ErrorBodyBytes = 64 * 1024;

    private readonly BearerTokens? _tokens = options.Credential is { } credential
        ? new BearerTokens(
            credential, options.Scope ?? options.Address.ManagedScope ?? PrometheusAddress.PublicScope, options.TokenTimeout, time)
        : null;

    private readonly TransportErrors _errors = new(options);

    /// <summary>Sends a form, again where that may help.</summary>
    /// <param name="function">The function of the API, such as <c>query</c>.</param>
    /// <param name="form">The form.</param>
    /// <param name="cancellationToken">Gives up at once.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<HttpAnswer> SendAsync(
        string function, IReadOnlyList<KeyValuePair<string, string>> form, CancellationToken cancellationToken)
    {
        for (var retry = 0; ; retry++)
        {
            var answer = await TryAsync(function, form, cancellationToken).ConfigureAwait(false);
            if (!answer.MayRetry || BackOff.Delay(retry, answer.RetryAfter, Chance(), options) is not { } delay)
            {
                return retry == 0 || answer.Error is not { } error
                    ? answer
                    : answer with { Error = error with { Message = FormattableString.Invariant($"{error.Message} ({retry + 1} tries)") } };
            }

            await Task.Delay(delay, time, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<HttpAnswer> TryAsync(string function, IEnumerable<KeyValuePair<string, string>> form, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var request = new HttpRequestMessage(HttpMethod.Post, options.Address.Endpoint(function)) { Content = new FormUrlEncodedContent(form) };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        if (options.ResourceScope is { } resource)
        {
            request.Headers.TryAddWithoutValidation(PrometheusClientOptions.ResourceScopeHeader, resource);
        }

        if (_tokens is not null && await AuthorizeAsync(_tokens, request, cancellationToken).ConfigureAwait(false) is { } failure)
        {
            return failure;
        }

        var began = time.GetTimestamp();
        int? status = null;
        using var limit = new CancellationTokenSource(options.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        HttpAnswer answer;
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token).ConfigureAwait(false);
            status = (int)response.StatusCode;
            answer = await ReadAsync(response, request.Headers.Authorization?.Parameter, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            answer = _errors.TimedOut(status);
        }
        catch (HttpRequestException exception)
        {
            answer = _errors.Of(exception, status);
        }
        catch (InvalidDataException)
        {
            answer = _errors.BadCompression(status);
        }
        catch (IOException exception)
        {
            answer = _errors.Of(exception, status);
        }

        return answer with { Took = time.GetElapsedTime(began) };
    }

    /// <summary>Gives a request its token.</summary>
    /// <returns>Why there is none; null when there is.</returns>
    private async Task<HttpAnswer?> AuthorizeAsync(BearerTokens tokens, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (options.Address is { IsPlainHttp: true, IsLoopback: false })
        {
            return _errors.PlainHttp();
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
        var bound = response.IsSuccessStatusCode ? options.MaxResponseBytes : Math.Min(ErrorBodyBytes, options.MaxResponseBytes);
        var (body, isLonger) = await BoundedBody.ReadAsync(response.Content, bound, cancellationToken).ConfigureAwait(false);
        if (isLonger && response.IsSuccessStatusCode)
        {
            return _errors.TooLarge(status);
        }

        Blacken(body, token);
        var mayRetry = status is (int)HttpStatusCode.TooManyRequests or >= (int)HttpStatusCode.InternalServerError;
        var retryAfter = RetryAfter(response.Headers.RetryAfter);
        return new HttpAnswer
        {
            Status = status,
            Body = body,
            Error = new StatusErrors(options, _tokens?.Scope).Of(response, body, retryAfter),
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
        var asked = header?.Delta ?? (header?.Date is { } date ? date - time.GetUtcNow() : null);
        return asked < TimeSpan.Zero ? TimeSpan.Zero : asked;
    }

    private double Chance()
    {
        lock (jitter)
        {
            return jitter.NextDouble();
        }
    }
}
