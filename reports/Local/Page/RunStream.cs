using KedaStack.Local;
using Microsoft.AspNetCore.Http;

namespace KedaStack.Reports.Local.Page;

/// <summary>
/// The messages of a run as server-sent events, from what the reader has (<c>Last-Event-ID</c>) to the end of the run.
/// </summary>
/// <param name="run">The run.</param>
/// <param name="feed">Its messages.</param>
/// <param name="heartbeat">How often a comment says that the stream lives.</param>
internal sealed class RunStream(ILocalRun run, RunFeed feed, TimeSpan heartbeat)
{
    private static readonly TimeSpan _retry = TimeSpan.FromSeconds(1);

    /// <summary>Answers a request with the stream.</summary>
    /// <param name="context">The request.</param>
    /// <param name="closing">The page ends.</param>
    public async Task WriteAsync(HttpContext context, CancellationToken closing)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, closing);
        using var writer = new EventStreamWriter(context.Response.Body);
        context.Response.ContentType = "text/event-stream";
        var beat = Task.CompletedTask;
        try
        {
            await writer.RetryAsync(_retry, ending.Token);
            beat = writer.BeatAsync(heartbeat, ending.Token);
            await WriteAsync(writer, StreamPosition.Parse(context.Request.Headers["Last-Event-ID"]), ending.Token);
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            // The reader has gone, or the page ends.
        }
        finally
        {
            await ending.CancelAsync();
            await beat.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task WriteAsync(EventStreamWriter writer, StreamPosition has, CancellationToken cancellationToken)
    {
        await foreach (var snapshot in run.WatchAsync(cancellationToken))
        {
            var (json, position) = feed.Next(has, snapshot);
            await writer.EventAsync(position.ToString(), json, cancellationToken);
            has = position;
        }

        await writer.EventAsync(has.ToString(), await feed.LastAsync(cancellationToken), cancellationToken);
    }
}
