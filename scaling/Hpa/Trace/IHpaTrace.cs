using KedaStack.Scaling.Hpa.Proposals;
using KedaStack.Scaling.Hpa.Spec;

namespace KedaStack.Scaling.Hpa.Trace;

/// <summary>
/// Told of every rule of a reconcile in the order in which it was applied, with its numbers. Without one a reconcile
/// makes no texts and allocates nothing.
/// </summary>
public interface IHpaTrace
{
    /// <summary>The check of the current count against 0, the maximum and the minimum.</summary>
    /// <param name="target">What the HPA sees of its target.</param>
    /// <param name="spec">The HPA.</param>
    /// <param name="outcome">What the check decided; <see cref="HpaOutcome.Evaluated"/> when the metrics are to decide.</param>
    public void Bounds(in ScaleTargetStatus target, HorizontalPodAutoscalerSpec spec, HpaOutcome outcome);

    /// <summary>One metric's proposal, or its error.</summary>
    /// <param name="source">The metric.</param>
    /// <param name="proposal">The proposal.</param>
    public void Metric(MetricSource source, in MetricProposal proposal);

    /// <summary>The choice among the metrics' proposals.</summary>
    /// <param name="currentReplicas">The current replicas.</param>
    /// <param name="proposal">The highest proposal, 0 or more.</param>
    /// <param name="metrics">How many metrics there are.</param>
    /// <param name="failed">How many of them failed.</param>
    /// <param name="refused">Whether the failures forbid to act.</param>
    public void Combined(int currentReplicas, int proposal, int metrics, int failed, bool refused);

    /// <summary>The stabilization.</summary>
    /// <param name="stage">Its numbers.</param>
    public void Stabilized(StabilizationStage stage);

    /// <summary>One scaling policy; only those of the direction that is taken.</summary>
    /// <param name="stage">Its numbers.</param>
    public void Policy(in PolicyStage stage);

    /// <summary>The limits and the bounds.</summary>
    /// <param name="stage">Their numbers.</param>
    public void Limited(LimitStage stage);

    /// <summary>The end.</summary>
    /// <param name="result">The result.</param>
    public void Decided(HpaReconciliation result);
}
