using KedaStack.Scaling.Hpa.Spec;
using KedaStack.Scaling.Keda.Semantics;

namespace KedaStack.Scaling.Keda.Triggers;

/// <summary>
/// A trigger as KEDA understood it: an <see cref="ExternalMetricTrigger"/>, whose value KEDA fetches, or a
/// <see cref="ResourceTrigger"/>, which the HPA reads from the pods.
/// </summary>
public abstract record Trigger
{
    private protected Trigger()
    {
    }

    /// <summary>The trigger's type, such as <c>cron</c>.</summary>
    public abstract string Type { get; }

    /// <summary>The trigger's place in the ScaledObject, from 0.</summary>
    public int TriggerIndex { get; init; }

    /// <summary>The trigger's own name, by which formulas call it.</summary>
    /// <value>Empty: none.</value>
    public string Name { get; init; } = "";

    /// <summary>What the HPA compares the target with.</summary>
    /// <value>The default is <see cref="MetricTargetType.AverageValue"/>.</value>
    public MetricTargetType MetricType { get; init; } = MetricTargetType.AverageValue;

    /// <summary>The metric's name on the HPA: <c>s0-prometheus</c>, <c>cpu</c>.</summary>
    public abstract string MetricName { get; }

    /// <summary>The metric of the HPA that KEDA makes.</summary>
    /// <param name="scaledObjectName">The ScaledObject's name, by which KEDA finds the metric again.</param>
    /// <param name="semantics">KEDA; null for <see cref="KedaSemantics.Default"/>.</param>
    public abstract MetricSource ToMetric(string scaledObjectName, KedaSemantics? semantics = null);
}
