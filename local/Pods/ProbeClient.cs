using System.Net;

namespace KedaStack.Local.Pods;

/// <summary>Sends probes as the kubelet does: each with a connection of its own, success from 200 to 399.</summary>
/// <param name="clock">The stack's clock, by which the timeouts are.</param>
internal sealed class ProbeClient(TimeProvider clock) : IDisposable
{
    private readonly HttpClient _client = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false })
    {
        DefaultRequestHeaders = { ConnectionClose = true },
        Timeout = Timeout.InfiniteTimeSpan,
    };

    private long _sent;

    /// <summary>The probes so far.</summary>
    public long Sent => Interlocked.Read(ref _sent);

    /// <summary>Sends one.</summary>
    /// <param name="probe">The probe.</param>
    /// <param name="address">The replica.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>What is wrong; null for success.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<string?> FailureAsync(HttpProbe probe, IPEndPoint address, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _sent);
        using var deadline = new CancellationTokenSource(probe.Timeout, clock);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            using var answer = await _client.GetAsync(
                new Uri($"http://{address}{probe.Path}"), HttpCompletionOption.ResponseHeadersRead, limit.Token);
            return (int)answer.StatusCode is >= 200 and < 400
                ? null
                : FormattableString.Invariant($"HTTP probe failed with statuscode: {(int)answer.StatusCode}");
        }
        catch (HttpRequestException exception)
        {
            return $"Get http://{address}{probe.Path}: {exception.InnerException?.Message ?? exception.Message}";
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return $"Get http://{address}{probe.Path}: no answer in time";
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();
}
