using KedaStack.Scaling.Hpa.Readings;
using KedaStack.Scaling.Hpa.Spec;

namespace KedaStack.Scaling.Hpa.Proposals;

/// <summary>
/// From the pods' usage to a replica count: Resource, ContainerResource and Pods metrics (replica_calculator.go,
/// GetResourceReplicas, calcPlainMetricReplicas; metrics/utilization.go).
/// </summary>
internal static class PodsReplicaCalculator
{
    /// <summary>The proposal.</summary>
    /// <param name="source">The metric.</param>
    /// <param name="reading">The pods.</param>
    /// <param name="currentReplicas">The desired count of the target.</param>
    /// <param name="tolerances">The HPA's tolerances.</param>
    /// <param name="metric">The place of the metric in the HPA's list.</param>
    public static MetricProposal Propose(
        MetricSource source, PodsReading reading, int currentReplicas, Tolerances tolerances, int metric = 0)
    {
        var isUtilization = source.TargetType == MetricTargetType.Utilization;
        var missing = reading.MissingRequestsMilli.Count;
        var proposal = new MetricProposal
        {
            Metric = metric,
            TargetType = source.TargetType,
            TargetMilli = source.Target.Milli,
            Pods = reading.ReadyPods,
            OfPods = new PodsProposal { Pods = reading },
            Tolerances = tolerances,
        };
        if (Error(reading, isUtilization) is { } error)
        {
            return proposal with { Error = error };
        }

        var count = new Count(reading.UsageMilli, reading.RequestMilli, reading.ReadyPods, reading.GoneUsageMilli, reading.GonePods);
        var (ratio, value) = Ratio(count, source);
        var addsUnready = reading.UnreadyPods > 0 && ratio > 1.0;
        var ofPods = new PodsProposal { Pods = reading, AverageMilli = isUtilization ? count.KnownAverageMilli : count.AverageMilli };
        proposal = proposal with { Ratio = ratio, UsageMilli = value, OfPods = ofPods };
        if (!addsUnready && missing == 0)
        {
            var within = tolerances.IsWithin(ratio);
            return proposal with
            {
                WithinTolerance = within,
                Replicas = within ? currentReplicas : ReplicaCalculator.Saturate(Math.Ceiling(ratio * reading.ReadyPods)),
            };
        }

        if (missing > 0 && ratio != 1.0)
        {
            count = count with
            {
                UsageMilli = count.UsageMilli + (ratio < 1.0 ? AsUsed(source, reading) : 0),
                RequestMilli = count.RequestMilli + reading.MissingRequestsMilli.Sum(),
                Pods = count.Pods + missing,
            };
        }

        if (addsUnready)
        {
            count = count with
            {
                RequestMilli = count.RequestMilli + reading.UnreadyRequestMilli,
                Pods = count.Pods + reading.UnreadyPods,
            };
        }

        var (newRatio, _) = Ratio(count, source);
        var replicas = ReplicaCalculator.Saturate(Math.Ceiling(newRatio * count.All));
        var stays = tolerances.IsWithin(newRatio)
            || (ratio < 1.0 && newRatio > 1.0) || (ratio > 1.0 && newRatio < 1.0)
            || (newRatio < 1.0 && replicas > currentReplicas) || (newRatio > 1.0 && replicas < currentReplicas);
        return proposal with
        {
            OfPods = ofPods with { RatioOfAll = newRatio, CountedPods = count.All },
            WithinTolerance = stays,
            Replicas = stays ? currentReplicas : replicas,
        };
    }

    private static string? Error(PodsReading reading, bool isUtilization) =>
        reading.ReadyPods + reading.UnreadyPods + reading.MissingRequestsMilli.Count + reading.LeftOutPods == 0 ? PodsReading.NoPods
        : reading.ReadyPods + reading.GonePods == 0 ? PodsReading.NoMetrics
        : !isUtilization ? null
        : reading.RequestError ?? (reading.RequestMilli == 0 ? PodsReading.NoKnownPods : null);

    // On the way down a pod without a metric counts with its whole request, or with the target where that is higher.
    private static long AsUsed(MetricSource source, PodsReading reading)
    {
        if (source.TargetType != MetricTargetType.Utilization)
        {
            return source.Target.Milli * reading.MissingRequestsMilli.Count;
        }

        var percent = Math.Max(100, source.Target.Milli / 1000);
        return reading.MissingRequestsMilli.Sum(request => request * percent / 100);
    }

    /// <summary>The ratio, and the value that was compared, in thousandths: both are whole, of a utilization whole percent.</summary>
    private static (double Ratio, long ValueMilli) Ratio(in Count count, MetricSource source)
    {
        if (source.TargetType != MetricTargetType.Utilization)
        {
            return ((double)count.AverageMilli / source.Target.Milli, count.AverageMilli);
        }

        var percent = count.UsageMilli * 100 / count.RequestMilli;
        return ((double)percent / (source.Target.Milli / 1000), percent * 1000);
    }

    /// <summary>Sums of pods. The ones that are gone have no request, so that a utilization leaves out their usage but counts them.</summary>
    private readonly record struct Count(long UsageMilli, long RequestMilli, int Pods, long GoneUsageMilli, int GonePods)
    {
        public int All => Pods + GonePods;

        public long KnownAverageMilli => UsageMilli / Pods;

        public long AverageMilli => (UsageMilli + GoneUsageMilli) / All;
    }
}
