using KedaStack.Scaling.Explain.Forecast;
using KedaStack.Scaling.Hpa.Conditions;
using KedaStack.Scaling.Hpa.Spec;

namespace KedaStack.Scaling.Explain.Recorded;

/// <summary>An HPA with the status that its last sync left.</summary>
public sealed record RecordedHpa
{
    /// <summary>The HPA.</summary>
    public required HorizontalPodAutoscalerSpec Spec { get; init; }

    /// <summary>The replicas before that sync.</summary>
    public required int CurrentReplicas { get; init; }

    /// <summary>The replicas after it.</summary>
    public required int DesiredReplicas { get; init; }

    /// <summary>
    /// The current value of each metric in thousandths, in the order of the HPA's metrics: the average per pod for
    /// AverageValue; null where there is none.
    /// </summary>
    public required IReadOnlyList<long?> ReportedMilli { get; init; }

    /// <summary>The metrics that are not External, which are left out of the rules.</summary>
    public IReadOnlyList<OtherMetric> Others { get; init; } = [];

    /// <summary>The conditions.</summary>
    public IReadOnlyList<RecordedCondition> Conditions { get; init; } = [];

    /// <summary>Whether stabilization held the count.</summary>
    public bool IsStabilized => Conditions.Any(condition => condition.Reason
        is nameof(HpaConditionReason.ScaleDownStabilized) or nameof(HpaConditionReason.ScaleUpStabilized));

    /// <summary>Whether it scaled to 0 itself, and so may scale from there; null where the cluster does not tell (up to Kubernetes 1.36).</summary>
    public bool? IsScaledToZero => Conditions.FirstOrDefault(condition => condition.Type == nameof(HpaConditionType.ScaledToZero)) is { } condition
        ? condition.Status == "True"
        : null;

    /// <summary>
    /// What the metrics may have answered. An average was rounded up to thousandths, so that the sum is a little uncertain.
    /// </summary>
    /// <param name="greatest">Whether to take the greatest possible sum; else the least.</param>
    public IReadOnlyList<HeldMetric> Readings(bool greatest) =>
        [.. Spec.Metrics.Zip(ReportedMilli, (metric, reported) => Reading(metric, reported, greatest))];

    private HeldMetric Reading(MetricSource metric, long? reported, bool greatest)
    {
        if (reported is not { } milli)
        {
            return new HeldMetric(0, "no value is recorded");
        }

        if (metric.TargetType == MetricTargetType.Value || CurrentReplicas == 0)
        {
            return new HeldMetric(milli);
        }

        var sum = (decimal)milli * CurrentReplicas;
        return new HeldMetric((long)Math.Min(
            long.MaxValue, greatest || milli <= 0 ? sum : sum - (CurrentReplicas - 1)));
    }
}
