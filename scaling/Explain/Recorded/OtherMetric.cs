using KedaStack.Scaling.Hpa.Proposals;

namespace KedaStack.Scaling.Explain.Recorded;

/// <summary>A metric of a recorded HPA that is not External, with what its last sync saw.</summary>
public sealed record OtherMetric
{
    /// <summary>The type of the HPA's MetricSpec: <c>Resource</c>, <c>ContainerResource</c>, <c>Pods</c> or <c>Object</c>.</summary>
    public required string Type { get; init; }

    /// <summary>The metric's name, such as <c>cpu</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Whether the numbers are percent of what the pods request; else quantities.</summary>
    public bool IsUtilization { get; init; }

    /// <summary>Whether one value is shared among the created pods: an Object metric with an average as target.</summary>
    public bool IsShared { get; init; }

    /// <summary>The target, in thousandths; above 0.</summary>
    public required long TargetMilli { get; init; }

    /// <summary>The current value in thousandths, of a shared one the average; null where there is none.</summary>
    public long? ReportedMilli { get; init; }

    /// <summary>
    /// What it proposes if all pods were Ready and measured, which is not recorded (replica_calculator.go,
    /// GetResourceReplicas, calcPlainMetricReplicas, GetObjectMetricReplicas, GetObjectPerPodMetricReplicas); null without a value.
    /// </summary>
    /// <param name="pods">The pods.</param>
    /// <param name="tolerances">The HPA's tolerances.</param>
    public int? Proposal(int pods, Tolerances tolerances) => (ReportedMilli, IsShared) switch
    {
        (null, _) => null,
        ({ } average, true) => ReplicaCalculator.AverageValue(
            (long)Math.Min(long.MaxValue, (decimal)average * pods), TargetMilli, pods, tolerances).Replicas,
        ({ } value, false) => ReplicaCalculator.Value(value, TargetMilli, ScaleTargetStatus.AtRest(pods), tolerances).Replicas,
    };
}
