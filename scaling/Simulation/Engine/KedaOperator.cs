using KedaStack.Scaling.Hpa.Readings;
using KedaStack.Scaling.Keda;
using KedaStack.Scaling.Keda.Loop;
using KedaStack.Scaling.Keda.Metrics;
using KedaStack.Scaling.Keda.Semantics;
using KedaStack.Scaling.Keda.Triggers;

namespace KedaStack.Scaling.Simulation.Engine;

/// <summary>KEDA: its polling loop, and its answers to the HPA with cache and fallback.</summary>
internal sealed class KedaOperator
{
    private readonly ScaledObjectMetrics _metrics;
    private readonly ScaleLoop _loop;
    private readonly long _created;

    /// <summary>Creates the operator of a ScaledObject that was never checked.</summary>
    /// <param name="scaledObject">The ScaledObject.</param>
    /// <param name="semantics">KEDA.</param>
    /// <param name="created">When it was made.</param>
    /// <param name="ask">Asks a trigger's source at a time.</param>
    public KedaOperator(
        ScaledObject scaledObject, KedaSemantics semantics, long created, Func<ExternalMetricTrigger, long, ScalerReading> ask)
        : this(new ScaledObjectMetrics(scaledObject, semantics, ask), new ScaleLoop(scaledObject, created), created)
    {
    }

    private KedaOperator(ScaledObjectMetrics metrics, ScaleLoop loop, long created) =>
        (_metrics, _loop, _created) = (metrics, loop, created);

    /// <summary>The operator after its ScaledObject was changed: its status, with the failures and the last activity, stays.</summary>
    /// <param name="scaledObject">The ScaledObject.</param>
    /// <param name="keepsRecords">Whether only annotations changed, so that what was stored and seen stays, too.</param>
    public KedaOperator With(ScaledObject scaledObject, bool keepsRecords = false) => new(
        _metrics.With(scaledObject, keepsRecords),
        new ScaleLoop(scaledObject, _created) { LastActiveMilliseconds = _loop.LastActiveMilliseconds },
        _created);

    /// <summary>Whether the next check takes what the HPA's requests saw instead of asking itself.</summary>
    /// <param name="isHpaActive">Whether the HPA's condition ScalingActive is True.</param>
    public bool TakesObservation(bool isHpaActive) => _metrics.TakesObservations(isHpaActive);

    /// <summary>One check of the polling loop.</summary>
    public ScaleDecision Poll(long now, int specReplicas, int readyPods, bool isHpaActive)
    {
        var state = _metrics.Poll(now, specReplicas, readyPods, isHpaActive);
        return _loop.Check(now, specReplicas, state.IsActive, state.IsError);
    }

    /// <summary>Whether the last answer to the HPA was the fallback's.</summary>
    public bool IsFallback => _metrics.IsFallback;

    /// <summary>The answer to the HPA.</summary>
    /// <param name="place">The place of the trigger among the external ones; 0 for a formula.</param>
    /// <param name="now">The time.</param>
    /// <param name="specReplicas">The target's desired replicas.</param>
    /// <param name="readyPods">Its Ready pods.</param>
    public MetricReading Request(int place, long now, int specReplicas, int readyPods) =>
        _metrics.Request(place, now, specReplicas, readyPods);
}
