namespace KedaStack.Scaling.Hpa;

/// <summary>What the external metrics API answered for one metric at one reconcile: a usage, or an error.</summary>
public readonly record struct ExternalMetricReading
{
    /// <summary>The error of a metric without values (pkg/controller/podautoscaler/metrics, GetExternalMetric).</summary>
    public const string NoMetricsReturned = "no metrics returned from external metrics API";

    private ExternalMetricReading(long usageMilli, string? error)
    {
        UsageMilli = usageMilli;
        Error = error;
    }

    /// <summary>The sum of the values, in thousandths; 0 in error.</summary>
    public long UsageMilli { get; }

    /// <summary>Why there is no value; null when there is one.</summary>
    public string? Error { get; }

    /// <summary>A metric with one value; KEDA returns one.</summary>
    /// <param name="usageMilli">The value in thousandths; may be negative (KEDA up to 2.19).</param>
    public static ExternalMetricReading Of(long usageMilli) => new(usageMilli, null);

    /// <summary>A metric with any number of values; the sum saturates at 2^63-1; none is an error.</summary>
    /// <param name="usagesMilli">The values in thousandths.</param>
    public static ExternalMetricReading Sum(ReadOnlySpan<long> usagesMilli)
    {
        var sum = 0L;
        foreach (var usage in usagesMilli)
        {
            if (usage > 0 && sum > long.MaxValue - usage)
            {
                return Of(long.MaxValue);
            }

            sum += usage;
        }

        return usagesMilli.IsEmpty ? new(0, NoMetricsReturned) : Of(sum);
    }

    /// <summary>A request that failed.</summary>
    /// <param name="error">What the external metrics API answered, without the client's own words before it.</param>
    public static ExternalMetricReading Failed(string error) =>
        new(0, "unable to fetch metrics from external metrics API: " + error);
}
