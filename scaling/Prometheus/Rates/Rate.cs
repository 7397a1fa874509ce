namespace KedaStack.Scaling.Prometheus.Rates;

/// <summary>
/// <c>rate()</c> over one counter series
/// (https://github.com/prometheus/prometheus/blob/v3.0.0/promql/functions.go, extrapolatedRate), and the selectors.
/// </summary>
public static class Rate
{
    // How many average intervals the ends of a range may be away from the samples before it counts as a late start or an end.
    private const double ExtrapolationLimit = 1.1;
    private const double Second = 1000.0;

    /// <summary>How far back an instant selector looks.</summary>
    public static readonly TimeSpan DefaultLookback = TimeSpan.FromMinutes(5);

    /// <summary>The rate per second of a series at a time.</summary>
    /// <param name="samples">The series in the order of time; may hold more than the range.</param>
    /// <param name="atMilliseconds">The time.</param>
    /// <param name="windowMilliseconds">The range; above 0.</param>
    /// <param name="engine">The rules.</param>
    /// <param name="rate">The rate; 0 without a result.</param>
    /// <returns>False when there is no result: the series is absent then.</returns>
    public static bool TryEvaluate(
        ReadOnlySpan<Sample> samples, long atMilliseconds, long windowMilliseconds, PrometheusEngine engine, out double rate)
    {
        var start = atMilliseconds - windowMilliseconds;
        var range = WithoutStaleEnds(Range(samples, start, atMilliseconds, engine));
        if (range.Length < 2)
        {
            rate = 0;
            return false;
        }

        var (count, _, increase) = Increase(range);
        var extension = Extend(range[0], range[^1], count, increase, start, atMilliseconds, engine);
        rate = extension.Apply(increase, windowMilliseconds / Second);
        return true;
    }

    /// <summary>The rate of a range of whole numbers whose increase is known, for a caller that keeps it as samples come and go.</summary>
    /// <param name="firstMilliseconds">When the first sample of the range was.</param>
    /// <param name="firstValue">Its value.</param>
    /// <param name="lastMilliseconds">When the last one was; after the first.</param>
    /// <param name="intervals">How many intervals are between them; at least 1.</param>
    /// <param name="increase">The increase between them, with what resets hid.</param>
    /// <param name="range">The range.</param>
    internal static double FromEnds(
        long firstMilliseconds, long firstValue, long lastMilliseconds, long intervals, long increase, in RateRange range) =>
        Extend(
            new Sample(firstMilliseconds, firstValue), new Sample(lastMilliseconds, 0), (int)intervals + 1, increase,
            range.StartMilliseconds, range.AtMilliseconds, range.Engine).Apply(increase, range.WindowSeconds);

    /// <summary>What an increase is multiplied by when it is thought to go on to both ends of a range.</summary>
    /// <param name="spanMilliseconds">From the first to the last sample; above 0.</param>
    /// <param name="toStartMilliseconds">From the start of the range to the first one.</param>
    /// <param name="toEndMilliseconds">From the last one to the end of the range.</param>
    /// <param name="windowSeconds">The length of the range.</param>
    internal static double Factor(long spanMilliseconds, long toStartMilliseconds, long toEndMilliseconds, double windowSeconds) =>
        Factor(spanMilliseconds / Second, toStartMilliseconds / Second, toEndMilliseconds / Second, windowSeconds);

    /// <summary>The same with the number of every step.</summary>
    /// <param name="samples">The series in the order of time; may hold more than the range.</param>
    /// <param name="atMilliseconds">The time.</param>
    /// <param name="windowMilliseconds">The range; above 0.</param>
    /// <param name="engine">The rules.</param>
    public static RateEvaluation Evaluate(
        ReadOnlySpan<Sample> samples, long atMilliseconds, long windowMilliseconds, PrometheusEngine engine)
    {
        var start = atMilliseconds - windowMilliseconds;
        var range = WithoutStaleEnds(Range(samples, start, atMilliseconds, engine));
        if (range.Length < 2)
        {
            return new RateEvaluation { Samples = range.Length, WindowSeconds = windowMilliseconds / Second };
        }

        var (count, resets, increase) = Increase(range);
        var extension = Extend(range[0], range[^1], count, increase, start, atMilliseconds, engine);
        return new RateEvaluation
        {
            Samples = count,
            First = range[0],
            Last = range[^1],
            Resets = resets,
            Increase = increase,
            SampledSeconds = extension.Span,
            ToStartSeconds = extension.ToStart,
            ToZeroSeconds = extension.ToZero,
            ToEndSeconds = extension.ToEnd,
            LeftSeconds = extension.Left,
            RightSeconds = extension.Right,
            WindowSeconds = windowMilliseconds / Second,
            Rate = extension.Apply(increase, windowMilliseconds / Second),
        };
    }

