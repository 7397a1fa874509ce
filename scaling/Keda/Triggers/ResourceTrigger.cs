using KedaStack.Scaling.Hpa.Spec;
using KedaStack.Scaling.Keda.Semantics;
using KedaStack.Scaling.Quantities;

namespace KedaStack.Scaling.Keda.Triggers;

/// <summary>
/// A cpu or memory trigger: the HPA reads it from the pods, and KEDA neither polls it nor has a fallback for it
/// (pkg/scalers/cpu_memory_scaler.go).
/// </summary>
public sealed record ResourceTrigger : Trigger
{
    /// <summary>The types of the triggers.</summary>
    public static IReadOnlyList<string> Types { get; } = ["cpu", "memory"];

    /// <summary>The resource: <c>cpu</c> or <c>memory</c>.</summary>
    public required string Resource { get; init; }

    /// <summary>The target: of a utilization the percent, else the average of the pods.</summary>
    public required MilliQuantity Value { get; init; }

    /// <summary>The container.</summary>
    /// <value>Null: all of the pod's.</value>
    public string? ContainerName { get; init; }

    /// <inheritdoc/>
    public override string Type => Resource;

    /// <inheritdoc/>
    public override string MetricName => Resource;

    /// <inheritdoc/>
    public override ResourceMetricSource ToMetric(string scaledObjectName, KedaSemantics? semantics = null) => new()
    {
        Name = Resource,
        TargetType = MetricType,
        Target = Value,
        Container = ContainerName,
    };
}
