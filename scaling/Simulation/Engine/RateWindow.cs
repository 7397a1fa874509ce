using System.Runtime.CompilerServices;
using KedaStack.Scaling.Prometheus;

namespace KedaStack.Scaling.Simulation.Engine;

/// <summary>
/// The samples of one counter that a window which only moves forward can still need. Its rate costs the same however many
/// samples it holds: resets are kept apart as they come. Counters are whole numbers below 2^53, so no order of adding
/// loses anything, and the rate is that of <see cref="Rate"/> to the last bit.
/// </summary>
internal struct RateWindow()
{
    private Entry[] _entries = new Entry[16];
    private int _begin;
    private int _end;
    private List<Entry>? _resets;
    private RepeatedRate _rate;

    /// <summary>Whether there is no sample that counts or will count.</summary>
    public readonly bool IsEmpty => _begin == _end;

    /// <summary>Adds a sample, after the one before.</summary>
    public void Append(long time, long value)
    {
        if (_end == _entries.Length)
        {
            MakeRoom();
        }

        var (entries, end) = (_entries, _end);
        if (end > _begin && entries[end - 1].Value > value)
        {
            AddReset(time, entries[end - 1].Value);
        }

        entries[end] = new Entry(time, value);
        _end = end + 1;
    }

    /// <summary>The rate over a range that is not before that of the call before; lets go of what is too old.</summary>
    /// <param name="range">The range; as long as that of the call before.</param>
    /// <param name="rate">The rate; 0 without a result.</param>
    public bool TryRate(in RateRange range, out double rate)
    {
        var (entries, begin, end) = (_entries, _begin, _end);
        while (begin < end && entries[begin].Time < range.OldestMilliseconds)
        {
            begin++;
        }

        _begin = begin;
        end--;
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
        var increase = last.Value - first.Value + (_resets is null ? 0 : Hidden(first.Time, last.Time));
        rate = _rate.Next(first.Time, first.Value, last.Time, end - begin, increase, range);
        return true;
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        _begin = _end = 0;
        _resets = null;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void AddReset(long time, long before) => (_resets ??= []).Add(new Entry(time, before));

    // What resets between two samples hid. A later range does not begin before the first of them.
    private readonly long Hidden(long first, long last)
    {
        var hidden = 0L;
        _resets!.RemoveAll(reset => reset.Time <= first);
        foreach (var reset in _resets)
        {
            hidden += reset.Time <= last ? reset.Value : 0;
        }

        return hidden;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void MakeRoom()
    {
        var kept = _end - _begin;
        var target = kept > _entries.Length / 2 ? new Entry[2 * _entries.Length] : _entries;
        Array.Copy(_entries, _begin, target, 0, kept);
        (_entries, _begin, _end) = (target, 0, kept);
    }

    /// <summary>A sample; or a reset, with the value before it.</summary>
    /// <param name="Time">When it was scraped.</param>
    /// <param name="Value">The value.</param>
    private readonly record struct Entry(long Time, long Value);
}
