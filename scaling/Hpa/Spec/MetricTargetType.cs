namespace KedaStack.Scaling.Hpa.Spec;

/// <summary>What the target of a metric is compared with (autoscaling/v2 MetricTargetType).</summary>
public enum MetricTargetType
{
    /// <summary>The value divided by the pods there are, or the average over them. KEDA's default.</summary>
    AverageValue,

    /// <summary>The value itself; the result scales the pods that are ready.</summary>
    Value,

    /// <summary>Of a resource: the pods' usage in percent of what they request.</summary>
    Utilization,
}
