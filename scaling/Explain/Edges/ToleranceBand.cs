using KedaStack.Scaling.Explain.Forecast;
using KedaStack.Scaling.Hpa.Proposals;
using KedaStack.Scaling.Hpa.Semantics;
using KedaStack.Scaling.Hpa.Spec;

namespace KedaStack.Scaling.Explain.Edges;

/// <summary>The values for which a metric proposes no change.</summary>
/// <param name="LowestMilli">The least of them, in thousandths.</param>
/// <param name="HighestMilli">The greatest of them, in thousandths.</param>
public readonly record struct ToleranceBand(long LowestMilli, long HighestMilli)
{
    // The ends are computed in doubles, so that they may be off by the last digit.
    private const int Slack = 2;
    private const long WholePercentMilli = 1000;

    /// <summary>The dead band of an HPA with one metric; null with another number of metrics, or at 0 replicas.</summary>
    /// <param name="spec">The HPA.</param>
    /// <param name="replicas">The replicas that there are.</param>
    /// <param name="semantics">The controller.</param>
    public static ToleranceBand? Of(HorizontalPodAutoscalerSpec spec, int replicas, HpaSemantics semantics) =>
        spec.Metrics is [var metric] ? Of(metric, spec.Behavior, replicas, semantics) : null;

    /// <summary>The dead band of a metric; null at 0 replicas.</summary>
    /// <param name="metric">The metric.</param>
    /// <param name="behavior">The HPA's behavior.</param>
    /// <param name="replicas">The replicas that there are.</param>
    /// <param name="semantics">The controller.</param>
    public static ToleranceBand? Of(
        MetricSource metric, HorizontalPodAutoscalerBehavior? behavior, int replicas, HpaSemantics semantics)
    {
        if (replicas == 0)
        {
            return null;
        }

        var tolerances = Tolerances.For(behavior, semantics);
        var below = tolerances.Form == ToleranceForm.Interval ? tolerances.ScaleDown : tolerances.ScaleUp;
        var step = metric.TargetType == MetricTargetType.Utilization ? WholePercentMilli : 1;
        var isShared = metric.TargetType == MetricTargetType.AverageValue && !HeldMetric.IsOfPods(metric);
        var allowed = metric.Target.Milli / step * (double)(isShared ? replicas : 1);
        var low = (long)Math.Ceiling(allowed * (1 - below)) - Slack;
        var high = (long)Math.Floor(allowed * (1 + tolerances.ScaleUp)) + Slack;
        for (var i = 0; i <= 2 * Slack && !tolerances.IsWithin(low / allowed); i++)
        {
            low++;
        }

        for (var i = 0; i <= 2 * Slack && !tolerances.IsWithin(high / allowed); i++)
        {
            high--;
        }

        return new ToleranceBand(Math.Max(0, low) * step, high * step);
    }
}
