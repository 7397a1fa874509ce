using KedaStack.Scaling.Prometheus;

namespace KedaStack.Scaling.Simulation.Engine;

/// <summary>
/// The samples of one counter that a window which only moves forward can still need. Its rate costs the same however many
/// samples it holds: what resets hid is summed up as they come. Counters are whole numbers below 2^53, so no order of
/// adding loses anything, and the rate is that of <see cref="Rate"/> to the last bit.
/// </summary>
internal sealed class RateWindow
{
    private Entry[] _entries = new Entry[16];
    private int _begin;
    private int _end;

    /// <summary>Whether there is no sample that counts or will count.</summary>
    public bool IsEmpty => _begin == _end;

    /// <summary>Adds a sample, after the one before.</summary>
    public void Append(long time, long value)
    {
        var hidden = 0.0;
        if (_end > _begin)
        {
            ref readonly var last = ref _entries[_end - 1];
            hidden = last.Hidden + (value < last.Sample.Value ? last.Sample.Value : 0);
        }

        if (_end == _entries.Length)
        {
            MakeRoom();
        }

        _entries[_end++] = new Entry(new Sample(time, value), hidden);
    }

    /// <summary>The rate at a time that is not before that of the call before; lets go of what is too old.</summary>
    /// <param name="at">The time.</param>
    /// <param name="window">The range.</param>
    /// <param name="lag">How old the newest sample is that is visible.</param>
    /// <param name="engine">The rules.</param>
    /// <param name="rate">The rate; 0 without a result.</param>
    public bool TryRate(long at, long window, long lag, PrometheusEngine engine, out double rate)
    {
        var first = engine == PrometheusEngine.LeftOpen3 ? at - window + 1 : at - window;
        while (_begin < _end && _entries[_begin].Sample.TimestampMilliseconds < first)
        {
            _begin++;
        }

        var stop = _end;
        while (stop > _begin && _entries[stop - 1].Sample.TimestampMilliseconds > at - lag)
        {
            stop--;
        }

        if (stop - _begin < 2)
        {
            rate = 0;
            return false;
        }

        ref readonly var begin = ref _entries[_begin];
        ref readonly var end = ref _entries[stop - 1];
        var increase = end.Sample.Value - begin.Sample.Value + (end.Hidden - begin.Hidden);
        rate = Rate.FromEnds(begin.Sample, end.Sample, stop - _begin, increase, at, window, engine);
        return true;
    }

    /// <summary>Forgets everything.</summary>
    public void Clear() => _begin = _end = 0;

    // Moves the samples to the front; grows only when they fill more than half, so that moving stays rare.
    private void MakeRoom()
    {
        var kept = _end - _begin;
        var target = kept > _entries.Length / 2 ? new Entry[2 * _entries.Length] : _entries;
        Array.Copy(_entries, _begin, target, 0, kept);
        (_entries, _begin, _end) = (target, 0, kept);
    }

    /// <summary>A sample, and what all resets up to it hid.</summary>
    private readonly record struct Entry(Sample Sample, double Hidden);
}
