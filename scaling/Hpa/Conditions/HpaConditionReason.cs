namespace KedaStack.Scaling.Hpa.Conditions;

/// <summary>The reasons of an HPA's conditions, named as <c>kubectl describe hpa</c> prints them.</summary>
public enum HpaConditionReason
{
    /// <summary>Not set yet.</summary>
    None,

    /// <summary>AbleToScale: the scale was read, and nothing more was decided.</summary>
    SucceededGetScale,

    /// <summary>AbleToScale: stabilization changed nothing.</summary>
    ReadyForNewScale,

    /// <summary>AbleToScale: a lower recent proposal holds the count down.</summary>
    ScaleUpStabilized,

    /// <summary>AbleToScale: a higher recent proposal holds the count up.</summary>
    ScaleDownStabilized,

    /// <summary>AbleToScale: a new count was written.</summary>
    SucceededRescale,

    /// <summary>ScalingActive: a metric gave a count.</summary>
    ValidMetricFound,

    /// <summary>ScalingActive: the first failing metric is an External one, and this is its error.</summary>
    FailedGetExternalMetric,

    /// <summary>ScalingActive: the first failing metric is a Resource one.</summary>
    FailedGetResourceMetric,

    /// <summary>ScalingActive: the first failing metric is a ContainerResource one.</summary>
    FailedGetContainerResourceMetric,

    /// <summary>ScalingActive: the first failing metric is an Object one.</summary>
    FailedGetObjectMetric,

    /// <summary>ScalingActive: the first failing metric is a Pods one.</summary>
    FailedGetPodsMetric,

    /// <summary>ScalingActive: the target has 0 replicas.</summary>
    ScalingDisabled,

    /// <summary>ScalingLimited: nothing limited the count.</summary>
    DesiredWithinRange,

    /// <summary>ScalingLimited: the minimum.</summary>
    TooFewReplicas,

    /// <summary>ScalingLimited: the maximum.</summary>
    TooManyReplicas,

    /// <summary>ScalingLimited: the rate upwards.</summary>
    ScaleUpLimit,

    /// <summary>ScalingLimited: the rate downwards.</summary>
    ScaleDownLimit,

    /// <summary>ScaledToZero: the HPA wrote 0 replicas, and will scale from them.</summary>
    ScaledToZero,

    /// <summary>ScaledToZero: its last rescale was another one.</summary>
    NotScaledToZero,
}
