using KedaStack.Scaling.Simulation.Scenarios;

namespace KedaStack.Scaling.Simulation.Engine.Pods;

/// <summary>
/// The requests as a fluid, in whole millionths of a request: the Ready pods share the load evenly, one queue takes what
/// exceeds their capacity. Between two changes everything is a closed form of the time, so nothing is stepped through,
/// and dividing a stretch differently gives the same numbers.
/// </summary>
internal sealed class LoadModel(PodModel pods)
{
    private const long Million = 1_000_000;

    private readonly long _capacityMilli = pods.Capacity is { } capacity ? (long)(capacity * 1000) : -1;
    private readonly long _queueLimit = pods.QueueLimit * Million;

    private long _queue;
    private long _share;
    private long _remainder;
    private long _offered;

    /// <summary>The time from which the current numbers hold.</summary>
    public long Since { get; private set; }

    /// <summary>The load in thousandths of a request per second.</summary>
    public long OfferedMilli { get; private set; }

    /// <summary>The Ready pods.</summary>
    public int ReadyPods { get; private set; }

    /// <summary>Changes the load; <see cref="Advance"/> comes first.</summary>
    public void SetOffered(long milli) => OfferedMilli = milli;

    /// <summary>Changes the Ready pods; <see cref="Advance"/> comes first.</summary>
    public void SetReady(int pods) => ReadyPods = pods;

    /// <summary>What each pod that was always Ready has served at a time from <see cref="Since"/> on.</summary>
    public long ShareAt(long time) =>
        ReadyPods == 0 ? _share : _share + ((_remainder + Served(time - Since)) / ReadyPods);

    /// <summary>The requests offered up to a time from <see cref="Since"/> on.</summary>
    public long OfferedAt(long time) => _offered + (OfferedMilli * (time - Since));

    /// <summary>The requests that wait at a time from <see cref="Since"/> on.</summary>
    public long QueueAt(long time)
    {
        var length = time - Since;
        return Math.Min(_queueLimit, _queue + (OfferedMilli * length) - Served(length));
    }

    /// <summary>Goes on to a time and says what happened since.</summary>
    public RequestFlow Advance(long time)
    {
        var length = time - Since;
        var (arrived, served) = (OfferedMilli * length, Served(length));
        var waiting = _queue + arrived - served;
        var lost = Math.Max(0, waiting - _queueLimit);
        var excess = _capacityMilli < 0 && ReadyPods > 0 ? 0 : Math.Max(0, OfferedMilli - (Math.Max(0, _capacityMilli) * ReadyPods));
        if (ReadyPods > 0)
        {
            (var share, _remainder) = Math.DivRem(_remainder + served, ReadyPods);
            _share += share;
        }

        _queue = waiting - lost;
        _offered += arrived;
        Since = time;
        return new RequestFlow(arrived, served, lost, _queue, excess * length);
    }

    // Of a constant load and capacity, what was served is the lesser of what could be and what was there.
    private long Served(long length)
    {
        var available = _queue + (OfferedMilli * length);
        if (ReadyPods == 0 || _capacityMilli < 0)
        {
            return ReadyPods == 0 ? 0 : available;
        }

        var high = Math.BigMul((ulong)(_capacityMilli * ReadyPods), (ulong)length, out var possible);
        return high > 0 || possible > (ulong)available ? available : (long)possible;
    }
}
