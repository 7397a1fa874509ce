using System.Diagnostics;
using System.Net.Http.Headers;
using System.Security.Authentication;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace KedaStack.Resources.Cluster.Live;

/// <summary>Raw GETs on an API server.</summary>
/// <param name="http">The client, with its certificates.</param>
/// <param name="host">The server.</param>
/// <param name="authorize">Adds the credentials to a request.</param>
internal sealed class ApiReader(HttpClient http, Uri host, Func<HttpRequestMessage, CancellationToken, Task> authorize) : IApiReader
{
    /// <inheritdoc/>
    public async Task<ClusterAnswer> GetAsync(string path, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(timeout);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(host.AbsoluteUri.TrimEnd('/') + path, UriKind.Absolute));
            request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
            await authorize(request, limit.Token).WaitAsync(limit.Token).ConfigureAwait(false);
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseContentRead, limit.Token).ConfigureAwait(false);
            var bytes = await response.Content.ReadAsByteArrayAsync(limit.Token).ConfigureAwait(false);
            return Read(path, (int)response.StatusCode, response.Content.Headers.ContentType?.ToString(), watch.ElapsedMilliseconds, bytes);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Failed(ClusterAnswer.NoAnswer);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or AuthenticationException)
        {
            return Failed(Why(exception));
        }

        ClusterAnswer Failed(string problem) => new(path, null, null, watch.ElapsedMilliseconds, null, Problem: problem);
    }

    private static ClusterAnswer Read(string path, int status, string? type, long milliseconds, byte[] bytes)
    {
        if (type?.Contains("json", StringComparison.OrdinalIgnoreCase) == true)
        {
            try
            {
                return new ClusterAnswer(path, status, type, milliseconds, JsonNode.Parse(bytes));
            }
            catch (JsonException)
            {
                // Then it is text.
            }
        }

        return new ClusterAnswer(path, status, type, milliseconds, null, Encoding.UTF8.GetString(bytes));
    }

    /// <summary>The innermost reason: the outer ones only say that there is one.</summary>
    private static string Why(Exception exception)
    {
        while (exception.InnerException is { } inner)
        {
            exception = inner;
        }

        return exception switch
        {
            AuthenticationException => $"TLS: {exception.Message.TrimEnd('.')}",
            _ => exception.Message.TrimEnd('.'),
        };
    }
}
