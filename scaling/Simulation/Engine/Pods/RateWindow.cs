using System.Runtime.CompilerServices;
using KedaStack.Scaling.Prometheus.Rates;
using KedaStack.Scaling.Windows;

namespace KedaStack.Scaling.Simulation.Engine.Pods;

/// <summary>
/// The samples of one counter that a window which only moves forward can still need. Its rate costs the same however many
/// samples it holds: resets are kept apart as they come. Counters are whole numbers below 2^53, so no order of adding
/// loses anything, and the rate is that of <see cref="Rate"/> to the last bit.
/// </summary>
internal struct RateWindow()
{
    private SlidingList<Entry> _entries = new();
    private SlidingList<Entry> _resets = new();
    private RepeatedRate _rate;
    private long _last;

    /// <summary>Whether there is no sample that counts or will count.</summary>
    public readonly bool IsEmpty => _entries.Count == 0;

    /// <summary>Adds a sample, after the one before.</summary>
    public void Append(long time, long value)
    {
        if (value < _last)
        {
            AddReset(time, _last);
        }

        _last = value;
        _entries.Add(new Entry(time, value));
    }

    /// <summary>The rate over a range that is not before that of the call before; lets go of what is too old.</summary>
    /// <param name="range">The range; as long as that of the call before.</param>
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

        var (first, last) = (entries[begin], entries[end]);
        var increase = last.Value - first.Value + (_resets.Count == 0 ? 0 : Hidden(first.Time, last.Time));
        rate = _rate.Next(first.Time, first.Value, last.Time, end - begin, increase, range);
        return true;
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        _entries.Clear();
        _resets.Clear();
        _last = 0;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void AddReset(long time, long before) => _resets.Add(new Entry(time, before));

    // What resets between two samples hid. A later range does not begin before the first of them.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private long Hidden(long first, long last)
    {
        while (_resets.Count > 0 && _resets.First.Time <= first)
        {
            _resets.RemoveFirst();
        }

        var hidden = 0L;
        foreach (ref readonly var reset in _resets.Items)
        {
            hidden += reset.Time <= last ? reset.Value : 0;
        }

        return hidden;
    }

    /// <summary>A sample; or a reset, with the value before it.</summary>
    /// <param name="Time">When it was scraped.</param>
    /// <param name="Value">The value.</param>
    private readonly record struct Entry(long Time, long Value);
}
