using KedaStack.Scaling.Hpa.Readings;
using KedaStack.Scaling.Hpa.Spec;

namespace KedaStack.Scaling.Hpa.Proposals;

/// <summary>What one metric proposes, with every number that led there.</summary>
public readonly record struct MetricProposal
{
    // The error or what the pods' own metrics have besides, as almost no proposal has either: this is copied at each sync.
    private readonly object? _other;

    /// <summary>The place of the metric in the HPA's list.</summary>
    public int Metric { get; init; }

    /// <summary>Why the metric proposes nothing; null when it does.</summary>
    public string? Error
    {
        get => _other is null ? null : _other as string ?? OfPods?.Error;
        init => _other = OfPods is { } pods ? pods with { Error = value } : value;
    }

    /// <summary>What the target is compared with.</summary>
    public MetricTargetType TargetType { get; init; }

    /// <summary>The sum of the returned values, in thousandths; of the pods' own metrics the average, of a utilization the whole percent.</summary>
    public long UsageMilli { get; init; }

    /// <summary>The target, in thousandths.</summary>
    public long TargetMilli { get; init; }

    /// <summary>The pods of the formula: created ones for AverageValue, Ready ones for Value and for the pods' own metrics.</summary>
    public int Pods { get; init; }

    /// <summary>The usage divided by what the target allows.</summary>
    public double Ratio { get; init; }

    /// <summary>The tolerances that the ratio was compared with.</summary>
    public Tolerances Tolerances { get; init; }

    /// <summary>Whether the ratio was within tolerance.</summary>
    public bool WithinTolerance { get; init; }

    /// <summary>The proposed replicas, not limited by anything.</summary>
    public int Replicas { get; init; }

    /// <summary>More of a Resource, ContainerResource or Pods metric; null for the others, whose proposals stay small so.</summary>
    internal PodsProposal? OfPods
    {
        get => _other as PodsProposal;
        init => _other = value;
    }

    /// <summary>The pods of a Resource, ContainerResource or Pods metric; null for the others.</summary>
    public PodsReading? PerPod => OfPods?.Pods;

    /// <summary>The average usage of those pods in thousandths, which a utilization's status shows as well.</summary>
    public long AverageMilli => OfPods?.AverageMilli ?? 0;

    /// <summary>The ratio once more, with the pods that were left out at first; null when that was not needed.</summary>
    public double? RatioOfAll => OfPods?.RatioOfAll;

    /// <summary>The pods of that second ratio.</summary>
    public int CountedPods => OfPods?.CountedPods ?? 0;

    /// <summary>What the HPA's status shows as the current value, in thousandths; of a utilization in percent.</summary>
    public long ReportedMilli => TargetType == MetricTargetType.AverageValue && PerPod is null
        ? ReplicaCalculator.PerPod(UsageMilli, Pods)
        : UsageMilli;
}

/// <summary>What the proposal of a metric of the pods has besides.</summary>
internal sealed record PodsProposal
{
    /// <summary>The pods.</summary>
    public required PodsReading Pods { get; init; }

    /// <summary>Why they propose nothing; null when they do.</summary>
    public string? Error { get; init; }

    /// <summary>Their average usage in thousandths.</summary>
    public long AverageMilli { get; init; }

    /// <summary>The ratio once more, with the pods that were left out at first; null when that was not needed.</summary>
    public double? RatioOfAll { get; init; }

    /// <summary>The pods of that second ratio.</summary>
    public int CountedPods { get; init; }
}
