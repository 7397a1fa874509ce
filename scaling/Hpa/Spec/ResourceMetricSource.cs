using KedaStack.Scaling.Hpa.Conditions;

namespace KedaStack.Scaling.Hpa.Spec;

/// <summary>
/// A Resource metric of an HPA, cpu or memory of its pods, or a ContainerResource metric, the same of one container
/// (autoscaling/v2 ResourceMetricSource, ContainerResourceMetricSource).
/// </summary>
public sealed record ResourceMetricSource : MetricSource
{
    /// <summary>The resource whose pods are left out while they start.</summary>
    public const string Cpu = "cpu";

    /// <summary>The container.</summary>
    /// <value>Null: all of the pod's, and the metric is a Resource metric.</value>
    public string? Container { get; init; }

    /// <inheritdoc/>
    public override string Description => TargetType != MetricTargetType.Utilization ? $"{Name} resource"
        : Container is null ? $"{Name} resource utilization (percentage of request)"
        : $"{Name} container resource utilization (percentage of request)";

    /// <inheritdoc/>
    public override string Type => Container is null ? "Resource" : "ContainerResource";

    /// <inheritdoc/>
    public override HpaConditionReason FailedReason => Container is null
        ? HpaConditionReason.FailedGetResourceMetric
        : HpaConditionReason.FailedGetContainerResourceMetric;

    internal override string Failure(string targetNamespace, string error) =>
        $"failed to get {Name} {(TargetType == MetricTargetType.Utilization ? "utilization" : "usage")}: {error}";
}