    /// <summary>
    /// An instant selector: the latest sample, unless it is a staleness marker or too old
    /// (promql/engine.go, vectorSelectorSingle). <c>rate()</c> does not use it.
    /// </summary>
    /// <param name="samples">The series in the order of time.</param>
    /// <param name="atMilliseconds">The time.</param>
    /// <param name="lookback">How old a sample may be; <see cref="DefaultLookback"/> unless the server says otherwise.</param>
    /// <param name="engine">The rules.</param>
    /// <param name="value">The value; 0 without a result.</param>
    public static bool TryInstant(
        ReadOnlySpan<Sample> samples, long atMilliseconds, TimeSpan lookback, PrometheusEngine engine, out double value)
    {
        var range = Range(samples, atMilliseconds - (lookback.Ticks / TimeSpan.TicksPerMillisecond), atMilliseconds, engine);
        var found = !range.IsEmpty && !range[^1].IsStale;
        value = found ? range[^1].Value : 0;
        return found;
    }

    private static ReadOnlySpan<Sample> WithoutStaleEnds(ReadOnlySpan<Sample> range)
    {
        while (!range.IsEmpty && range[^1].IsStale)
        {
            range = range[..^1];
        }

        while (!range.IsEmpty && range[0].IsStale)
        {
            range = range[1..];
        }

        return range;
    }

    // Resets are added one by one to the difference, as upstream does: of large counters other orders lose digits.
    private static (int Samples, int Resets, double Value) Increase(ReadOnlySpan<Sample> range)
    {
        var (count, resets, increase, previous) = (0, 0, range[^1].Value - range[0].Value, range[0].Value);
        foreach (ref readonly var sample in range)
        {
            if (sample.IsStale)
            {
                continue;
            }

            if (sample.Value < previous)
            {
                increase += previous;
                resets++;
            }

            previous = sample.Value;
            count++;
        }

        return (count, resets, increase);
    }

    private static Extension Extend(
        in Sample first, in Sample last, int count, double increase, long start, long at, PrometheusEngine engine)
    {
        var span = (last.TimestampMilliseconds - first.TimestampMilliseconds) / Second;
        var toStart = (first.TimestampMilliseconds - start) / Second;
        var toEnd = (at - last.TimestampMilliseconds) / Second;
        var average = span / (count - 1);
        var limit = average * ExtrapolationLimit;
        var toZero = increase > 0 && first.Value >= 0 ? span * (first.Value / increase) : double.PositiveInfinity;
        var right = toEnd < limit ? toEnd : average / 2;
        if (engine == PrometheusEngine.ClosedUntil250)
        {
            var nearest = Math.Min(toStart, toZero);
            return new Extension(span, toStart, toZero, toEnd, nearest < limit ? nearest : average / 2, right);
        }

        return new Extension(span, toStart, toZero, toEnd, Math.Min(toStart < limit ? toStart : average / 2, toZero), right);
    }

    private static double Factor(double span, double left, double right, double windowSeconds) =>
        (span + left + right) / span / windowSeconds;

    /// <summary>The samples from the start, which counts or not, to the end, which always does.</summary>
    private static ReadOnlySpan<Sample> Range(ReadOnlySpan<Sample> samples, long start, long end, PrometheusEngine engine)
    {
        var begin = FirstAfter(samples, engine == PrometheusEngine.LeftOpen3 ? start : start - 1);
        var stop = FirstAfter(samples, end);
        return begin < stop ? samples[begin..stop] : [];
    }

    private static int FirstAfter(ReadOnlySpan<Sample> samples, long time)
    {
        var (low, high) = (0, samples.Length);
        while (low < high)
        {
            var middle = (int)(((uint)low + (uint)high) >> 1);
            if (samples[middle].TimestampMilliseconds > time)
            {
                high = middle;
            }
            else
            {
                low = middle + 1;
            }
        }

        return low;
    }

    /// <summary>How far the sampled increase reaches, in seconds.</summary>
    private readonly record struct Extension(double Span, double ToStart, double ToZero, double ToEnd, double Left, double Right)
    {
        public double Apply(double increase, double windowSeconds) => increase * Factor(Span, Left, Right, windowSeconds);
    }
}
