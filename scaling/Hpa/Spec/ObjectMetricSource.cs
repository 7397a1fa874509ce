using KedaStack.Scaling.Hpa.Conditions;
using KedaStack.Scaling.Hpa.Proposals;

namespace KedaStack.Scaling.Hpa.Spec;

/// <summary>An Object metric of an HPA: one value of another object (autoscaling/v2 ObjectMetricSource).</summary>
public sealed record ObjectMetricSource : MetricSource
{
    /// <summary>The controller's words where the field that the target's type names is not set (horizontal.go, computeStatusForObjectMetric).</summary>
    public const string NoTarget = "invalid object metric source: neither a value target nor an average value target was set";

    /// <summary>The kind of the object, such as <c>Ingress</c>.</summary>
    public required string ObjectKind { get; init; }

    /// <summary>The object's name.</summary>
    public string ObjectName { get; init; } = "";

    /// <summary>The labels that select the metric.</summary>
    /// <value>The default is none.</value>
    public IReadOnlyList<KeyValuePair<string, string>> MatchLabels { get; init; } = [];

    /// <summary>How the HPA names the metric; one with an average it calls external.</summary>
    public override string Description => TargetType == MetricTargetType.Value
        ? $"{ObjectKind} metric {Name}"
        : $"external metric {Name}({(MatchLabels.Count == 0 ? "nil" : LabelSelectorText.Of(MatchLabels))})";

    /// <inheritdoc/>
    public override string Type => "Object";

    /// <inheritdoc/>
    public override HpaConditionReason FailedReason => HpaConditionReason.FailedGetObjectMetric;

    internal override string Failure(string targetNamespace, string error) => error == ReplicaCalculator.NoReadyPods
        ? error
        : $"unable to get metric {Name} on {ObjectKind} {targetNamespace}/{ObjectName}: {error}";
}
