using System.Globalization;
using KedaStack.Scaling.Hpa.Conditions;
using KedaStack.Scaling.Hpa.Spec;

namespace KedaStack.Scaling.Hpa;

/// <summary>
/// The conditions of one HPA. Each keeps its last state until a reconcile sets it again, as in the API; texts are made
/// only when they are asked for.
/// </summary>
public sealed class HpaConditions
{
    private HpaConditionReason _ableToScale;
    private HpaConditionReason _scalingActive;
    private HpaConditionReason _scalingLimited;
    private HpaConditionReason _scaledToZero;
    private int _rescaledTo;
    private MetricSource? _metric;
    private string _error = "";

    /// <summary>Whether the last metrics gave a count: ScalingActive is True.</summary>
    public bool IsScalingActive => _scalingActive == HpaConditionReason.ValidMetricFound;

    /// <summary>Whether the last rescale was this HPA's to 0: ScaledToZero is True.</summary>
    public bool IsScaledToZero => _scaledToZero == HpaConditionReason.ScaledToZero;

    /// <summary>The conditions that were set so far, in the controller's order.</summary>
    /// <param name="targetNamespace">The HPA's namespace, which metric errors name.</param>
    public IReadOnlyList<HpaCondition> Describe(string targetNamespace)
    {
        var conditions = new List<HpaCondition>(4);
        Add(conditions, HpaConditionType.AbleToScale, _ableToScale, targetNamespace);
        Add(conditions, HpaConditionType.ScalingActive, _scalingActive, targetNamespace);
        Add(conditions, HpaConditionType.ScalingLimited, _scalingLimited, targetNamespace);
        Add(conditions, HpaConditionType.ScaledToZero, _scaledToZero, targetNamespace);
        return conditions;
    }

    /// <summary>The reason of one condition; <see cref="HpaConditionReason.None"/> before it was first set.</summary>
    /// <param name="type">The condition.</param>
    public HpaConditionReason Reason(HpaConditionType type) => type switch
    {
        HpaConditionType.AbleToScale => _ableToScale,
        HpaConditionType.ScalingActive => _scalingActive,
        HpaConditionType.ScalingLimited => _scalingLimited,
        HpaConditionType.ScaledToZero => _scaledToZero,
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "The type must be one of the enumeration."),
    };

    internal void SetAbleToScale(HpaConditionReason reason) => _ableToScale = reason;

    internal void SetRescaled(int replicas)
    {
        _ableToScale = HpaConditionReason.SucceededRescale;
        _rescaledTo = replicas;
    }

    internal void SetScalingDisabled() => _scalingActive = HpaConditionReason.ScalingDisabled;

    internal void SetMetricFound(MetricSource? metric)
    {
        _scalingActive = HpaConditionReason.ValidMetricFound;
        _metric = metric;
    }

    internal void SetMetricFailed(MetricSource metric, string error)
    {
        _scalingActive = metric.FailedReason;
        _metric = metric;
        _error = error;
    }

    internal void SetLimited(HpaConditionReason reason) => _scalingLimited = reason;

    internal void SetScaledToZero(bool isScaledToZero) =>
        _scaledToZero = isScaledToZero ? HpaConditionReason.ScaledToZero : HpaConditionReason.NotScaledToZero;

    internal void Clear()
    {
        _ableToScale = _scalingActive = _scalingLimited = _scaledToZero = HpaConditionReason.None;
        _metric = null;
        _error = "";
    }

    private void Add(List<HpaCondition> conditions, HpaConditionType type, HpaConditionReason reason, string targetNamespace)
    {
        if (reason == HpaConditionReason.None)
        {
            return;
        }

        var status = reason is HpaConditionReason.TooFewReplicas or HpaConditionReason.TooManyReplicas
            or HpaConditionReason.ScaleUpLimit or HpaConditionReason.ScaleDownLimit
            || (type != HpaConditionType.ScalingLimited
                && reason is not (HpaConditionReason.ScalingDisabled or HpaConditionReason.NotScaledToZero) && !IsFailure(reason));
        conditions.Add(new HpaCondition(type, status, reason, Message(reason, targetNamespace)));
    }

    private string Message(HpaConditionReason reason, string targetNamespace) => reason switch
    {
        HpaConditionReason.SucceededGetScale => "the HPA controller was able to get the target's current scale",
        HpaConditionReason.ReadyForNewScale => "recommended size matches current size",
        HpaConditionReason.ScaleUpStabilized =>
            "recent recommendations were lower than current one, applying the lowest recent recommendation",
        HpaConditionReason.ScaleDownStabilized =>
            "recent recommendations were higher than current one, applying the highest recent recommendation",
        HpaConditionReason.SucceededRescale =>
            $"the HPA controller was able to update the target scale to {_rescaledTo.ToString(CultureInfo.InvariantCulture)}",
        HpaConditionReason.ValidMetricFound =>
            $"the HPA was able to successfully calculate a replica count from {_metric?.Description}",
        _ when IsFailure(reason) => $"the HPA was unable to compute the replica count: {_metric?.Failure(targetNamespace, _error)}",
        HpaConditionReason.ScalingDisabled => "scaling is disabled since the replica count of the target is zero",
        HpaConditionReason.DesiredWithinRange => "the desired count is within the acceptable range",
        HpaConditionReason.TooFewReplicas => "the desired replica count is less than the minimum replica count",
        HpaConditionReason.TooManyReplicas => "the desired replica count is more than the maximum replica count",
        HpaConditionReason.ScaleUpLimit => "the desired replica count is increasing faster than the maximum scale rate",
        HpaConditionReason.ScaleDownLimit => "the desired replica count is decreasing faster than the maximum scale rate",
        HpaConditionReason.ScaledToZero => "the HPA controller scaled the workload to zero",
        HpaConditionReason.NotScaledToZero => "the HPA controller did not scale the workload to zero",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "The reason must be one of the enumeration."),
    };

    private static bool IsFailure(HpaConditionReason reason) => reason is HpaConditionReason.FailedGetExternalMetric
        or HpaConditionReason.FailedGetResourceMetric or HpaConditionReason.FailedGetContainerResourceMetric
        or HpaConditionReason.FailedGetObjectMetric or HpaConditionReason.FailedGetPodsMetric;
}
