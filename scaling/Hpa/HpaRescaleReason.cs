using KedaStack.Scaling.Hpa.Spec;
using KedaStack.Scaling.Hpa.Trace;

namespace KedaStack.Scaling.Hpa;

/// <summary>The texts of the event that a rescale leaves on the HPA.</summary>
public static class HpaRescaleReason
{
    /// <summary>The message of the event <c>SuccessfulRescale</c>: <c>New size: 4; reason: ...</c>; null without a rescale.</summary>
    /// <param name="spec">The HPA.</param>
    /// <param name="result">The reconcile.</param>
    public static string? Event(HorizontalPodAutoscalerSpec spec, in HpaReconciliation result) => result.Rescaled
        ? FormattableString.Invariant($"New size: {result.DesiredReplicas}; reason: {Reason(spec, result)}")
        : null;

    private static string Reason(HorizontalPodAutoscalerSpec spec, in HpaReconciliation result) => result.Outcome switch
    {
        HpaOutcome.AboveMaxReplicas => "Current number of replicas above Spec.MaxReplicas",
        HpaOutcome.BelowMinReplicas => "Current number of replicas below Spec.MinReplicas",
        _ when result.Proposal > result.CurrentReplicas => $"{spec.Metrics[result.ProposingMetric].Description} above target",
        _ when result.Proposal < result.CurrentReplicas => "All metrics below target",
        // Only the windows moved the count; upstream leaves the reason empty.
        _ => "",
    };
}
