using KedaStack.Scaling.Hpa.Semantics;
using KedaStack.Scaling.Hpa.Spec;

namespace KedaStack.Scaling.Hpa.Proposals;

/// <summary>The tolerances of one HPA: how far the usage ratio may be from 1 without a new proposal.</summary>
/// <param name="ScaleDown">Below 1; 0 to 1.</param>
/// <param name="ScaleUp">Above 1; 0 or more.</param>
/// <param name="Form">The comparison. <see cref="ToleranceForm.AbsoluteDifference"/> takes <paramref name="ScaleUp"/>
/// for both directions.</param>
public readonly record struct Tolerances(double ScaleDown, double ScaleUp, ToleranceForm Form = ToleranceForm.Interval)
{
    /// <summary>Whether a ratio is within tolerance; the ends count, NaN and infinity never do.</summary>
    public bool IsWithin(double usageRatio) => Form switch
    {
        ToleranceForm.Interval => (1.0 - ScaleDown) <= usageRatio && usageRatio <= (1.0 + ScaleUp),
        ToleranceForm.AbsoluteDifference => Math.Abs(1.0 - usageRatio) <= ScaleUp,
        _ => throw new InvalidOperationException($"The tolerance form {Form} is none of the enumeration."),
    };

    /// <summary>
    /// The tolerances of an HPA: the controller's, or what its behavior says where the cluster allows that
    /// (horizontal.go, tolerancesForHpa).
    /// </summary>
    public static Tolerances For(HorizontalPodAutoscalerBehavior? behavior, HpaSemantics semantics)
    {
        var up = semantics.ConfigurableTolerance ? behavior?.ScaleUp?.Tolerance : null;
        var down = semantics.ConfigurableTolerance ? behavior?.ScaleDown?.Tolerance : null;
        return new Tolerances(
            down is { } low ? AsGoReadsIt(low) : semantics.Tolerance,
            up is { } high ? AsGoReadsIt(high) : semantics.Tolerance,
            semantics.ToleranceForm);
    }

    /// <summary>Quantity.AsApproximateFloat64 of the canonical form: a whole number times a power of a thousand.</summary>
    private static double AsGoReadsIt(decimal value)
    {
        var mantissa = value;
        var scale = 1.0;
        foreach (var next in (ReadOnlySpan<double>)[1e-3, 1e-6, 1e-9])
        {
            if (mantissa == decimal.Truncate(mantissa))
            {
                break;
            }

            mantissa *= 1000m;
            scale = next;
        }

        return (double)mantissa * scale;
    }
}
