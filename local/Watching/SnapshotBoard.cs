using System.Runtime.CompilerServices;

namespace KedaStack.Local.Watching;

/// <summary>Shows the latest snapshot to any number of readers. A slow reader misses some.</summary>
/// <param name="first">The first one.</param>
internal sealed class SnapshotBoard(LocalSnapshot first)
{
    private readonly Lock _gate = new();
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private LocalSnapshot _current = first;

    /// <summary>The latest one.</summary>
    public LocalSnapshot Current => Volatile.Read(ref _current);

    /// <summary>Shows a new one.</summary>
    public void Show(LocalSnapshot snapshot)
    {
        TaskCompletionSource changed;
        lock (_gate)
        {
            Volatile.Write(ref _current, snapshot);
            (changed, _changed) = (_changed, new(TaskCreationOptions.RunContinuationsAsynchronously));
        }

        changed.SetResult();
    }

    /// <summary>The snapshots from now on, up to that of the end.</summary>
    public async IAsyncEnumerable<LocalSnapshot> WatchAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        LocalSnapshot snapshot;
        do
        {
            Task changed;
            lock (_gate)
            {
                (snapshot, changed) = (_current, _changed.Task);
            }

            yield return snapshot;
            if (snapshot.Phase != LocalPhase.Ended)
            {
                await changed.WaitAsync(cancellationToken);
            }
        }
        while (snapshot.Phase != LocalPhase.Ended);
    }
}
