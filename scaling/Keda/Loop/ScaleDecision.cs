namespace KedaStack.Scaling.Keda.Loop;

/// <summary>What KEDA's polling loop decided.</summary>
public readonly record struct ScaleDecision
{
    private static readonly ScaledObjectCondition _isReady =
        new(ConditionStatus.True, "ScaledObjectReady", "ScaledObject is defined correctly and is ready for scaling");

    private static readonly ScaledObjectCondition _isActive =
        new(ConditionStatus.True, "ScalerActive", "Scaling is performed because triggers are active");

    private static readonly ScaledObjectCondition _isForced =
        new(ConditionStatus.True, "ScalerActive", "Scaling is performed because activation is being forced by annotation");

    private static readonly ScaledObjectCondition _isInactive =
        new(ConditionStatus.False, "ScalerNotActive", "Scaling is not performed because triggers are not active");

    private static readonly ScaledObjectCondition _isCooling =
        new(ConditionStatus.False, "ScalerCooldown", "Scaler cooling down because triggers are not active");

    private static readonly ScaledObjectCondition _isPaused =
        new(ConditionStatus.True, "ScaledObjectPaused", "ScaledObject is paused");

    private static readonly ScaledObjectCondition _hasPartialError =
        new(ConditionStatus.Unknown, "PartialTriggerError", "Some triggers defined in ScaledObject are not working correctly");

    private static readonly ScaledObjectCondition _hasError =
        new(ConditionStatus.False, "TriggerError", "Triggers defined in ScaledObject are not working correctly");

    /// <summary>The row that matched.</summary>
    public ScaleDecisionKind Kind { get; init; }

    /// <summary>The replicas before.</summary>
    public int CurrentReplicas { get; init; }

    /// <summary>The replicas that KEDA writes; null when it writes nothing.</summary>
    public int? Replicas { get; init; }

    /// <summary>Whether this check counts as the last activity.</summary>
    public bool RemembersActivity { get; init; }

    /// <summary>Whether the force-activation annotation made it active.</summary>
    public bool IsForced { get; init; }

    /// <summary>The condition Ready.</summary>
    public ScaledObjectCondition Ready => Kind switch
    {
        ScaleDecisionKind.PartialTriggerError => _hasPartialError,
        ScaleDecisionKind.TriggerError => _hasError,
        _ => _isReady,
    };

    /// <summary>The condition Active; null when the check leaves it as it was.</summary>
    public ScaledObjectCondition? Active => Kind switch
    {
        ScaleDecisionKind.Paused => null,
        ScaleDecisionKind.CoolingDown => _isCooling,
        ScaleDecisionKind.Activated or ScaleDecisionKind.ActivationPaused or ScaleDecisionKind.PartialTriggerError
            or ScaleDecisionKind.Active => IsForced ? _isForced : _isActive,
        _ => _isInactive,
    };

    /// <summary>The condition Paused; null when the check leaves it as it was.</summary>
    public ScaledObjectCondition? Paused => Kind == ScaleDecisionKind.Paused ? _isPaused : null;
}
