using KedaStack.Scaling.Simulation.Scenarios;
using KedaStack.Truth.Recordings;

namespace KedaStack.Truth.ClosedLoops.Scenarios;

/// <summary>
/// The drawn delays of a loop's pods and the places of their scrapes, by the order of their creation. A delay counts from
/// the change of the replicas that it follows from, so that it holds what the control plane took, too.
/// </summary>
internal sealed class LoopPods
{
    private const long Jitter = 2;

    // From a read to the write of what follows from it (recorded: 3 ms to 79 ms in 1,906 rescales).
    private const long LongestWrite = 100;

    private readonly RecordedLoop _loop;
    private readonly LoopClock _clock;
    private readonly long[] _changes;
    private readonly long _interval;

    public LoopPods(RecordedLoop loop, LoopClock clock)
    {
        (_loop, _clock) = (loop, clock);
        _interval = (long)loop.ScrapeInterval.TotalMilliseconds;
        _changes = [.. loop.Replicas
            .Zip(loop.Replicas.Prepend(default), (now, before) => (now.AtMilliseconds, Changed: now.Spec != before.Spec))
            .Where(change => change.Changed).Select(change => Decided(loop, change.AtMilliseconds))
            .Concat(loop.Actions.Where(action => action.Kind == LoopHands.KillPods).Select(action => LoopHands.DeletedAt(loop, action)))
            .Order()];
    }

    /// <summary>The delays, by the number of the pod.</summary>
    /// <param name="withUids">Whether also the order of their UIDs, as far as the removals show it.</param>
    public IReadOnlyDictionary<int, KnownPod> Known(bool withUids) => _loop.Pods.Select((pod, number) => (number, Known(pod, withUids)))
        .ToDictionary(pod => pod.number, pod => pod.Item2);

    /// <summary>The places of the scrapes within the interval, by the number of the pod; -1 is the ingress.</summary>
    public IReadOnlyDictionary<int, TimeSpan> ScrapePhases()
    {
        var phases = new Dictionary<int, TimeSpan>();
        Add(-1, RecordedLoop.Ingress);
        for (var i = 0; i < _loop.Pods.Count; i++)
        {
            Add(i, _loop.Pods[i].Name);
        }

        return phases;

        void Add(int number, string name)
        {
            if (_loop.Samples.TryGetValue(name, out var samples) && samples.Length > 0)
            {
                phases[number] = TimeSpan.FromMilliseconds((samples[^1].TimestampMilliseconds - _clock.BeginMilliseconds) % _interval);
            }
        }
    }

    private KnownPod Known(RecordedPod pod, bool withUids)
    {
        var created = Before(pod.CreatedMilliseconds);
        var first = _loop.Samples.TryGetValue(pod.Name, out var samples) && samples.Length > 0 ? samples[0].TimestampMilliseconds : default(long?);
        return new KnownPod
        {
            StartUp = Since(created, pod.ReadyMilliseconds ?? (pod.DeletingMilliseconds + _interval)),
            Discovery = first is null ? null : TimeSpan.FromMilliseconds(Math.Max(0, first.Value - (_interval / 2) - created)),
            // Of pods of one age that goes first whose UID is lower: who went first had it.
            Uid = withUids ? pod.DeletingMilliseconds - _clock.BeginMilliseconds : null,
            Deletion = pod.DeletingMilliseconds is { } asked ? Since(Before(asked), asked) : null,
            Termination = pod.DeletingMilliseconds is { } deleting ? Since(Before(deleting), pod.GoneMilliseconds) : null,
        };
    }

    // The sync that a change was written by read its metrics some milliseconds before.
    private static long Decided(RecordedLoop loop, long changed)
    {
        var sync = loop.Syncs.LastOrDefault(sync => sync.Outcome == SyncOutcome.Rescaled && sync.ReadMilliseconds <= changed);
        return sync is not null && changed - sync.ReadMilliseconds < LongestWrite ? sync.ReadMilliseconds : changed;
    }

    private long Before(long milliseconds)
    {
        var last = Array.FindLastIndex(_changes, change => change <= milliseconds + Jitter);
        return last < 0 ? milliseconds : _changes[last];
    }

    private static TimeSpan? Since(long from, long? to) => to is { } end ? TimeSpan.FromMilliseconds(Math.Max(0, end - from)) : null;
}
