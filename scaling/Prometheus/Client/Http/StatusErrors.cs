using System.Globalization;
using KedaStack.Scaling.Go;

namespace KedaStack.Scaling.Prometheus.Client.Http;

/// <summary>Why an answer is no result, in sentences.</summary>
/// <param name="options">Whom the client asks, and as whom.</param>
/// <param name="scope">What the token was for; null when none was sent.</param>
internal sealed class StatusErrors(PrometheusClientOptions options, string? scope)
{
    private const int LongestExcerpt = 160;
    private const string Role = "Monitoring Data Reader";

    /// <summary>The error of an answer; null when it is a result.</summary>
    /// <param name="response">The status and the headers.</param>
    /// <param name="body">The body, or the beginning of it.</param>
    /// <param name="retryAfter">How long the server wants to be left alone; null when it does not say.</param>
    public PrometheusError? Of(HttpResponseMessage response, byte[] body, TimeSpan? retryAfter)
    {
        var status = (int)response.StatusCode;
        var answer = ApiAnswer.Read(body);
        if (status is >= 200 and <= 299)
        {
            return answer switch
            {
                { IsSuccess: true } => null,
                null => Malformed(response, body),
                _ => new PrometheusError(
                    PrometheusErrorKind.BadRequest, $"{Asked(response)}, with an error in the answer: {answer.Error ?? "unnamed"}.", "Correct the query.", status),
            };
        }

        var said = answer?.Error ?? ShownText.Of(IsText(response) ? body : [], LongestExcerpt);
        var message = $"{Asked(response)}{(said.Length > 0 ? ": " + said.TrimEnd('.') : "")}.";
        return status switch
        {
            >= 300 and <= 399 => Redirected(response),
            401 => new PrometheusError(PrometheusErrorKind.Unauthorized, message, Unauthorized(), status),
            403 => new PrometheusError(PrometheusErrorKind.Forbidden, message, Forbidden(), status),
            404 => new PrometheusError(
                PrometheusErrorKind.NotFound, message, "Give the address below which /api/v1/query is, with its path prefix where there is one.", status),
            405 => new PrometheusError(
                PrometheusErrorKind.BadRequest, message, "Give the address of an API that takes POST; a proxy may allow GET only.", status),
            429 => new PrometheusError(PrometheusErrorKind.Throttled, message, Throttled(retryAfter), status),
            >= 500 => new PrometheusError(
                PrometheusErrorKind.Server, message, "Try again later; when it stays, look at the server's own log.", status),
            _ => new PrometheusError(PrometheusErrorKind.BadRequest, message, "Correct the query or what is asked for.", status),
        };
    }

    /// <summary>The error of an answer to a range query that holds no matrix.</summary>
    public static PrometheusError NoMatrix(PrometheusAddress address, int? status) => new(
        PrometheusErrorKind.Malformed,
        $"{address} answered a range query with something else than a matrix of numbers.",
        "Give the address of the query API of a Prometheus.",
        status);

    private string Asked(HttpResponseMessage response) =>
        string.Create(CultureInfo.InvariantCulture, $"{options.Address} answered {(int)response.StatusCode} {Phrase(response)}").TrimEnd();

    // The server's own phrase may hold anything.
    private static string Phrase(HttpResponseMessage response) => ShownText.Of(response.ReasonPhrase ?? "", LongestExcerpt);

    private PrometheusError Malformed(HttpResponseMessage response, byte[] body)
    {
        var type = ShownText.Of(response.Content.Headers.ContentType?.MediaType ?? "no content type", LongestExcerpt);
        var wrong = GoJsonSyntax.Error(body) is { } error ? $"is not JSON ({error})" : "is JSON, but no answer of a Prometheus";
        return new PrometheusError(
            PrometheusErrorKind.Malformed,
            $"{Asked(response)}, but the body ({type}) {wrong}.",
            "Give the address of the query API: this may be a page, a login or another service.",
            (int)response.StatusCode);
    }

    private PrometheusError Redirected(HttpResponseMessage response)
    {
        var asked = response.RequestMessage?.RequestUri ?? options.Address.Base;
        var location = response.Headers.Location;
        var target = location is null ? null : location.IsAbsoluteUri ? location : new Uri(asked, location);
        // Without a name, a password and a query, which may be secret.
        var shown = ShownText.Of(target?.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped) ?? "", LongestExcerpt);
        var other = target?.AbsolutePath.EndsWith(asked.AbsolutePath, StringComparison.Ordinal) == true ? PrometheusAddress.Read(shown).Address : null;
        return new PrometheusError(
            PrometheusErrorKind.Redirected,
            $"{Asked(response)}, a redirect{(shown.Length > 0 ? " to " + shown : "")}, which is not followed.",
            other is null ? "Give the address of the query API itself: this may be a page or a login." : $"Write {other} if you trust it.",
            (int)response.StatusCode);
    }

    private string Unauthorized() => scope is null
        ? "No token was sent: ask with a credential."
        : $"The token was for {scope}; renew an expired login (az login), and look whether this address wants a token for another audience.";

    private string Forbidden() => scope is null
        ? "Let the server allow it, or ask with a credential."
        : options.ResourceScope is { } resource ? $"Grant the role Monitoring Reader on {resource} to the identity that asks; a new assignment takes some minutes."
        : $"Grant the role {Role} on the Azure Monitor workspace to the identity that asks; a new assignment takes some minutes.";

    private string Throttled(TimeSpan? retryAfter)
    {
        var wait = retryAfter is { } asked ? FormattableString.Invariant($" It asks to wait {Math.Ceiling(asked.TotalSeconds)} s.") : "";
        return "A limit of the server on queries was hit; ask less often, or for fewer series and a shorter range." + wait
            + (options.Address.ManagedScope is null
                ? ""
                : " An Azure Monitor workspace limits the queries of an identity in windows of 30 s, and a query to 50 million samples and 32 days.");
    }

    private static bool IsText(HttpResponseMessage response) =>
        response.Content.Headers.ContentType?.MediaType is { } type
        && (type.Equals("text/plain", StringComparison.OrdinalIgnoreCase) || type.Contains("json", StringComparison.OrdinalIgnoreCase));
}
