namespace KedaStack.Scaling.Prometheus;

/// <summary>
/// The samples of one series that a range can still need, in the order of time. Appending allocates nothing once the
/// series has grown to its retention. Not thread-safe.
/// </summary>
/// <param name="retentionMilliseconds">How far back the samples are kept at least; not below the ranges that are asked for.</param>
public sealed class CounterSeries(long retentionMilliseconds)
{
    private Sample[] _samples = new Sample[16];
    private int _begin;
    private int _end;

    /// <summary>The samples kept, oldest first.</summary>
    public ReadOnlySpan<Sample> Samples => _samples.AsSpan(_begin, _end - _begin);

    /// <summary>Adds a sample.</summary>
    /// <param name="timestampMilliseconds">When it was scraped; after the sample before.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time is not after that of the sample before.</exception>
    public void Append(long timestampMilliseconds, double value) => Append(new Sample(timestampMilliseconds, value));

    /// <summary>Adds a staleness marker: the series or its target went away.</summary>
    /// <param name="timestampMilliseconds">When; after the sample before.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time is not after that of the sample before.</exception>
    public void MarkStale(long timestampMilliseconds) => Append(Sample.Stale(timestampMilliseconds));

    /// <summary>Whether every sample is older than the retention at a time, so that the series can be dropped.</summary>
    /// <param name="nowMilliseconds">The time.</param>
    public bool IsGone(long nowMilliseconds) =>
        _end == _begin || _samples[_end - 1].TimestampMilliseconds < nowMilliseconds - retentionMilliseconds;

    /// <summary>The rate of the series at a time.</summary>
    /// <param name="atMilliseconds">The time.</param>
    /// <param name="windowMilliseconds">The range; above 0, at most the retention.</param>
    /// <param name="engine">The rules.</param>
    /// <param name="rate">The rate per second; 0 without a result.</param>
    public bool TryRate(long atMilliseconds, long windowMilliseconds, PrometheusEngine engine, out double rate) =>
        Rate.TryEvaluate(Samples, atMilliseconds, windowMilliseconds, engine, out rate);

    /// <summary>Forgets everything, as when Prometheus loses its data, or to use the object for another series.</summary>
    public void Clear() => _begin = _end = 0;

    private void Append(Sample sample)
    {
        if (_end > _begin)
        {
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(
                sample.TimestampMilliseconds, _samples[_end - 1].TimestampMilliseconds, nameof(sample));
        }

        while (_begin < _end && _samples[_begin].TimestampMilliseconds < sample.TimestampMilliseconds - retentionMilliseconds)
        {
            _begin++;
        }

        if (_end == _samples.Length)
        {
            MakeRoom();
        }

        _samples[_end++] = sample;
    }

    // Moves the samples to the front; grows only when they fill more than half, so that moving stays rare.
    private void MakeRoom()
    {
        var kept = _end - _begin;
        var target = kept > _samples.Length / 2 ? new Sample[2 * _samples.Length] : _samples;
        Array.Copy(_samples, _begin, target, 0, kept);
        (_samples, _begin, _end) = (target, 0, kept);
    }
}
