using KedaStack.Scaling.Hpa.Spec;
using KedaStack.Scaling.Keda.Semantics;
using KedaStack.Scaling.Keda.Triggers;
using KedaStack.Scaling.Quantities;

namespace KedaStack.Scaling.Keda;

/// <summary>
/// The failures of one metric in a row, and what KEDA reports instead of an error once there are too many
/// (https://github.com/kedacore/keda/blob/v2.20.2/pkg/fallback/fallback.go, GetMetricsWithFallback, doFallback).
/// </summary>
/// <param name="fallback">The ScaledObject's fallback; null for none, and then nothing is counted.</param>
public sealed class FallbackCounter(Fallback? fallback)
{
    private const string CannotFallBack = "error performing fallback";

    // A formula takes it for nil.
    private static readonly MilliQuantity _nothing = new(-1000);

    /// <summary>The failures in a row.</summary>
    public int Failures { get; set; }

    /// <summary>Whether the last request failed.</summary>
    public bool IsFailing { get; private set; }

    /// <summary>Whether the failures exceed the threshold: the ScaledObject's condition Fallback.</summary>
    public bool IsExceeded => IsValid && IsFailing && Failures > fallback!.FailureThreshold;

    private bool IsValid => fallback is { FailureThreshold: >= 0, Replicas: >= 0 };

    /// <summary>
    /// Counts one request and says what is reported. Up to KEDA 2.18 call it for the HPA's requests only
    /// (<see cref="KedaSemantics.PollingCountsFailures"/>). With useCachedMetrics the HPA's request passes through here
    /// once more with what the poll stored: a stored error counts again, a stored fallback counts as a success.
    /// </summary>
    /// <param name="reading">What the scaler said.</param>
    /// <param name="metric">The metric of the HPA: its target and whether it is an average.</param>
    /// <param name="currentReplicas">The target's desired replicas.</param>
    /// <param name="readyPods">The target's pods that are running and Ready; only Value targets use them.</param>
    /// <param name="semantics">KEDA; null for <see cref="KedaSemantics.Default"/>.</param>
    public FallbackOutcome Report(
        ScalerReading reading, MetricSource metric, int currentReplicas, int readyPods, KedaSemantics? semantics = null)
    {
        if (reading.Error is not null)
        {
            return Fail(reading.Error, metric, currentReplicas, readyPods);
        }

        Succeed();
        return new FallbackOutcome(
            KedaQuantity.FromValue(reading.Value, (semantics ?? KedaSemantics.Default).Conversion), false, null);
    }

    /// <summary>Counts a request that succeeded.</summary>
    internal void Succeed()
    {
        if (IsValid)
        {
            (Failures, IsFailing) = (0, false);
        }
    }

    private FallbackOutcome Fail(string error, MetricSource metric, int currentReplicas, int readyPods)
    {
        if (!IsValid)
        {
            return new FallbackOutcome(null, false, error);
        }

        Failures++;
        IsFailing = true;
        if (Failures <= fallback!.FailureThreshold)
        {
            return new FallbackOutcome(null, false, error);
        }

        if (fallback.Behavior == FallbackBehavior.ScalingModifiers)
        {
            return new FallbackOutcome(_nothing, false, null);
        }

        return Value(metric, Replicas(fallback, currentReplicas), readyPods) is { } value
            ? new FallbackOutcome(value, true, null)
            : new FallbackOutcome(null, false, CannotFallBack);
    }

    /// <summary>The replicas that a fallback asks for.</summary>
    /// <param name="fallback">The fallback.</param>
    /// <param name="currentReplicas">The target's desired replicas.</param>
    public static int Replicas(Fallback fallback, int currentReplicas) => fallback.Behavior switch
    {
        FallbackBehavior.Static => fallback.Replicas,
        FallbackBehavior.CurrentReplicas => currentReplicas,
        FallbackBehavior.CurrentReplicasIfHigher => Math.Max(currentReplicas, fallback.Replicas),
        FallbackBehavior.CurrentReplicasIfLower => Math.Min(currentReplicas, fallback.Replicas),
        _ => throw new ArgumentOutOfRangeException(nameof(fallback), fallback, "The behavior must be one of the enumeration."),
    };

    // A Value target is scaled by the Ready pods, so it needs at least one.
    private static MilliQuantity? Value(MetricSource metric, double replicas, int readyPods)
    {
        var average = metric.TargetType == MetricTargetType.AverageValue;
        return average || readyPods > 0
            ? new MilliQuantity((long)(metric.Target.ToDouble() * 1000 * (average ? replicas : replicas / readyPods)))
            : null;
    }
}
