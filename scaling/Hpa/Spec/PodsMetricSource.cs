using KedaStack.Scaling.Hpa.Conditions;
using KedaStack.Scaling.Hpa.Readings;

namespace KedaStack.Scaling.Hpa.Spec;

/// <summary>A Pods metric of an HPA: the average over its pods of a value that each has (autoscaling/v2 PodsMetricSource).</summary>
public sealed record PodsMetricSource : MetricSource
{
    /// <inheritdoc/>
    public override string Description => $"pods metric {Name}";

    /// <inheritdoc/>
    public override string Type => "Pods";

    /// <inheritdoc/>
    public override HpaConditionReason FailedReason => HpaConditionReason.FailedGetPodsMetric;

    internal override string Failure(string targetNamespace, string error) =>
        error is PodsReading.NoPods or PodsReading.NoMetrics ? error : $"unable to get metric {Name}: {error}";
}
