namespace KedaStack.Scaling.Hpa.Conditions;

/// <summary>The conditions of an HPA (autoscaling/v2 HorizontalPodAutoscalerConditionType).</summary>
public enum HpaConditionType
{
    /// <summary>Whether the HPA can read and write its target's scale, and what stabilization did.</summary>
    AbleToScale,

    /// <summary>Whether the HPA could compute a count from its metrics.</summary>
    ScalingActive,

    /// <summary>Whether the computed count was limited.</summary>
    ScalingLimited,

    /// <summary>Whether the HPA itself scaled its target to 0 replicas; set by each rescale from Kubernetes 1.37.</summary>
    ScaledToZero,
}
