namespace KedaStack.Scaling.Hpa.Policies;

/// <summary>
/// How much an HPA with behavior changed its target in one direction, and when. An event older than the longest period
/// of its own direction's policies may be overwritten by the next one (horizontal.go, storeScaleEvent), even when a
/// policy of the other direction, with a longer period, would still count it.
/// </summary>
public sealed class ScaleEventLog
{
    private ScaleEvent[] _events = new ScaleEvent[16];
    private int _count;

    /// <summary>The events, in the order of their places.</summary>
    public ReadOnlySpan<ScaleEvent> Events => _events.AsSpan(0, _count);

    /// <summary>The replicas changed by events younger than a period; an event exactly as old does not count.</summary>
    /// <param name="nowMilliseconds">The time.</param>
    /// <param name="periodMilliseconds">The period.</param>
    public int ChangeWithin(long nowMilliseconds, long periodMilliseconds)
    {
        var cutoff = nowMilliseconds - periodMilliseconds;
        var replicas = 0;
        for (var i = 0; i < _count; i++)
        {
            if (_events[i].TimestampMilliseconds > cutoff)
            {
                replicas += _events[i].ReplicaChange;
            }
        }

        return replicas;
    }

    /// <summary>Stores an event, in the place of the last outdated one if there is any.</summary>
    /// <param name="nowMilliseconds">The time.</param>
    /// <param name="replicaChange">The replicas added or removed; above 0.</param>
    /// <param name="longestPeriodMilliseconds">The longest period of this direction's policies.</param>
    public void Store(long nowMilliseconds, int replicaChange, long longestPeriodMilliseconds)
    {
        var cutoff = nowMilliseconds - longestPeriodMilliseconds;
        var outdated = -1;
        for (var i = 0; i < _count; i++)
        {
            if (_events[i].TimestampMilliseconds < cutoff)
            {
                _events[i] = _events[i] with { Outdated = true };
            }

            outdated = _events[i].Outdated ? i : outdated;
        }

        if (outdated >= 0)
        {
            _events[outdated] = new ScaleEvent(nowMilliseconds, replicaChange);
            return;
        }

        Add(nowMilliseconds, replicaChange);
    }

    /// <summary>Adds an event at the end.</summary>
    /// <param name="timestampMilliseconds">The time of the event.</param>
    /// <param name="replicaChange">The replicas added or removed; above 0.</param>
    public void Add(long timestampMilliseconds, int replicaChange)
    {
        if (_count == _events.Length)
        {
            Array.Resize(ref _events, 2 * _count);
        }

        _events[_count++] = new ScaleEvent(timestampMilliseconds, replicaChange);
    }

    /// <summary>Forgets everything.</summary>
    public void Clear() => _count = 0;
}
