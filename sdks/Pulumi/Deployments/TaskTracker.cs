namespace Pulumi;

/// <summary>Counts what is still under way, so that a run ends when nothing is left or something has failed.</summary>
internal sealed class TaskTracker
{
    private readonly Lock _lock = new();
    private readonly List<Exception> _exceptions = [];
    private int _active;
    private TaskCompletionSource<IReadOnlyList<Exception>>? _end;

    public void Add(Task task)
    {
        if (task.IsCompletedSuccessfully)
        {
            return;
        }

        lock (_lock)
        {
            _active++;
        }

        task.ContinueWith(OnCompleted, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    /// <summary>The exceptions of the first tasks that failed; none when all went well.</summary>
    public Task<IReadOnlyList<Exception>> IdleOrFailedAsync()
    {
        lock (_lock)
        {
            _end = new(TaskCreationOptions.RunContinuationsAsynchronously);
            EndIfDone();
            return _end.Task;
        }
    }

    private void OnCompleted(Task task)
    {
        lock (_lock)
        {
            _active--;
            _exceptions.AddRange(task.Exception?.InnerExceptions ?? []);
            EndIfDone();
        }
    }

    private void EndIfDone()
    {
        if (_active == 0 || _exceptions.Count > 0)
        {
            _end?.TrySetResult([.. _exceptions.Distinct()]);
        }
    }
}
