using KedaStack.Scaling.Prometheus.Rates;

namespace KedaStack.Local.Metrics;

/// <summary>One series of a replica with the increases that left the window.</summary>
/// <param name="retentionMilliseconds">How far back samples are kept.</param>
internal sealed class ScrapedSeries(long retentionMilliseconds)
{
    private readonly CounterTotal _total = new();

    /// <summary>The samples.</summary>
    public CounterSeries Samples { get; } = new(retentionMilliseconds);

    /// <summary>All increases since the beginning, those of restarted processes included.</summary>
    public double Total => _total.Value;

    /// <summary>Adds a sample.</summary>
    public void Append(long timestampMilliseconds, double value)
    {
        Samples.Append(timestampMilliseconds, value);
        _total.Add(value);
    }
}
