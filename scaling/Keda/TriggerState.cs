using KedaStack.Scaling.Keda.Semantics;
using KedaStack.Scaling.Keda.Triggers;

namespace KedaStack.Scaling.Keda;

/// <summary>What the polling loop takes from one trigger (pkg/scaling/scale_handler.go, getScalerState).</summary>
/// <param name="IsActive">Whether the trigger is active.</param>
/// <param name="IsError">Whether it is in error.</param>
public readonly record struct TriggerState(bool IsActive, bool IsError)
{
    /// <summary>The state of a trigger. On its fallback it is no error any more, and active since KEDA 2.19.</summary>
    /// <param name="trigger">The trigger.</param>
    /// <param name="reading">What the scaler said.</param>
    /// <param name="outcome">What was made of it; up to KEDA 2.18 the loop knows no fallback.</param>
    /// <param name="semantics">KEDA; null for <see cref="KedaSemantics.Default"/>.</param>
    public static TriggerState Of(
        ExternalMetricTrigger trigger, ScalerReading reading, in FallbackOutcome outcome, KedaSemantics? semantics = null)
    {
        var fallback = outcome.IsFallback && (semantics ?? KedaSemantics.Default).FallbackIsActive;
        var isSuppressed = outcome is { IsFallback: false, Error: null };
        return new TriggerState(
            fallback || (reading.Error is null && trigger.IsActive(reading.Value)),
            reading.Error is not null && !fallback && !isSuppressed);
    }

    /// <summary>The state of a ScaledObject: active or in error when any of its triggers is.</summary>
    /// <param name="other">Another trigger's state.</param>
    public TriggerState Or(TriggerState other) => new(IsActive || other.IsActive, IsError || other.IsError);
}
