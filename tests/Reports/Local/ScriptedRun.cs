using System.Runtime.CompilerServices;
using System.Threading.Channels;
using KedaStack.Local;
using KedaStack.Local.Comparison;
using KedaStack.Local.Processes;
using KedaStack.Local.Watching;

namespace KedaStack.Tests.Reports.Local;

/// <summary>A run that plays a simulation, as far as the test says; nothing runs.</summary>
internal sealed class ScriptedRun : ILocalRun
{
    private readonly Lock _lock = new();
    private readonly Script _script;
    private readonly LocalHistory _history = new(TimeSpan.FromSeconds(5));
    private readonly List<LocalDecision> _decisions = [];
    private readonly List<LocalEvent> _events = [];
    private readonly List<ChannelWriter<LocalSnapshot>> _watchers = [];
    private readonly TaskCompletionSource<LocalRunResult> _completion = new();
    private int _frame;
    private long _number;
    private int _added;

    public ScriptedRun(Script? script = null)
    {
        _script = script ?? Script.Demo();
        Current = _script.Snapshot(0, 0, 0, LocalPhase.Starting, 0);
        PlayTo(TimeSpan.Zero, LocalPhase.Starting);
    }

    /// <summary>What comes of the whole demo.</summary>
    public static LocalRunResult Ended()
    {
        var run = new ScriptedRun();
        run.End();
        return run.Completion.Result;
    }

    public LocalRunPlan Plan => _script.Plan;

    public LocalSnapshot Current { get; private set; }

    public IReadOnlyList<LocalPoint> History => Locked(() => _history.Points.ToArray());

    public IReadOnlyList<LocalDecision> Decisions => Locked(() => _decisions.ToArray());

    public IReadOnlyList<LocalEvent> Events => Locked(() => _events.ToArray());

    public Task<LocalRunResult> Completion => _completion.Task;

    /// <summary>What was commanded, in order: <c>more</c>, <c>less</c>, <c>stop</c>.</summary>
    public List<string> Commands { get; } = [];

    /// <summary>How many watch it.</summary>
    public int Watchers => Locked(() => _watchers.Count);

    /// <summary>When the replicas first change.</summary>
    public TimeSpan FirstDecision => _script.Frames.First(frame => frame.Decision is not null).Point.Time;

    /// <summary>Goes on to a time of the stack.</summary>
    /// <param name="time">The time.</param>
    /// <param name="phase">How far the run is then.</param>
    /// <param name="shownAt">The time of the snapshot that shows it; null for the same.</param>
    public void PlayTo(TimeSpan time, LocalPhase phase = LocalPhase.Running, TimeSpan? shownAt = null) => Locked(() =>
    {
        for (; _frame < _script.Frames.Count && _script.Frames[_frame].Point.Time <= time; _frame++)
        {
            _history.Add(_script.Frames[_frame].Point);
            _decisions.AddRange(_script.Frames[_frame].Decision is { } decision ? [decision] : []);
        }

        _events.AddRange(_script.Events.Skip(_events.Count).TakeWhile(happened => happened.Time <= time));
        Publish(_script.Snapshot(_frame - 1, _number, _added, phase, _events.Count) with { Time = shownAt ?? time, Decisions = _decisions.Count });
        return true;
    });

    /// <summary>Plays the rest and ends.</summary>
    public void End(LocalRunEnd end = LocalRunEnd.Finished)
    {
        PlayTo(end == LocalRunEnd.Finished ? _script.Duration : Current.Time, LocalPhase.Ended);
        _completion.TrySetResult(_script.Result(end, Current.Time, Decisions, Events, History));
    }

    /// <summary>Ends without a result.</summary>
    public void Fail(string message)
    {
        PlayTo(Current.Time, LocalPhase.Ended);
        _completion.TrySetException(new LocalRunException(message));
    }

    public async IAsyncEnumerable<LocalSnapshot> WatchAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var snapshots = Channel.CreateBounded<LocalSnapshot>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });
        Locked(() =>
        {
            _watchers.Add(snapshots);
            return snapshots.Writer.TryWrite(Current);
        });
        try
        {
            await foreach (var snapshot in snapshots.Reader.ReadAllAsync(cancellationToken))
            {
                yield return snapshot;
                if (snapshot.Phase == LocalPhase.Ended)
                {
                    yield break;
                }
            }
        }
        finally
        {
            Locked(() => _watchers.Remove(snapshots));
        }
    }

    public void MoreLoad() => Command("more", 1);

    public void LessLoad() => Command("less", -1);

    public void Stop()
    {
        Command("stop", 0);
        End(LocalRunEnd.Stopped);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private void Command(string name, int added) => Locked(() =>
    {
        Commands.Add(name);
        _added += added;
        Publish(_script.Snapshot(_frame - 1, _number, _added, Current.Phase, _events.Count)
            with
        { Time = Current.Time, Decisions = _decisions.Count });
        return true;
    });

    private void Publish(LocalSnapshot snapshot)
    {
        Current = snapshot with { Number = ++_number };
        _watchers.ForEach(watcher => watcher.TryWrite(Current));
    }

    private T Locked<T>(Func<T> read)
    {
        lock (_lock)
        {
            return read();
        }
    }
}
