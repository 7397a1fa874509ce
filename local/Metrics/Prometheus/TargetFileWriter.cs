using KedaStack.Local.Pods;
using KedaStack.Local.Processes;
using KedaStack.Local.Time;
using KedaStack.Local.Watching;

namespace KedaStack.Local.Metrics.Prometheus;

/// <summary>Keeps a file of targets up to date, also when it cannot be written for a while. Thread-safe.</summary>
/// <param name="write">Writes the file; throws a <see cref="LocalRunException"/> when it cannot.</param>
/// <param name="log">Told that it cannot be written, and that it can again.</param>
internal sealed class TargetFileWriter(Action<IReadOnlyList<PodPlace>> write, RunLog log) : IAsyncDisposable
{
    private const string Subject = "prometheus";

    private static readonly TimeSpan _retry = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource _end = new();
    private readonly Lock _gate = new();
    private IReadOnlyList<PodPlace> _targets = [];
    private Task _retrying = Task.CompletedTask;
    private bool _isBehind;

    /// <summary>Writes the file now, or as soon as it can be written.</summary>
    /// <param name="targets">The replicas.</param>
    public void Write(IReadOnlyList<PodPlace> targets)
    {
        lock (_gate)
        {
            _targets = targets;
            if (TryWrite() is { } problem && !_isBehind)
            {
                _isBehind = true;
                log.Warn(Subject, problem.Reason ?? UnwritableFile.NotWritable, $"{problem.Message}; until then it scrapes the replicas that it knows.");
                _retrying = RetryAsync();
            }
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _retrying;
        _end.Dispose();
    }

    private async Task RetryAsync()
    {
        while (await TimeProvider.System.PauseAsync(_retry, _end.Token))
        {
            lock (_gate)
            {
                if (TryWrite() is null)
                {
                    _isBehind = false;
                    log.Note(Subject, "Writable", "Its file can be written again, and has all replicas.");
                    return;
                }
            }
        }
    }

    private LocalRunException? TryWrite()
    {
        try
        {
            write(_targets);
            return null;
        }
        catch (LocalRunException exception)
        {
            return exception;
        }
    }
}
