using KedaStack.Scaling.Hpa.Proposals;
using KedaStack.Scaling.Hpa.Semantics;
using KedaStack.Scaling.Hpa.Spec;

namespace KedaStack.Scaling.Explain;

/// <summary>The values for which an HPA proposes no change.</summary>
/// <param name="LowestMilli">The least of them, in thousandths.</param>
/// <param name="HighestMilli">The greatest of them, in thousandths.</param>
public readonly record struct ToleranceBand(long LowestMilli, long HighestMilli)
{
    // The ends are computed in doubles, so that they may be off by the last digit.
    private const int Slack = 2;

    /// <summary>The dead band of an HPA with one metric; null with another number of metrics, or at 0 replicas.</summary>
    /// <param name="spec">The HPA.</param>
    /// <param name="replicas">The replicas that there are.</param>
    /// <param name="semantics">The controller.</param>
    public static ToleranceBand? Of(HorizontalPodAutoscalerSpec spec, int replicas, HpaSemantics semantics)
    {
        if (spec.Metrics.Count != 1 || replicas == 0)
        {
            return null;
        }

        var tolerances = Tolerances.For(spec.Behavior, semantics);
        var below = tolerances.Form == ToleranceForm.Interval ? tolerances.ScaleDown : tolerances.ScaleUp;
        var allowed = spec.Metrics[0].Target.Milli
            * (double)(spec.Metrics[0].TargetType == MetricTargetType.AverageValue ? replicas : 1);
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

        return new ToleranceBand(Math.Max(0, low), high);
    }
}
