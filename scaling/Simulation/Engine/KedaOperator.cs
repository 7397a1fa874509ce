using KedaStack.Scaling.Hpa.Readings;
using KedaStack.Scaling.Hpa.Spec;
using KedaStack.Scaling.Keda;
using KedaStack.Scaling.Keda.Loop;
using KedaStack.Scaling.Keda.Semantics;
using KedaStack.Scaling.Keda.Triggers;

namespace KedaStack.Scaling.Simulation.Engine;

/// <summary>KEDA: its polling loop, and its answers to the HPA with cache and fallback.</summary>
internal sealed class KedaOperator
{
    private readonly KedaSemantics _semantics;
    private readonly PrometheusTrigger _trigger;
    private readonly MetricSource _metric;
    private readonly Func<PrometheusTrigger, long, ScalerReading> _ask;
    private readonly FallbackCounter _failures;
    private readonly ScaleLoop _loop;
    private readonly MetricReading _error;
    private readonly long _created;
    private readonly bool _takesObservations;
    private ScalerReading? _stored;
    private TriggerState? _observed;

    /// <summary>Creates the operator of a ScaledObject that was never checked.</summary>
    /// <param name="scaledObject">The ScaledObject.</param>
    /// <param name="metric">The metric of its HPA.</param>
    /// <param name="semantics">KEDA.</param>
    /// <param name="created">When it was made.</param>
    /// <param name="ask">Asks the trigger's source at a time.</param>
    public KedaOperator(
        ScaledObject scaledObject,
        MetricSource metric,
        KedaSemantics semantics,
        long created,
        Func<PrometheusTrigger, long, ScalerReading> ask)
    {
        (_trigger, _metric) = (scaledObject.PrometheusTrigger, metric);
        (_semantics, _created, _ask) = (semantics, created, ask);
        _failures = new FallbackCounter(scaledObject.Fallback);
        _loop = new ScaleLoop(scaledObject, created);
        _error = KedaMetricsServer.Error(metric.Name);
        _takesObservations = ScaleLoop.TakesObservations(scaledObject, semantics);
    }

    /// <summary>
    /// The operator after its ScaledObject was changed: its status, with the failures and the last activity, stays; what it
    /// stored and saw goes (recorded: hands-max of 1.37 asks Prometheus itself at 500.06 s and 1,100.2 s).
    /// </summary>
    /// <param name="scaledObject">The ScaledObject.</param>
    /// <param name="metric">The metric of its HPA.</param>
    /// <param name="keepsRecords">Whether only annotations changed, so that what was stored and seen stays.</param>
    public KedaOperator With(ScaledObject scaledObject, MetricSource metric, bool keepsRecords = false)
    {
        var changed = new KedaOperator(scaledObject, metric, _semantics, _created, _ask);
        changed._failures.Failures = _failures.Failures;
        changed._loop.LastActiveMilliseconds = _loop.LastActiveMilliseconds;
        if (keepsRecords)
        {
            (changed._stored, changed._observed) = (_stored, _observed);
        }

        return changed;
    }

    /// <summary>Whether the next check takes what the HPA's requests saw instead of asking itself.</summary>
    /// <param name="isHpaActive">Whether the HPA's condition ScalingActive is True.</param>
    public bool TakesObservation(bool isHpaActive) => _takesObservations && isHpaActive && _observed is not null;

    /// <summary>One check of the polling loop.</summary>
    public ScaleDecision Poll(long now, int specReplicas, int readyPods, bool isHpaActive)
    {
        var state = TakesObservation(isHpaActive) ? _observed!.Value : Check(now, specReplicas, readyPods);
        return _loop.Check(now, specReplicas, state.IsActive, state.IsError);
    }

    /// <summary>Whether the last answer to the HPA was the fallback's.</summary>
    public bool IsFallback { get; private set; }

    /// <summary>The answer to the HPA.</summary>
    public MetricReading Request(long now, int specReplicas, int readyPods)
    {
        var reading = _stored ?? Ask(now);
        var outcome = _failures.Report(reading, _metric, specReplicas, readyPods, _semantics);
        IsFallback = outcome.IsFallback;
        _observed = TriggerState.Of(_trigger, reading, outcome, _semantics);
        if (outcome.Value is { } value)
        {
            return MetricReading.Of(value.Milli);
        }

        if (!_semantics.KeepsRecords)
        {
            _stored = null;
        }

        return _error;
    }

    private TriggerState Check(long now, int specReplicas, int readyPods)
    {
        var reading = Ask(now);
        var outcome = _semantics.PollingCountsFailures
            ? _failures.Report(reading, _metric, specReplicas, readyPods, _semantics)
            : new FallbackOutcome(null, false, reading.Error);
        if (_trigger.UseCachedMetrics)
        {
            _stored = outcome is { IsFallback: true, Value: { } value } ? ScalerReading.Of(value.ToDouble()) : reading;
        }

        return TriggerState.Of(_trigger, reading, outcome, _semantics);
    }

    private ScalerReading Ask(long now) => _ask(_trigger, now);
}
