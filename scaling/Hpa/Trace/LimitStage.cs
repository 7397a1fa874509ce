using KedaStack.Scaling.Hpa.Conditions;

namespace KedaStack.Scaling.Hpa.Trace;

/// <summary>What the limits and the bounds did, with their numbers.</summary>
/// <param name="Stabilized">The stabilized count.</param>
/// <param name="CurrentReplicas">The current replicas.</param>
/// <param name="WithBehavior">Whether the limits are a behavior's.</param>
/// <param name="RateLimit">The furthest count that the scaling rate allows; the current one when no rate applied.</param>
/// <param name="LowerBound">The least count allowed.</param>
/// <param name="UpperBound">The greatest count allowed.</param>
/// <param name="Replicas">The limited count.</param>
/// <param name="Reason">The reason of the condition ScalingLimited.</param>
public readonly record struct LimitStage(
    int Stabilized,
    int CurrentReplicas,
    bool WithBehavior,
    int RateLimit,
    int LowerBound,
    int UpperBound,
    int Replicas,
    HpaConditionReason Reason);
