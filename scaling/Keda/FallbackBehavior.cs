namespace KedaStack.Scaling.Keda;

/// <summary>Which replica count KEDA reports while its trigger is in error (<c>spec.fallback.behavior</c>).</summary>
public enum FallbackBehavior
{
    /// <summary>The fallback's replicas. KEDA's default.</summary>
    Static,

    /// <summary>The replicas there are.</summary>
    CurrentReplicas,

    /// <summary>The larger of the two.</summary>
    CurrentReplicasIfHigher,

    /// <summary>The smaller of the two.</summary>
    CurrentReplicasIfLower,

    /// <summary>
    /// The formula's own <c>??</c> decides over a failed trigger (KEDA 2.20). Without a formula the HPA gets -1, and scales in.
    /// </summary>
    ScalingModifiers,
}
