namespace KedaStack.Scaling.Simulation.Recording;

/// <summary>Which rule gave a new replica count its size.</summary>
public enum DecisionRule
{
    /// <summary>The metric: <c>ceil(usage/target)</c>, unlimited.</summary>
    Metric,

    /// <summary>KEDA's fallback, whose replicas the HPA was given in place of a value.</summary>
    Fallback,

    /// <summary>The HPA's stabilization window: an earlier proposal counts.</summary>
    StabilizationWindow,

    /// <summary>The HPA's rate limit upwards: a policy, or twice the replicas and at least 4 without behavior.</summary>
    ScaleUpLimit,

    /// <summary>The HPA's rate limit downwards: a policy.</summary>
    ScaleDownLimit,

    /// <summary>The maximum.</summary>
    MaxReplicas,

    /// <summary>The minimum.</summary>
    MinReplicas,

    /// <summary>KEDA's activation, from 0.</summary>
    Activation,

    /// <summary>KEDA's deactivation after the cooldown period, to 0.</summary>
    Deactivation,

    /// <summary>KEDA's minimum, for a workload below it.</summary>
    KedaMinimum,
}
