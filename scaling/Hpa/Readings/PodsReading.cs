using KedaStack.Scaling.Hpa.Semantics;
using KedaStack.Scaling.Hpa.Spec;

namespace KedaStack.Scaling.Hpa.Readings;

/// <summary>
/// A metric of the pods at one reconcile: the pods in the groups that the controller makes of them, with the sums that it
/// computes with (replica_calculator.go, groupPods, calculateRequests).
/// </summary>
public sealed record PodsReading
{
    /// <summary>The error of a selector that matches no pod.</summary>
    public const string NoPods = "no pods returned by selector while calculating replica count";

    /// <summary>The error when every measured pod is left out.</summary>
    public const string NoMetrics = "did not receive metrics for targeted pods (pods might be unready)";

    /// <summary>The error when no measured pod is one of the HPA's, or none requests anything.</summary>
    public const string NoKnownPods = "no metrics returned matched known pods";

    /// <summary>Pods that are measured and not left out.</summary>
    public int ReadyPods { get; init; }

    /// <summary>What they use in sum, in thousandths.</summary>
    public long UsageMilli { get; init; }

    /// <summary>What they request in sum, in thousandths.</summary>
    public long RequestMilli { get; init; }

    /// <summary>Pods that are pending, or whose cpu is not believed yet: on the way up they count with a usage of 0.</summary>
    public int UnreadyPods { get; init; }

    /// <summary>What those request in sum, in thousandths.</summary>
    public long UnreadyRequestMilli { get; init; }

    /// <summary>What each running pod without a metric requests: on the way up they count with a usage of 0, on the way down with all of their request.</summary>
    public IReadOnlyList<long> MissingRequestsMilli { get; init; } = [];

    /// <summary>Pods that are being deleted or have ended, which do not count.</summary>
    public int LeftOutPods { get; init; }

    /// <summary>Measured pods that are gone.</summary>
    public int GonePods { get; init; }

    /// <summary>What the metrics API says that they use.</summary>
    public long GoneUsageMilli { get; init; }

    /// <summary>Why a utilization cannot be computed.</summary>
    /// <value>Null: every pod has its requests.</value>
    public string? RequestError { get; init; }

    /// <summary>Pods that are measured, Ready and alike, as far as whole thousandths allow.</summary>
    /// <param name="pods">How many; 1 or more.</param>
    /// <param name="usageMilli">What they use in sum, in thousandths.</param>
    /// <param name="requestMilli">What each of them requests, in thousandths.</param>
    public static PodsReading Alike(int pods, long usageMilli, long requestMilli = 0) =>
        new() { ReadyPods = pods, UsageMilli = usageMilli, RequestMilli = requestMilli * pods };

    /// <summary>Sorts pods into groups.</summary>
    /// <param name="pods">All pods of the selector, and those that only the metrics API still knows.</param>
    /// <param name="resource">The resource, of which <c>cpu</c> has rules of its own; empty for a Pods metric.</param>
    /// <param name="nowMilliseconds">The time.</param>
    /// <param name="semantics">The controller's flags.</param>
    public static PodsReading Of(
        IReadOnlyList<PodMetric> pods, string resource, long nowMilliseconds, HpaSemantics semantics)
    {
        var (ready, usage, request, unready, unreadyRequest, leftOut, gone, goneUsage) = (0, 0L, 0L, 0, 0L, 0, 0, 0L);
        var missing = new List<long>();
        string? requestError = null;
        foreach (var pod in pods)
        {
            if (pod.IsGone)
            {
                (gone, goneUsage) = (gone + 1, goneUsage + (pod.UsageMilli ?? 0));
                continue;
            }

            if (pod.ContainerWithoutRequest is { } container)
            {
                requestError ??= $"missing request for {resource} in container {container} of Pod {pod.Name}";
            }

            switch (Group(pod, resource, nowMilliseconds, semantics))
            {
                case PodGroup.Unready:
                    (unready, unreadyRequest) = (unready + 1, unreadyRequest + pod.RequestMilli);
                    break;
                case PodGroup.Missing:
                    missing.Add(pod.RequestMilli);
                    break;
                case PodGroup.Ready:
                    (ready, usage, request) = (ready + 1, usage + pod.UsageMilli!.Value, request + pod.RequestMilli);
                    break;
                case PodGroup.LeftOut:
                default:
                    leftOut++;
                    break;
            }
        }

        return new PodsReading
        {
            ReadyPods = ready,
            UsageMilli = usage,
            RequestMilli = request,
            UnreadyPods = unready,
            UnreadyRequestMilli = unreadyRequest,
            MissingRequestsMilli = missing,
            LeftOutPods = leftOut,
            GonePods = gone,
            GoneUsageMilli = goneUsage,
            RequestError = requestError,
        };
    }

    /// <summary>The group of one pod.</summary>
    /// <param name="pod">The pod.</param>
    /// <param name="resource">The resource.</param>
    /// <param name="nowMilliseconds">The time.</param>
    /// <param name="semantics">The controller's flags.</param>
    internal static PodGroup Group(in PodMetric pod, string resource, long nowMilliseconds, HpaSemantics semantics) => pod switch
    {
        { IsDeleted: true } or { Phase: PodPhase.Failed or PodPhase.Succeeded } => PodGroup.LeftOut,
        { Phase: PodPhase.Pending } => PodGroup.Unready,
        { UsageMilli: null } => PodGroup.Missing,
        _ => resource == ResourceMetricSource.Cpu && IsStarting(pod, nowMilliseconds, semantics) ? PodGroup.Unready : PodGroup.Ready,
    };

    private static bool IsStarting(in PodMetric pod, long nowMilliseconds, HpaSemantics semantics)
    {
        if (pod is not { IsReady: { } isReady, StartMilliseconds: { } start })
        {
            return true;
        }

        return start + (long)semantics.CpuInitializationPeriod.TotalMilliseconds > nowMilliseconds
            ? !isReady || pod.MeasuredMilliseconds < pod.ReadyChangedMilliseconds + pod.WindowMilliseconds
            : !isReady && start + (long)semantics.InitialReadinessDelay.TotalMilliseconds > pod.ReadyChangedMilliseconds;
    }
}
