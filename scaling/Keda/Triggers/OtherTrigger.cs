using KedaStack.Scaling.Keda.Semantics;
using KedaStack.Scaling.Quantities;

namespace KedaStack.Scaling.Keda.Triggers;

/// <summary>
/// A trigger of another scaler (kafka, redis, metrics-api ...): its parameters as they are written, its target, and a value that somebody
/// else has to say. The HPA's side is the same for all.
/// </summary>
public sealed record OtherTrigger : ExternalMetricTrigger
{
    /// <summary>The trigger's type, such as <c>kafka</c>.</summary>
    public required string ScalerType { get; init; }

    /// <summary>The parameters.</summary>
    public required IReadOnlyDictionary<string, string> Metadata { get; init; }

    /// <summary>The target per replica, in thousandths.</summary>
    public required MilliQuantity TargetValue { get; init; }

    /// <summary>The value above which it is active.</summary>
    public double Activation { get; init; }

    /// <summary>The parameters that hold target and activation value.</summary>
    /// <value>Null: the scaler is not known, and the target was given.</value>
    public ScalerTarget? Parameters { get; init; }

    /// <inheritdoc/>
    public override string Type => ScalerType;

    /// <inheritdoc/>
    public override double ActivationValue => Activation;

    /// <inheritdoc/>
    public override string TargetParameter => Parameters?.Key ?? "target";

    /// <inheritdoc/>
    public override string? ActivationParameter => Parameters?.ActivationKey;

    /// <summary>The type: what its scaler adds to it is not known here.</summary>
    protected override string ScalerMetricName => Normalize(ScalerType);

    /// <inheritdoc/>
    public override MilliQuantity Target(KedaSemantics semantics) => TargetValue;
}
