using KedaStack.Scaling.Hpa.Readings;
using KedaStack.Scaling.Hpa.Semantics;
using KedaStack.Scaling.Hpa.Spec;
using KedaStack.Scaling.Quantities;
using KedaStack.Truth.Recordings;

namespace KedaStack.Truth.Decisions;

/// <summary>The pods and what the metrics API said of them at a sync, as far as a recording has them.</summary>
internal static class RecordedPods
{
    private const long NanoPerMilli = 1_000_000;

    // The metrics API of the recordings: the average of the last 15 s, measured when it was asked.
    private const long WindowMilliseconds = 15_000;

    // What the recordings' pods request where they say nothing.
    private const long DefaultRequestMilli = 100;

    /// <summary>What the controller made of the pods.</summary>
    /// <param name="source">The metric.</param>
    /// <param name="loop">The loop.</param>
    /// <param name="sync">The sync.</param>
    /// <param name="semantics">The controller.</param>
    public static MetricReading Reading(ResourceMetricSource source, RecordedLoop loop, RecordedSync sync, HpaSemantics semantics)
    {
        var usages = sync.CpuNanocores ?? new Dictionary<string, long>();
        if (usages.Count == 0)
        {
            return MetricReading.ResourceFailed(source.Name, MetricReading.NoResourceMetricsReturned);
        }

        var now = sync.ReadMilliseconds;
        var request = loop.CpuRequest is { } text && MilliQuantity.TryParse(text) is { } quantity ? quantity.Milli : DefaultRequestMilli;
        var pods = loop.Pods
            .Where(pod => pod.CreatedMilliseconds <= now && (pod.GoneMilliseconds is not { } gone || gone > now))
            .Select(pod => Pod(pod, usages, request, now))
            .ToList();
        var known = pods.Select(pod => pod.Name).ToHashSet(StringComparer.Ordinal);
        pods.AddRange(usages.Where(usage => !known.Contains(usage.Key)).Select(usage => new PodMetric
        {
            Name = usage.Key,
            IsGone = true,
            UsageMilli = Milli(usage.Value),
        }));
        return MetricReading.Of(PodsReading.Of(pods, source.Name, now, semantics));
    }

    private static PodMetric Pod(RecordedPod pod, IReadOnlyDictionary<string, long> usages, long request, long now)
    {
        var isReady = pod.ReadyMilliseconds is { } ready && ready <= now;
        return new PodMetric
        {
            Name = pod.Name,
            Phase = isReady ? PodPhase.Running : PodPhase.Pending,
            IsDeleted = pod.DeletingMilliseconds <= now,
            IsReady = isReady,
            ReadyChangedMilliseconds = isReady ? WholeSecond(pod.ReadyMilliseconds!.Value) : pod.CreatedMilliseconds,
            StartMilliseconds = pod.CreatedMilliseconds,
            UsageMilli = usages.TryGetValue(pod.Name, out var usage) ? Milli(usage) : null,
            MeasuredMilliseconds = WholeSecond(now),
            WindowMilliseconds = WindowMilliseconds,
            RequestMilli = request,
        };
    }

    private static long Milli(long nano) => (nano + NanoPerMilli - 1) / NanoPerMilli;

    // The API's times have whole seconds.
    private static long WholeSecond(long milliseconds) => milliseconds - (((milliseconds % 1000) + 1000) % 1000);
}
