using KedaStack.Scaling.Explain.Answers;
using KedaStack.Scaling.Explain.Edges;
using KedaStack.Scaling.Hpa.Spec;

namespace KedaStack.Scaling.Explain.Metrics;

/// <summary>One trigger of a ScaledObject, one metric of a recorded HPA, or a formula: what it proposes, and what would change that.</summary>
public sealed record ExplainedMetric
{
    /// <summary>How the user calls it; of a recorded HPA the metric's name.</summary>
    public required string Name { get; init; }

    /// <summary>The HPA's metric.</summary>
    /// <value>Null: a trigger whose value only a formula takes.</value>
    public MetricSource? Metric { get; init; }

    /// <summary>The trigger's answer.</summary>
    /// <value>Null: a recorded metric, or a formula.</value>
    public TriggerAnswer? Answer { get; init; }

    /// <summary>The value in thousandths, of pods as the column TARGETS shows it; null where there is none.</summary>
    public long? ValueMilli { get; init; }

    /// <summary>Why there is no value; null when there is one.</summary>
    public string? Error { get; init; }

    /// <summary>Whether the values are whole percents.</summary>
    public bool IsPercent => Metric?.TargetType == MetricTargetType.Utilization;

    /// <summary>Whether KEDA counts it as active; null for what KEDA does not ask.</summary>
    public bool? IsActive { get; init; }

    /// <summary>What it proposes at the first sync that asks the metrics; null when none does, or it has no value.</summary>
    public int? Proposal { get; init; }

    /// <summary>Whether that proposal is no change only because the value is near enough to the target.</summary>
    public bool IsWithinTolerance { get; init; }

    /// <summary>Whether the HPA takes its proposal at that sync.</summary>
    public bool Wins { get; init; }

    /// <summary>Whether the HPA takes its proposal in the end.</summary>
    public bool WinsInTheEnd { get; init; }

    /// <summary>The least value that settles at more replicas, all others as they are; null when none does.</summary>
    public ValueEdge? More { get; init; }

    /// <summary>The greatest value that settles at fewer; null likewise.</summary>
    public ValueEdge? Less { get; init; }

    /// <summary>How far its value may move once the count has settled; null without a value.</summary>
    public RestingCount? AtRest { get; init; }

    /// <summary>What happens when a cron trigger's window opens or closes next, all others as they are; null where that is not known.</summary>
    public WindowChange? Change { get; init; }
}
