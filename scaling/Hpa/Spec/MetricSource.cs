using KedaStack.Scaling.Hpa.Conditions;
using KedaStack.Scaling.Quantities;

namespace KedaStack.Scaling.Hpa.Spec;

/// <summary>
/// A metric of an HPA (autoscaling/v2 MetricSpec): <see cref="ExternalMetricSource"/>, <see cref="ResourceMetricSource"/>,
/// <see cref="ObjectMetricSource"/> or <see cref="PodsMetricSource"/>.
/// </summary>
public abstract record MetricSource
{
    private protected MetricSource()
    {
    }

    /// <summary>The metric's name, of a resource its own: <c>s0-prometheus</c>, <c>cpu</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What the target is compared with.</summary>
    /// <value>The default is <see cref="MetricTargetType.AverageValue"/>.</value>
    public MetricTargetType TargetType { get; init; } = MetricTargetType.AverageValue;

    /// <summary>The target, above 0; of <see cref="MetricTargetType.Utilization"/> a whole number of percent.</summary>
    public required MilliQuantity Target { get; init; }

    /// <summary>How the HPA names the metric in conditions and events: <c>cpu resource utilization (percentage of request)</c>.</summary>
    public abstract string Description { get; }

    /// <summary>The type as the API writes it: <c>External</c>, <c>Resource</c>, <c>ContainerResource</c>, <c>Object</c> or <c>Pods</c>.</summary>
    public abstract string Type { get; }

    /// <summary>The reason of ScalingActive when the metric fails.</summary>
    public abstract HpaConditionReason FailedReason { get; }

    /// <summary>The controller's words around the error of a metric that could not be read or used.</summary>
    /// <param name="targetNamespace">The HPA's namespace.</param>
    /// <param name="error">The error of the reading or of the proposal.</param>
    internal abstract string Failure(string targetNamespace, string error);

    /// <summary>The field of the MetricSpec that holds the metric: <c>containerResource</c>.</summary>
    internal string Field => char.ToLowerInvariant(Type[0]) + Type[1..];
}
