using KedaStack.Scaling.Hpa.Semantics;
using KedaStack.Scaling.Hpa.Spec;
using KedaStack.Scaling.Hpa.Trace;

namespace KedaStack.Scaling.Hpa.Policies;

/// <summary>The policies of a behavior, with the scale events that they look back on.</summary>
/// <param name="up">The rules upwards.</param>
/// <param name="down">The rules downwards.</param>
/// <param name="upEvents">What the HPA added.</param>
/// <param name="downEvents">What it removed.</param>
/// <param name="accounting">Which events count.</param>
public sealed class PolicyLimits(
    ResolvedRules up, ResolvedRules down, ScaleEventLog upEvents, ScaleEventLog downEvents, ScaleEventAccounting accounting)
{
    /// <summary>The greatest count that the policies upwards allow; may be below the current one.</summary>
    /// <param name="currentReplicas">The current replicas.</param>
    /// <param name="nowMilliseconds">The time.</param>
    /// <param name="trace">Told of each policy; null for nobody.</param>
    public int ScaleUpLimit(int currentReplicas, long nowMilliseconds, IHpaTrace? trace = null)
    {
        if (up.SelectPolicy == SelectPolicy.Disabled)
        {
            return currentReplicas;
        }

        var smallest = up.SelectPolicy == SelectPolicy.Min;
        var neverUp = smallest && accounting == ScaleEventAccounting.SameDirection;
        var result = neverUp ? 0 : smallest ? int.MaxValue : int.MinValue;
        for (var i = 0; i < up.Policies.Count; i++)
        {
            var allowed = Evaluate(ScalingDirection.Up, up.Policies[i], currentReplicas, nowMilliseconds, trace);
            result = smallest ? Math.Min(result, allowed) : Math.Max(result, allowed);
        }

        return result;
    }

    /// <summary>The least count that the policies downwards allow; may be above the current one, or below 0.</summary>
    /// <param name="currentReplicas">The current replicas.</param>
    /// <param name="nowMilliseconds">The time.</param>
    /// <param name="trace">Told of each policy; null for nobody.</param>
    public int ScaleDownLimit(int currentReplicas, long nowMilliseconds, IHpaTrace? trace = null)
    {
        if (down.SelectPolicy == SelectPolicy.Disabled)
        {
            return currentReplicas;
        }

        var smallest = down.SelectPolicy == SelectPolicy.Min;
        var result = smallest ? int.MinValue : int.MaxValue;
        for (var i = 0; i < down.Policies.Count; i++)
        {
            var allowed = Evaluate(ScalingDirection.Down, down.Policies[i], currentReplicas, nowMilliseconds, trace);
            result = smallest ? Math.Max(result, allowed) : Math.Min(result, allowed);
        }

        return result;
    }

    private int Evaluate(
        ScalingDirection direction, ScalingPolicy policy, int currentReplicas, long nowMilliseconds, IHpaTrace? trace)
    {
        var period = policy.Period.Ticks / TimeSpan.TicksPerMillisecond;
        var both = accounting == ScaleEventAccounting.BothDirections;
        var added = both || direction == ScalingDirection.Up ? upEvents.ChangeWithin(nowMilliseconds, period) : 0;
        var removed = both || direction == ScalingDirection.Down ? downEvents.ChangeWithin(nowMilliseconds, period) : 0;
        var start = currentReplicas - added + removed;
        var allowed = Allowed(direction, policy, start);
        trace?.Policy(new PolicyStage(direction, policy, currentReplicas, added, removed, start, allowed));
        return allowed;
    }

    // Up is rounded up, since a share of a small count would never add one; down drops the fraction.
    private static int Allowed(ScalingDirection direction, ScalingPolicy policy, int start) => (direction, policy.Type) switch
    {
        (ScalingDirection.Up, ScalingPolicyType.Pods) => Clamp((double)start + policy.Value),
        (ScalingDirection.Up, ScalingPolicyType.Percent) => Clamp(Math.Ceiling(start * (1 + ((double)policy.Value / 100)))),
        (ScalingDirection.Down, ScalingPolicyType.Pods) => Clamp((double)start - policy.Value),
        (ScalingDirection.Down, ScalingPolicyType.Percent) => Clamp(Math.Truncate(start * (1 - ((double)policy.Value / 100)))),
        _ => throw new ArgumentOutOfRangeException(nameof(policy), policy, "The policy's type must be one of the enumeration."),
    };

    private static int Clamp(double replicas) => (int)Math.Clamp(replicas, int.MinValue, int.MaxValue);
}
