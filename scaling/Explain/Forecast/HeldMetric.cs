using KedaStack.Scaling.Hpa.Readings;
using KedaStack.Scaling.Hpa.Spec;

namespace KedaStack.Scaling.Explain.Forecast;

/// <summary>
/// What a metric answers throughout a case. What the pods use is held in sum: spread over more pods, each of them uses less.
/// </summary>
/// <param name="Milli">The value in thousandths; of a metric of the pods the sum over them, of a utilization in percent. 0 in error.</param>
/// <param name="Error">Why there is no value; null when there is one.</param>
public readonly record struct HeldMetric(long Milli, string? Error = null)
{
    // So much is 100 % of what a pod requests.
    private const long RequestMilli = 100_000;

    /// <summary>Whether the controller reads a metric from each pod: Resource, ContainerResource and Pods.</summary>
    /// <param name="source">The metric.</param>
    public static bool IsOfPods(MetricSource source) => source is ResourceMetricSource or PodsMetricSource;

    /// <summary>The metric that each of so many pods has so much of, or the metric of another kind.</summary>
    /// <param name="source">The metric.</param>
    /// <param name="shownMilli">What the column TARGETS shows, of an External or Object metric the whole value.</param>
    /// <param name="pods">The pods; with none, one is assumed.</param>
    public static HeldMetric Of(MetricSource source, long shownMilli, int pods) => new(IsOfPods(source)
        ? (long)Math.Min(long.MaxValue / RequestMilli, (decimal)shownMilli * Math.Max(1, pods))
        : shownMilli);

    /// <summary>The same, as the column TARGETS shows it for so many pods.</summary>
    /// <param name="source">The metric.</param>
    /// <param name="pods">The pods.</param>
    public long ShownMilli(MetricSource source, int pods) => !IsOfPods(source) ? Milli
        : source.TargetType == MetricTargetType.Utilization ? Milli / Math.Max(1, pods) / 1000 * 1000
        : Milli / Math.Max(1, pods);

    /// <summary>The reading of a sync.</summary>
    /// <param name="source">The metric.</param>
    /// <param name="pods">The pods, all of them Ready and measured.</param>
    public MetricReading At(MetricSource source, int pods) => this switch
    {
        { Error: { } error } => source is ResourceMetricSource ? MetricReading.ResourceFailed(source.Name, error) : MetricReading.Failed(error),
        _ when IsOfPods(source) => MetricReading.Of(
            PodsReading.Alike(pods, Milli, source.TargetType == MetricTargetType.Utilization ? RequestMilli : 0)),
        _ => MetricReading.Of(Milli),
    };
}
