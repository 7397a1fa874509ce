using KedaStack.Scaling.Hpa.Spec;
using KedaStack.Scaling.Keda.Semantics;
using KedaStack.Scaling.Quantities;

namespace KedaStack.Scaling.Keda.Triggers;

/// <summary>A trigger whose value KEDA fetches and gives to the HPA as an External metric.</summary>
public abstract record ExternalMetricTrigger : Trigger
{
    private protected ExternalMetricTrigger()
    {
    }

    /// <summary>Whether the HPA gets what the last poll saw; the HPA sees data up to a polling interval old then.</summary>
    /// <value>The default is false.</value>
    public bool UseCachedMetrics { get; init; }

    /// <summary>The value above which the trigger is active.</summary>
    /// <value>The default is 0.</value>
    public virtual double ActivationValue => 0;

    /// <summary>The target's parameter, such as <c>threshold</c>.</summary>
    public abstract string TargetParameter { get; }

    /// <summary>The activation value's parameter, such as <c>activationThreshold</c>.</summary>
    /// <value>Null: there is none.</value>
    public abstract string? ActivationParameter { get; }

    /// <inheritdoc/>
    public override string MetricName => FormattableString.Invariant($"s{TriggerIndex}-{ScalerMetricName}");

    /// <summary>The metric's name without the trigger's place.</summary>
    protected abstract string ScalerMetricName { get; }

    /// <summary>Whether a value makes the trigger active: strictly above the activation value; NaN never does.</summary>
    /// <param name="value">The value.</param>
    public virtual bool IsActive(double value) => value > ActivationValue;

    /// <summary>The target; what is not positive reads well, but the API server refuses the HPA made from it.</summary>
    /// <param name="semantics">KEDA.</param>
    public abstract MilliQuantity Target(KedaSemantics semantics);

    /// <inheritdoc/>
    public override ExternalMetricSource ToMetric(string scaledObjectName, KedaSemantics? semantics = null) => new()
    {
        Name = MetricName,
        TargetType = MetricType,
        Target = Target(semantics ?? KedaSemantics.Default),
        MatchLabels = [new("scaledobject.keda.sh/name", scaledObjectName)],
    };

    /// <summary>A metric's name with the characters replaced that the API does not take (pkg/util/normalize_string.go).</summary>
    /// <param name="name">The name.</param>
    private protected static string Normalize(string name) =>
        string.Concat(name.Select(character => character is '/' or '.' or ':' or '%' or '(' or ')' ? '-' : character));
}
