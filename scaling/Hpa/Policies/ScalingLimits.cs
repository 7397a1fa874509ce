using KedaStack.Scaling.Hpa.Conditions;
using KedaStack.Scaling.Hpa.Semantics;
using KedaStack.Scaling.Hpa.Trace;

namespace KedaStack.Scaling.Hpa.Policies;

/// <summary>How far one reconcile may go from the current count, and the bounds.</summary>
public static class ScalingLimits
{
    /// <summary>
    /// Without behavior (convertDesiredReplicasWithRules): up to <c>max(2 * current, 4)</c> in one sync whatever the
    /// syncs before did, down without limit.
    /// </summary>
    /// <param name="currentReplicas">The current replicas.</param>
    /// <param name="desiredReplicas">The stabilized count.</param>
    /// <param name="minReplicas">The HPA's minimum.</param>
    /// <param name="maxReplicas">The HPA's maximum.</param>
    /// <param name="semantics">The factor and the minimum of the limit.</param>
    public static LimitStage WithoutBehavior(
        int currentReplicas, int desiredReplicas, int minReplicas, int maxReplicas, HpaSemantics semantics)
    {
        var limit = (int)Math.Min(
            int.MaxValue, Math.Max((long)semantics.LegacyScaleUpLimitFactor * currentReplicas, semantics.LegacyScaleUpLimitMinimum));
        var upper = Math.Min(maxReplicas, limit);
        var (replicas, reason) = desiredReplicas < minReplicas ? (minReplicas, HpaConditionReason.TooFewReplicas)
            : desiredReplicas <= upper ? (desiredReplicas, HpaConditionReason.DesiredWithinRange)
            : (upper, maxReplicas > limit ? HpaConditionReason.ScaleUpLimit : HpaConditionReason.TooManyReplicas);
        return new LimitStage(desiredReplicas, currentReplicas, false, limit, minReplicas, upper, replicas, reason);
    }

    /// <summary>With behavior (convertDesiredReplicasWithBehaviorRate): the policies of the direction, then the bound.</summary>
    /// <param name="currentReplicas">The current replicas.</param>
    /// <param name="desiredReplicas">The stabilized count.</param>
    /// <param name="minReplicas">The HPA's minimum.</param>
    /// <param name="maxReplicas">The HPA's maximum.</param>
    /// <param name="policies">The policies with their scale events.</param>
    /// <param name="nowMilliseconds">The time.</param>
    /// <param name="trace">Told of each policy; null for nobody.</param>
    public static LimitStage WithBehavior(
        int currentReplicas,
        int desiredReplicas,
        int minReplicas,
        int maxReplicas,
        PolicyLimits policies,
        long nowMilliseconds,
        IHpaTrace? trace = null)
    {
        var (lower, upper, limit, reason) = (minReplicas, maxReplicas, currentReplicas, HpaConditionReason.DesiredWithinRange);
        if (desiredReplicas > currentReplicas)
        {
            limit = Math.Max(currentReplicas, policies.ScaleUpLimit(currentReplicas, nowMilliseconds, trace));
            reason = maxReplicas > limit ? HpaConditionReason.ScaleUpLimit : HpaConditionReason.TooManyReplicas;
            upper = Math.Min(maxReplicas, limit);
        }
        else if (desiredReplicas < currentReplicas)
        {
            limit = Math.Min(currentReplicas, policies.ScaleDownLimit(currentReplicas, nowMilliseconds, trace));
            reason = minReplicas < limit ? HpaConditionReason.ScaleDownLimit : HpaConditionReason.TooFewReplicas;
            lower = Math.Max(minReplicas, limit);
        }

        // An unchanged count is not checked: it stays even where the bounds have moved away from it.
        var replicas = desiredReplicas == currentReplicas ? desiredReplicas
            : desiredReplicas > currentReplicas ? Math.Min(desiredReplicas, upper)
            : Math.Max(desiredReplicas, lower);
        return new LimitStage(
            desiredReplicas, currentReplicas, true, limit, lower, upper, replicas,
            replicas == desiredReplicas ? HpaConditionReason.DesiredWithinRange : reason);
    }
}
