using System.Runtime.CompilerServices;

namespace KedaStack.Scaling.Prometheus.Rates;

/// <summary>
/// The rates of one counter over ranges of one length, one after the other. What an increase is multiplied by depends on
/// times only, and those repeat as scrapes and queries do: so it is kept, and is mostly the whole work.
/// </summary>
internal struct RepeatedRate
{
    private long _toStart;
    private long _span;
    private long _intervals;
    private double _factor;

    /// <summary>The rate that <see cref="Rate.FromEnds"/> gives of the same, to the last bit.</summary>
    /// <param name="firstMilliseconds">When the first sample of the range was.</param>
    /// <param name="firstValue">Its value.</param>
    /// <param name="lastMilliseconds">When the last one was; after the first.</param>
    /// <param name="intervals">How many intervals are between them; at least 1.</param>
    /// <param name="increase">The increase between them, with what resets hid.</param>
    /// <param name="range">The range; as long as those before.</param>
    public double Next(
        long firstMilliseconds, long firstValue, long lastMilliseconds, long intervals, long increase, in RateRange range)
    {
        var toStart = firstMilliseconds - range.StartMilliseconds;
        var span = lastMilliseconds - firstMilliseconds;
        return toStart == _toStart && span == _span && intervals == _intervals && firstValue >= increase
            ? increase * _factor
            : Other(firstMilliseconds, firstValue, lastMilliseconds, intervals, increase, range);
    }

    // Not inlined, and with a range of its own: so the numbers of the caller can stay in registers.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private double Other(
        long firstMilliseconds, long firstValue, long lastMilliseconds, long intervals, long increase, RateRange range)
    {
        var toStart = firstMilliseconds - range.StartMilliseconds;
        var toEnd = range.AtMilliseconds - lastMilliseconds;
        var span = lastMilliseconds - firstMilliseconds;

        // With both ends within an interval and a counter that was at 0 before the range, no limit can matter.
        if (toStart * intervals > span || toEnd * intervals > span || firstValue < increase)
        {
            return Rate.FromEnds(firstMilliseconds, firstValue, lastMilliseconds, intervals, increase, range);
        }

        (_toStart, _span, _intervals) = (toStart, span, intervals);
        _factor = Rate.Factor(span, toStart, toEnd, range.WindowSeconds);
        return increase * _factor;
    }
}
