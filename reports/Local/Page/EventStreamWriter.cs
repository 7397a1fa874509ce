using System.Text;

namespace KedaStack.Reports.Local.Page;

/// <summary>
/// Writes server-sent events (html.spec.whatwg.org, server-sent events) and, while nothing happens, comments that keep the
/// connection open. Each write waits until the reader has room, so that a slow reader costs no memory. Thread-safe.
/// </summary>
/// <param name="stream">The body of the answer.</param>
internal sealed class EventStreamWriter(Stream stream) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);

    /// <summary>Says how long a reader that lost the connection waits before it asks again.</summary>
    public Task RetryAsync(TimeSpan wait, CancellationToken cancellationToken) =>
        WriteAsync(FormattableString.Invariant($"retry: {(long)wait.TotalMilliseconds}\n\n"), cancellationToken);

    /// <summary>Writes an event.</summary>
    /// <param name="id">What the reader sends when it asks again.</param>
    /// <param name="data">One line.</param>
    /// <param name="cancellationToken">Ends the write early.</param>
    public Task EventAsync(string id, string data, CancellationToken cancellationToken) =>
        WriteAsync($"id: {id}\ndata: {data}\n\n", cancellationToken);

    /// <summary>Writes comments until it is cancelled.</summary>
    /// <param name="period">The time between them; above 0.</param>
    /// <param name="cancellationToken">Ends them.</param>
    public async Task BeatAsync(TimeSpan period, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(period);
        while (await timer.WaitForNextTickAsync(cancellationToken))
        {
            await WriteAsync(":\n\n", cancellationToken);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    private async Task WriteAsync(string text, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            await stream.WriteAsync(Encoding.UTF8.GetBytes(text), cancellationToken);
            await stream.FlushAsync(cancellationToken);
        }
        finally
        {
            _turn.Release();
        }
    }
}
