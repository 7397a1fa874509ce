namespace KedaStack.Scaling.Hpa;

/// <summary>What the target of an External metric is compared with (autoscaling/v2 MetricTargetType).</summary>
public enum MetricTargetType
{
    /// <summary>The value divided by the pods there are. KEDA's default.</summary>
    AverageValue,

    /// <summary>The value itself; the result scales the pods that are ready.</summary>
    Value,
}
