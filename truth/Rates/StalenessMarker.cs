using KedaStack.Scaling.Prometheus;

namespace KedaStack.Truth.Rates;

/// <summary>
/// A staleness marker, which the recordings' samples do not have, so it is told from what follows. A scrape that fails
/// marks the series at once. A target that is taken away is marked with the time of its next scrape, but only after one
/// more interval and a tenth of one (Prometheus, scrape/scrape.go, endOfRunStaleness; recorded: value-1 of both pairs).
/// </summary>
/// <param name="TimestampMilliseconds">The time that it has.</param>
/// <param name="WrittenMilliseconds">When it was written.</param>
internal readonly record struct StalenessMarker(long TimestampMilliseconds, long WrittenMilliseconds)
{
    // More than one interval and its jitter between two samples: a scrape between them failed.
    private const double Missed = 1.5;
    private const double Taken = 2.1;

    /// <summary>The marker after a sample; null when the next sample follows.</summary>
    /// <param name="series">The series.</param>
    /// <param name="sample">The place of the sample.</param>
    /// <param name="interval">The scrape interval in milliseconds.</param>
    public static StalenessMarker? Of(Sample[] series, int sample, long interval)
    {
        var time = series[sample].TimestampMilliseconds;
        if (sample == series.Length - 1)
        {
            return new StalenessMarker(time + interval, time + (long)(Taken * interval));
        }

        return series[sample + 1].TimestampMilliseconds - time > Missed * interval
            ? new StalenessMarker(time + interval, time + interval)
            : null;
    }
}
