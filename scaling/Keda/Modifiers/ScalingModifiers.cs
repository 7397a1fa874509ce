using System.Globalization;
using KedaStack.Scaling.Go;
using KedaStack.Scaling.Hpa.Spec;
using KedaStack.Scaling.Quantities;

namespace KedaStack.Scaling.Keda.Modifiers;

/// <summary>
/// <c>advanced.scalingModifiers</c>: a formula makes one External metric of all external triggers
/// (apis/keda/v1alpha1/scaledobject_types.go, pkg/scaling/modifiers/formula.go).
/// </summary>
public sealed record ScalingModifiers
{
    /// <summary>The metric's name on the HPA.</summary>
    public const string MetricName = "composite-metric";

    /// <summary>The formula.</summary>
    public required Formula Formula { get; init; }

    /// <summary>The target; above 0.</summary>
    public required double Target { get; init; }

    /// <summary>The value above which the ScaledObject is active; the triggers' own do not count.</summary>
    /// <value>The default is 0.</value>
    public double ActivationTarget { get; init; }

    /// <summary>What the HPA compares the target with.</summary>
    /// <value>The default is <see cref="MetricTargetType.AverageValue"/>.</value>
    public MetricTargetType MetricType { get; init; } = MetricTargetType.AverageValue;

    /// <summary>Whether a fallback works: only with a target that is written as a whole number (pkg/fallback, HasValidFallback).</summary>
    public required bool AllowsFallback { get; init; }

    /// <summary>The metric of the HPA.</summary>
    /// <param name="scaledObjectName">The ScaledObject's name.</param>
    public ExternalMetricSource ToMetric(string scaledObjectName) => new()
    {
        Name = MetricName,
        TargetType = MetricType,
        Target = KedaQuantity.FromValue(Target, MilliConversion.Truncated),
        MatchLabels = [new("scaledobject.keda.sh/name", scaledObjectName)],
    };

    /// <summary>
    /// The value for the HPA. A formula that says nil gives the fallback's replicas; one whose values do not fit gives none, and so does
    /// nil without a fallback (calculateScalingModifiersFormula).
    /// </summary>
    /// <param name="values">The triggers' values; null for one that failed.</param>
    /// <param name="fallbackReplicas">The replicas of the ScaledObject's fallback; null without one.</param>
    public MilliQuantity? Value(IReadOnlyDictionary<string, double?> values, int? fallbackReplicas)
    {
        try
        {
            return (Formula.Evaluate(values) ?? (fallbackReplicas * Target)) is { } value ? Quantity(value) : null;
        }
        catch (FormulaException)
        {
            return null;
        }
    }

    /// <summary>The value for the HPA, cut to thousandths.</summary>
    /// <param name="value">What the formula gives.</param>
    public static MilliQuantity Quantity(double value) => KedaQuantity.FromValue(value, MilliConversion.Truncated);

    /// <summary>Reads scalingModifiers as KEDA does (ValidateAndCompileScalingModifiers).</summary>
    /// <param name="formula">The formula; empty for none.</param>
    /// <param name="target">The target.</param>
    /// <param name="activationTarget">The activation target.</param>
    /// <param name="metricType">The metric type.</param>
    /// <param name="triggers">The names of the external triggers.</param>
    /// <param name="error">What is wrong; null when nothing is.</param>
    public static ScalingModifiers? Read(
        string formula, string target, string activationTarget, string metricType, IReadOnlyCollection<string> triggers, out string? error)
    {
        const string OfFormula = "error validating formula in ScalingModifiers\n";
        const string OfTarget = "error validating target in ScalingModifiers\n";
        if (formula.Length == 0)
        {
            error = "error ScalingModifiers.Formula is mandatory";
            return null;
        }

        if (target.Length == 0)
        {
            error = OfFormula + "formula is given but target is empty";
            return null;
        }

        if (Formula.Parse(formula, triggers, out error) is not { } parsed)
        {
            error = OfFormula + error;
            return null;
        }

        var number = GoParse.Float(target, out var targetError);
        error = targetError is not null ? OfTarget + "error converting target for scalingModifiers (string->float) to valid target: " + targetError
            : number <= 0 ? OfTarget + "error converting target for scalingModifiers (string->float) to valid target: %!w(<nil>)"
            : metricType == nameof(MetricTargetType.Utilization)
                ? OfTarget + "error trigger type is Utilization, but it needs to be AverageValue or Value for external metrics"
            : null;
        var activation = activationTarget.Length == 0 || error is not null ? 0 : GoParse.Float(activationTarget, out error);
        return error is not null ? null : new ScalingModifiers
        {
            Formula = parsed,
            Target = number,
            ActivationTarget = activation,
            MetricType = metricType == nameof(MetricTargetType.Value) ? MetricTargetType.Value : MetricTargetType.AverageValue,
            AllowsFallback = long.TryParse(target, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) && whole > 0,
        };
    }
}
