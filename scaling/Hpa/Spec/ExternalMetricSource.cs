using KedaStack.Scaling.Hpa.Conditions;
using KedaStack.Scaling.Hpa.Proposals;

namespace KedaStack.Scaling.Hpa.Spec;

/// <summary>An External metric of an HPA (autoscaling/v2 ExternalMetricSource); KEDA's are <c>s0-prometheus</c>, <c>s1-prometheus</c>, ...</summary>
public sealed record ExternalMetricSource : MetricSource
{
    /// <summary>The labels that select the metric; KEDA sets <c>scaledobject.keda.sh/name</c>.</summary>
    /// <value>The default is none.</value>
    public IReadOnlyList<KeyValuePair<string, string>> MatchLabels { get; init; } = [];

    /// <summary>The selector as the HPA's messages print it.</summary>
    public string SelectorText => LabelSelectorText.Of(MatchLabels);

    /// <inheritdoc/>
    public override string Description => $"external metric {Name}({SelectorText})";

    /// <inheritdoc/>
    public override string Type => "External";

    /// <inheritdoc/>
    public override HpaConditionReason FailedReason => HpaConditionReason.FailedGetExternalMetric;

    // The count of ready pods is no part of reading the metric, so its error is not wrapped.
    internal override string Failure(string targetNamespace, string error) => error == ReplicaCalculator.NoReadyPods
        ? error
        : $"unable to get external metric {targetNamespace}/{Name}/{SelectorText}: {error}";
}
