using KedaStack.Scaling.Hpa.Conditions;

namespace KedaStack.Scaling.Hpa.Trace;

/// <summary>What one reconcile decided, with the value of each stage.</summary>
public readonly record struct HpaReconciliation
{
    /// <summary>Which way it took.</summary>
    public HpaOutcome Outcome { get; init; }

    /// <summary>The replicas before; <c>.status.currentReplicas</c>.</summary>
    public int CurrentReplicas { get; init; }

    /// <summary>The replicas after; <c>.status.desiredReplicas</c>.</summary>
    public int DesiredReplicas { get; init; }

    /// <summary>Whether the target was written.</summary>
    public bool Rescaled => DesiredReplicas != CurrentReplicas;

    /// <summary>The metrics' proposal, 0 or more; the current replicas when no metric was asked or all failed.</summary>
    public int Proposal { get; init; }

    /// <summary>The place of the metric that gave the proposal; -1 for none.</summary>
    public int ProposingMetric { get; init; }

    /// <summary>The proposal after stabilization.</summary>
    public int Stabilized { get; init; }

    /// <summary>The furthest count that the scaling rate allowed.</summary>
    public int RateLimit { get; init; }

    /// <summary>What limited the count; <see cref="HpaConditionReason.None"/> when the metrics did not decide.</summary>
    public HpaConditionReason LimitReason { get; init; }
}
