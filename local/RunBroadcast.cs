using System.Threading.Channels;
using KedaStack.Local.Comparison;
using KedaStack.Local.Time;
using KedaStack.Local.Watching;

namespace KedaStack.Local;

/// <summary>What a run shows of itself: snapshots to whoever watches, and the chart.</summary>
internal sealed class RunBroadcast
{
    private static readonly TimeSpan _snapshotsApart = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan _pointsApart = TimeSpan.FromSeconds(1);

    private readonly LocalRunPlan _plan;
    private readonly RunLog _log;
    private readonly LocalHistory _history;
    private readonly SnapshotBoard _board;
    private readonly ServedRate _served = new(TimeProvider.System);
    private readonly Standstill _standstill = new(TimeProvider.System);
    private readonly Channel<bool> _refresh = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private volatile RunParts? _parts;
    private volatile LocalMetrics _metrics = new(LocalMetricsKind.BuiltIn, "Metrics: starting.", false, null);
    private volatile LocalPhase _phase = LocalPhase.Starting;
    private long _number;

    /// <summary>Begins with the snapshot of a run that starts.</summary>
    /// <param name="plan">What was asked for.</param>
    /// <param name="log">What happens; each entry is shown at once.</param>
    public RunBroadcast(LocalRunPlan plan, RunLog log)
    {
        (_plan, _log) = (plan, log);
        _history = new LocalHistory(_pointsApart * plan.Speed);
        _board = new SnapshotBoard(Snapshot());
        _log.Changed += () => _refresh.Writer.TryWrite(true);
    }

    /// <summary>How far the run is.</summary>
    public LocalPhase Phase
    {
        get => _phase;
        set => _phase = value;
    }

    /// <summary>What runs; null before and after.</summary>
    public RunParts? Parts
    {
        get => _parts;
        set => _parts = value;
    }

    /// <summary>How long time stood still for this process.</summary>
    public TimeSpan StoodStill => _standstill.Total;

    /// <summary>The latest snapshot.</summary>
    public LocalSnapshot Current => _board.Current;

    /// <summary>The chart so far.</summary>
    public IReadOnlyList<LocalPoint> History => _history.Points;

    /// <summary>The snapshots from now on (<see cref="ILocalRun.WatchAsync"/>).</summary>
    public IAsyncEnumerable<LocalSnapshot> WatchAsync(CancellationToken cancellationToken) => _board.WatchAsync(cancellationToken);

    /// <summary>Shows a snapshot whenever something has changed, and now and then.</summary>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var changed = _refresh.Reader.WaitToReadAsync(CancellationToken.None).AsTask();
        while (!cancellationToken.IsCancellationRequested)
        {
            if (Parts is { } parts)
            {
                Observe(parts);
            }

            if (_standstill.Tick() is var still && still > TimeSpan.Zero)
            {
                _log.Warn("run", "StoodStill", FormattableString.Invariant($"Time stood still for {still.TotalSeconds:0} s: the process was stopped, or the machine slept."));
            }

            _board.Show(Snapshot());
            await Task.WhenAny(changed, Task.Delay(_snapshotsApart, cancellationToken));
            if (changed.IsCompleted)
            {
                _refresh.Reader.TryRead(out _);
                changed = _refresh.Reader.WaitToReadAsync(CancellationToken.None).AsTask();
            }
        }
    }

    /// <summary>Looks where the metrics come from now.</summary>
    public LocalMetrics Observe(RunParts parts) => _metrics = parts.Metrics.Description with { IsAnswering = parts.Autoscaler.IsAnswered };

    /// <summary>Shows the last snapshot.</summary>
    public void End()
    {
        Phase = LocalPhase.Ended;
        Parts = null;
        _board.Show(Snapshot());
    }

    private LocalSnapshot Snapshot()
    {
        // First: what was until then is in it.
        var time = _log.Time;
        var parts = Parts;
        var sync = parts?.Autoscaler.LastSync;
        var decisions = _log.Decisions;
        var snapshot = new LocalSnapshot
        {
            Number = Interlocked.Increment(ref _number),
            Phase = Phase,
            Time = time,
            OfferedMilli = parts?.Fleet.OfferedMilli ?? 0,
            ServedMilli = _served.Read(parts?.Service.Completed ?? 0),
            LoadGenerators = parts?.Fleet.Count ?? 0,
            AddedGenerators = parts?.Load.Added ?? 0,
            LastSync = sync,
            LastDecision = decisions.Count > 0 ? decisions[^1] : null,
            TargetMilli = (long)(_plan.Settings.Threshold * 1000),
            SpecReplicas = parts?.Replicas.SpecReplicas ?? 0,
            CreatedReplicas = parts?.Replicas.StatusReplicas ?? 0,
            ReadyReplicas = parts?.Replicas.ReadyPods ?? 0,
            Pods = parts?.Replicas.Views ?? [],
            Metrics = _metrics,
            Events = _log.Events.Count,
            Decisions = decisions.Count,
        };
        if (snapshot.Phase == LocalPhase.Running)
        {
            _history.Add(new LocalPoint(
                snapshot.Time,
                snapshot.OfferedMilli,
                snapshot.ServedMilli,
                sync?.MetricMilli,
                snapshot.SpecReplicas,
                snapshot.CreatedReplicas,
                snapshot.ReadyReplicas,
                sync?.PerReplicaMilli));
        }

        return snapshot;
    }
}
