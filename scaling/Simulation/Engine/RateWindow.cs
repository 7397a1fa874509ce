using KedaStack.Scaling.Prometheus;

namespace KedaStack.Scaling.Simulation.Engine;

/// <summary>
/// The samples of one counter that a window which only moves forward can still need. Its rate costs the same however many
/// samples it holds: what resets hid is added up as they come. Counters are whole numbers below 2^53, so no order of
/// adding loses anything, and the rate is that of <see cref="Rate"/> to the last bit.
/// </summary>
internal struct RateWindow()
{
    private SlidingList<Entry> _entries = new();
    private long _last;
    private long _total;

    /// <summary>Whether there is no sample that counts or will count.</summary>
    public readonly bool IsEmpty => _entries.Count == 0;

    /// <summary>Adds a sample, after the one before.</summary>
    public void Append(long time, long value)
    {
        _total += value < _last ? value : value - _last;
        _last = value;
        _entries.Add(new Entry(time, value, _total));
    }

    /// <summary>The rate over a range that is not before that of the call before; lets go of what is too old.</summary>
    /// <param name="range">The range.</param>
    /// <param name="rate">The rate; 0 without a result.</param>
    public bool TryRate(in RateRange range, out double rate)
    {
        var entries = _entries.Items;
        var begin = 0;
        while (begin < entries.Length && entries[begin].Time < range.OldestMilliseconds)
        {
            begin++;
        }

        _entries.RemoveFirst(begin);
        var end = entries.Length - 1;
        while (end > begin && entries[end].Time > range.NewestMilliseconds)
        {
            end--;
        }

        if (end <= begin)
        {
            rate = 0;
            return false;
        }

        ref readonly var first = ref entries[begin];
        ref readonly var last = ref entries[end];
        rate = Rate.FromEnds(first.Time, first.Value, last.Time, end - begin, last.Total - first.Total, range);
        return true;
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        _entries.Clear();
        (_last, _total) = (0, 0);
    }

    /// <summary>A sample.</summary>
    /// <param name="Time">When it was scraped.</param>
    /// <param name="Value">The value.</param>
    /// <param name="Total">What the value would be if no reset had happened.</param>
    private readonly record struct Entry(long Time, long Value, long Total);
}
