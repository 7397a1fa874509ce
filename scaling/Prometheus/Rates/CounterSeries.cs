using KedaStack.Scaling.Windows;

namespace KedaStack.Scaling.Prometheus.Rates;

/// <summary>
/// The samples of one series that a range can still need, in the order of time. Appending allocates nothing once the
/// series has grown to its retention. Not thread-safe.
/// </summary>
/// <param name="retentionMilliseconds">How far back the samples are kept at least; not below the ranges that are asked for.</param>
public sealed class CounterSeries(long retentionMilliseconds)
{
    private SlidingList<Sample> _samples = new();

    /// <summary>The samples kept, oldest first.</summary>
    public ReadOnlySpan<Sample> Samples => _samples.Items;

    /// <summary>Adds a sample.</summary>
    /// <param name="timestampMilliseconds">When it was scraped; after the sample before.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time is not after that of the sample before.</exception>
    public void Append(long timestampMilliseconds, double value) => Append(new Sample(timestampMilliseconds, value));

    /// <summary>The rate of the series at a time.</summary>
    /// <param name="atMilliseconds">The time.</param>
    /// <param name="windowMilliseconds">The range; above 0, at most the retention.</param>
    /// <param name="engine">The rules.</param>
    /// <param name="rate">The rate per second; 0 without a result.</param>
    public bool TryRate(long atMilliseconds, long windowMilliseconds, PrometheusEngine engine, out double rate) =>
        Rate.TryEvaluate(Samples, atMilliseconds, windowMilliseconds, engine, out rate);

    private void Append(Sample sample)
    {
        if (_samples.Count > 0)
        {
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(
                sample.TimestampMilliseconds, _samples.Last.TimestampMilliseconds, nameof(sample));
        }

        while (_samples.Count > 0 && _samples.First.TimestampMilliseconds < sample.TimestampMilliseconds - retentionMilliseconds)
        {
            _samples.RemoveFirst();
        }

        _samples.Add(sample);
    }
}
