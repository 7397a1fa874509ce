namespace KedaStack.Scaling.Hpa.Readings;

/// <summary>What the metrics APIs answered for one metric at one reconcile: a usage, the pods' usages, or an error.</summary>
public readonly record struct MetricReading
{
    /// <summary>The error of a metric without values (pkg/controller/podautoscaler/metrics, GetExternalMetric).</summary>
    public const string NoMetricsReturned = "no metrics returned from external metrics API";

    /// <summary>The error of a resource without values (pkg/controller/podautoscaler/metrics, GetResourceMetric).</summary>
    public const string NoResourceMetricsReturned = "no metrics returned from resource metrics API";

    // The error or the pods: one of them, so that a reading fits into two registers.
    private readonly object? _other;

    private MetricReading(long usageMilli, object? other) => (UsageMilli, _other) = (usageMilli, other);

    /// <summary>The sum of the values, in thousandths; 0 in error and of a metric of the pods.</summary>
    public long UsageMilli { get; }

    /// <summary>Why there is no value; null when there is one.</summary>
    public string? Error => _other as string;

    /// <summary>The pods of a Resource, ContainerResource or Pods metric; null for the others.</summary>
    public PodsReading? Pods => _other as PodsReading;

    /// <summary>Whether it is a value of no pods, and no error.</summary>
    internal bool IsValue => _other is null;

    /// <summary>A Resource, ContainerResource or Pods metric.</summary>
    /// <param name="pods">The pods.</param>
    public static MetricReading Of(PodsReading pods) => new(0, pods);

    /// <summary>A Resource or ContainerResource metric that the metrics API does not give.</summary>
    /// <param name="resource">The resource.</param>
    /// <param name="error">What it answered, such as <see cref="NoResourceMetricsReturned"/>.</param>
    public static MetricReading ResourceFailed(string resource, string error) =>
        new(0, $"unable to get metrics for resource {resource}: {error}");

    /// <summary>A metric with one value; KEDA returns one.</summary>
    /// <param name="usageMilli">The value in thousandths; may be negative (KEDA up to 2.19).</param>
    public static MetricReading Of(long usageMilli) => new(usageMilli, null);

    /// <summary>A metric with any number of values; the sum saturates at 2^63-1; none is an error.</summary>
    /// <param name="usagesMilli">The values in thousandths.</param>
    public static MetricReading Sum(ReadOnlySpan<long> usagesMilli)
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

    /// <summary>A request for an External metric that failed.</summary>
    /// <param name="error">What the external metrics API answered, without the client's own words before it.</param>
    public static MetricReading Failed(string error) =>
        new(0, "unable to fetch metrics from external metrics API: " + error);
}
