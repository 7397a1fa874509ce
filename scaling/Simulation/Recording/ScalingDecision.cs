using KedaStack.Scaling.Hpa.Conditions;
using KedaStack.Scaling.Hpa.Trace;
using KedaStack.Scaling.Keda.Loop;

namespace KedaStack.Scaling.Simulation.Recording;

/// <summary>A change of the desired replicas.</summary>
/// <param name="AtMilliseconds">When.</param>
/// <param name="From">The replicas before.</param>
/// <param name="To">The replicas after.</param>
/// <param name="Rule">The rule that gave the count its size.</param>
/// <param name="MetricMilli">The value of the query, in thousandths; null when the metric was not asked.</param>
/// <param name="Result">What the HPA computed, stage by stage; null for a decision of KEDA's.</param>
/// <param name="IsFallback">Whether the value was that of KEDA's fallback, and none of the query.</param>
public readonly record struct ScalingDecision(
    long AtMilliseconds, int From, int To, DecisionRule Rule, long? MetricMilli, HpaReconciliation? Result, bool IsFallback = false)
{
    internal static ScalingDecision Of(in HpaSync sync) => Of(sync.AtMilliseconds, sync.MetricMilli, sync.Result, isFallback: false);

    internal static ScalingDecision Of(long atMilliseconds, long? metricMilli, in HpaReconciliation result, bool isFallback)
    {
        var rule = RuleOf(result);
        return new(
            atMilliseconds,
            result.CurrentReplicas,
            result.DesiredReplicas,
            rule == DecisionRule.Metric && isFallback ? DecisionRule.Fallback : rule,
            metricMilli,
            result,
            isFallback);
    }

    internal static ScalingDecision Of(long atMilliseconds, ScaleDecision decision) => new(
        atMilliseconds,
        decision.CurrentReplicas,
        decision.Replicas!.Value,
        decision.Kind switch
        {
            ScaleDecisionKind.Activated => DecisionRule.Activation,
            ScaleDecisionKind.Deactivated => DecisionRule.Deactivation,
            ScaleDecisionKind.RaisedToMinimum => DecisionRule.KedaMinimum,
            _ => throw new ArgumentOutOfRangeException(nameof(decision), decision.Kind, "This kind changes no replicas."),
        },
        null,
        null);

    private static DecisionRule RuleOf(in HpaReconciliation result) => result switch
    {
        { Outcome: HpaOutcome.AboveMaxReplicas } => DecisionRule.MaxReplicas,
        { Outcome: HpaOutcome.BelowMinReplicas } => DecisionRule.MinReplicas,
        { LimitReason: HpaConditionReason.ScaleUpLimit } => DecisionRule.ScaleUpLimit,
        { LimitReason: HpaConditionReason.ScaleDownLimit } => DecisionRule.ScaleDownLimit,
        { LimitReason: HpaConditionReason.TooManyReplicas } => DecisionRule.MaxReplicas,
        { LimitReason: HpaConditionReason.TooFewReplicas } => DecisionRule.MinReplicas,
        _ when result.Stabilized != result.Proposal => DecisionRule.StabilizationWindow,
        _ => DecisionRule.Metric,
    };
}
