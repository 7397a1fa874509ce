using KedaStack.Scaling.Explain.Forecast;
using KedaStack.Scaling.Hpa.Conditions;
using KedaStack.Scaling.Hpa.Spec;

namespace KedaStack.Scaling.Explain.Recorded;

/// <summary>An HPA with the status that its last sync left.</summary>
public sealed record RecordedHpa
{
    private const string Calculated = "successfully calculate a replica count from ";
    private const string NoValue = "no value is recorded";

    /// <summary>The HPA.</summary>
    public required HorizontalPodAutoscalerSpec Spec { get; init; }

    /// <summary>The replicas before that sync; 0 as well where no sync got so far.</summary>
    public required int CurrentReplicas { get; init; }

    /// <summary>The replicas after it; 0 as well where none were ever computed.</summary>
    public required int DesiredReplicas { get; init; }

    /// <summary>
    /// The current value of each metric in thousandths, in the order of the HPA's metrics: the average per pod for
    /// AverageValue, percent for a utilization; null where there is none.
    /// </summary>
    public required IReadOnlyList<long?> ReportedMilli { get; init; }

    /// <summary>The conditions.</summary>
    public IReadOnlyList<RecordedCondition> Conditions { get; init; } = [];

    /// <summary>What the file itself says to keep in mind, in sentences.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];

    /// <summary>Whether stabilization held the count: only its own reasons tell, ReadyForNewScale tells the contrary.</summary>
    public bool IsStabilized => Conditions.Any(condition => condition.Reason
        is nameof(HpaConditionReason.ScaleDownStabilized) or nameof(HpaConditionReason.ScaleUpStabilized));

    /// <summary>
    /// Whether no sync ever computed a count, so that 0 desired replicas are none: the metrics or the target failed, or nobody has
    /// looked at it yet.
    /// </summary>
    public bool IsNeverComputed => DesiredReplicas == 0 && (Failure is not null || Condition(nameof(HpaConditionType.ScalingActive)) is null);

    /// <summary>The condition that says why nothing was computed; null where nothing failed.</summary>
    public RecordedCondition? Failure =>
        Conditions.FirstOrDefault(condition => condition is { Type: nameof(HpaConditionType.AbleToScale), Status: "False" })
        ?? Conditions.FirstOrDefault(condition => condition is { Type: nameof(HpaConditionType.ScalingActive), Status: "False" }
            && condition.Reason != nameof(HpaConditionReason.ScalingDisabled));

    /// <summary>The place of the metric that the condition names as the one that gave the count; null where it names none.</summary>
    public int? NamedMetric => Condition(nameof(HpaConditionType.ScalingActive)) is { Status: "True", Message: var message }
        && message.IndexOf(Calculated, StringComparison.Ordinal) is var start and >= 0
            ? Spec.Metrics.Select((metric, place) => (metric.Description, Place: (int?)place))
                .FirstOrDefault(metric => message[(start + Calculated.Length)..] == metric.Description).Place
            : null;

    /// <summary>Whether it scaled to 0 itself, and so may scale from there; null where the cluster does not tell (up to Kubernetes 1.36).</summary>
    public bool? IsScaledToZero => Condition(nameof(HpaConditionType.ScaledToZero)) is { } condition ? condition.Status == "True" : null;

    /// <summary>
    /// What the metrics may have answered. An average was rounded up to thousandths, so that the sum is a little uncertain; what the pods
    /// use is taken for all of them.
    /// </summary>
    /// <param name="greatest">Whether to take the greatest possible sum; else the least.</param>
    public IReadOnlyList<HeldMetric> Readings(bool greatest) =>
        [.. Spec.Metrics.Zip(ReportedMilli, (metric, reported) => Reading(metric, reported, greatest))];

    private RecordedCondition? Condition(string type) => Conditions.FirstOrDefault(condition => condition.Type == type);

    private HeldMetric Reading(MetricSource metric, long? reported, bool greatest)
    {
        if (reported is not { } milli)
        {
            return new HeldMetric(0, NoValue);
        }

        if (HeldMetric.IsOfPods(metric))
        {
            return HeldMetric.Of(metric, milli, CurrentReplicas);
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
