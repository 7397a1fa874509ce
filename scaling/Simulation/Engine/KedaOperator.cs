using KedaStack.Scaling.Hpa;
using KedaStack.Scaling.Keda;
using KedaStack.Scaling.Keda.Triggers;
using KedaStack.Scaling.Prometheus;

namespace KedaStack.Scaling.Simulation.Engine;

/// <summary>KEDA: its polling loop, and its answers to the HPA with cache and fallback.</summary>
internal sealed class KedaOperator
{
    private const int ServiceUnavailable = 503;

    private readonly KedaSemantics _semantics;
    private readonly PrometheusTrigger _trigger;
    private readonly MetricSource _metric;
    private readonly MetricStore _metrics;
    private readonly DisturbanceSchedule _schedule;
    private readonly FallbackCounter _failures;
    private readonly ScaleLoop _loop;
    private readonly ScalerReading _outage;
    private readonly MetricReading _error;
    private readonly bool _takesObservations;
    private ScalerReading? _stored;
    private TriggerState _observed;

    public KedaOperator(
        SimulationScenario scenario,
        ScaledObject scaledObject,
        MetricSource metric,
        MetricStore metrics,
        DisturbanceSchedule schedule)
    {
        var semantics = scenario.Semantics.Keda;
        (_trigger, _metric, _semantics, _metrics, _schedule) = (scaledObject.PrometheusTrigger, metric, semantics, metrics, schedule);
        _failures = new FallbackCounter(scaledObject.Fallback);
        _loop = new ScaleLoop(scaledObject, scenario.AutoscaledFrom.WholeMilliseconds());
        _outage = PrometheusScaler.Read(InstantQueryResponse.Failed(ServiceUnavailable), _trigger, semantics);
        _error = KedaMetricsServer.Error(metric.Name);
        _takesObservations = ScaleLoop.TakesObservations(scaledObject, semantics);
    }

    /// <summary>One check of the polling loop.</summary>
    public ScaleDecision Poll(long now, int specReplicas, int readyPods, bool isHpaActive)
    {
        var state = _takesObservations && isHpaActive ? _observed : Check(now, specReplicas, readyPods);
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

    private ScalerReading Ask(long now) =>
        _schedule.QueriesFail ? _outage : PrometheusScaler.Read(_metrics.Query(now), _trigger, _semantics);
}
