namespace KedaStack.Scaling.Hpa.Trace;

/// <summary>Which way a reconcile took.</summary>
public enum HpaOutcome
{
    /// <summary>The metrics decided.</summary>
    Evaluated,

    /// <summary>The target has 0 replicas that the HPA did not set, or the minimum is above: nothing is done.</summary>
    ScalingDisabled,

    /// <summary>More replicas than the maximum: the maximum at once, without metrics, stabilization and limits.</summary>
    AboveMaxReplicas,

    /// <summary>Fewer replicas than the minimum: the minimum at once.</summary>
    BelowMinReplicas,

    /// <summary>All metrics failed, or some did and the others would scale in: the replicas stay.</summary>
    MetricsFailed,
}
