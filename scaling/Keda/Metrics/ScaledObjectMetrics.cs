using KedaStack.Scaling.Hpa.Readings;
using KedaStack.Scaling.Keda.Loop;
using KedaStack.Scaling.Keda.Semantics;
using KedaStack.Scaling.Keda.Triggers;
using KedaStack.Scaling.Quantities;

namespace KedaStack.Scaling.Keda.Metrics;

/// <summary>
/// KEDA's metrics of one ScaledObject with any triggers: what its polls see, and what the HPA gets
/// (https://github.com/kedacore/keda/blob/v2.20.2/pkg/scaling/scale_handler.go, getScaledObjectState, GetScaledObjectMetrics).
/// </summary>
public sealed class ScaledObjectMetrics
{
    private readonly ScaledObject _scaledObject;
    private readonly Modifiers.ScalingModifiers? _modifiers;
    private readonly KedaSemantics _semantics;
    private readonly Func<ExternalMetricTrigger, long, ScalerReading> _ask;
    private readonly TriggerMetric[] _metrics;
    private readonly FallbackOutcome[] _outcomes;
    private readonly bool _takesObservations;

    /// <summary>Creates the metrics of a ScaledObject that was never polled.</summary>
    /// <param name="scaledObject">The ScaledObject.</param>
    /// <param name="semantics">KEDA.</param>
    /// <param name="ask">Asks an external trigger's source at a time.</param>
    public ScaledObjectMetrics(ScaledObject scaledObject, KedaSemantics semantics, Func<ExternalMetricTrigger, long, ScalerReading> ask)
    {
        (_scaledObject, _modifiers, _semantics, _ask) = (scaledObject, scaledObject.Modifiers, semantics, ask);
        var fallback = scaledObject.Modifiers is { AllowsFallback: false } ? null : scaledObject.Fallback;
        _metrics =
        [
            .. scaledObject.Triggers.OfType<ExternalMetricTrigger>().Select(trigger => new TriggerMetric(
                trigger, scaledObject.Modifiers?.ToMetric(scaledObject.Name) ?? trigger.ToMetric(scaledObject.Name, semantics), fallback)),
        ];
        _outcomes = new FallbackOutcome[_metrics.Length];
        _takesObservations = ScaleLoop.TakesObservations(scaledObject, semantics);
    }

    /// <summary>
    /// The metrics after the ScaledObject was changed: its status, with the failures, stays; what was stored and seen goes
    /// (recorded: hands-max of 1.37 asks Prometheus itself at 500.06 s and 1,100.2 s).
    /// </summary>
    /// <param name="scaledObject">The ScaledObject.</param>
    /// <param name="keepsRecords">Whether only annotations changed, so that what was stored and seen stays.</param>
    public ScaledObjectMetrics With(ScaledObject scaledObject, bool keepsRecords)
    {
        var changed = new ScaledObjectMetrics(scaledObject, _semantics, _ask);
        foreach (var metric in changed._metrics)
        {
            if (Array.Find(_metrics, before => before.Name == metric.Name) is { } before)
            {
                metric.Failures.Failures = before.Failures.Failures;
                (metric.Stored, metric.Observed) = keepsRecords ? (before.Stored, before.Observed) : (null, null);
            }
        }

        return changed;
    }

    /// <summary>Whether the last answer to the HPA was a fallback's.</summary>
    public bool IsFallback { get; private set; }

    /// <summary>The failures in a row that count towards the fallback; 0 without one.</summary>
    /// <param name="trigger">The trigger.</param>
    public int Failures(ExternalMetricTrigger trigger) => Find(trigger.MetricName).Failures.Failures;

    /// <summary>Whether the next poll takes what the HPA's requests saw instead of asking the sources itself.</summary>
    /// <param name="isHpaActive">Whether the HPA's condition ScalingActive is True.</param>
    public bool TakesObservations(bool isHpaActive) =>
        _takesObservations && isHpaActive && Array.TrueForAll(_metrics, metric => metric.Observed is not null);

    /// <summary>One poll: whether the ScaledObject is active, and whether it is in error.</summary>
    /// <param name="now">The time.</param>
    /// <param name="replicas">The target's desired replicas.</param>
    /// <param name="readyPods">Its pods that are running and Ready.</param>
    /// <param name="isHpaActive">Whether the HPA's condition ScalingActive is True.</param>
    public TriggerState Poll(long now, int replicas, int readyPods, bool isHpaActive)
    {
        var state = default(TriggerState);
        if (TakesObservations(isHpaActive))
        {
            foreach (var metric in _metrics)
            {
                state = state.Or(metric.Observed!.Value);
            }

            return state;
        }

        for (var i = 0; i < _metrics.Length; i++)
        {
            var reading = _ask(_metrics[i].Trigger, now);
            _outcomes[i] = _semantics.PollingCountsFailures
                ? _metrics[i].Report(reading, replicas, readyPods, _semantics)
                : TriggerMetric.Uncounted(reading, _semantics);
            if (_metrics[i].Trigger.UseCachedMetrics)
            {
                _metrics[i].Store(reading, _outcomes[i]);
            }

            state = state.Or(TriggerState.Of(_metrics[i].Trigger, reading, _outcomes[i], _semantics));
        }

        return _scaledObject switch
        {
            // cpu and memory take no part, unless there is nothing else.
            _ when _metrics.Length == 0 => new TriggerState(IsActive: true, IsError: false),
            { Modifiers: { } modifiers } => new TriggerState(
                !state.IsError && Composite(modifiers) is { } value && value.ToDouble() > modifiers.ActivationTarget, state.IsError),
            _ => state,
        };
    }

    /// <summary>What the HPA gets.</summary>
    /// <param name="metricName">The metric that it asks for.</param>
    /// <param name="now">The time.</param>
    /// <param name="replicas">The target's desired replicas.</param>
    /// <param name="readyPods">Its pods that are running and Ready.</param>
    public MetricReading Request(string metricName, long now, int replicas, int readyPods) =>
        Request(_modifiers is null ? Array.IndexOf(_metrics, Find(metricName)) : 0, now, replicas, readyPods);

    /// <summary>What the HPA gets.</summary>
    /// <param name="place">The place of the trigger among the external ones; 0 for a formula.</param>
    /// <param name="now">The time.</param>
    /// <param name="replicas">The target's desired replicas.</param>
    /// <param name="readyPods">Its pods that are running and Ready.</param>
    internal MetricReading Request(int place, long now, int replicas, int readyPods)
    {
        if (_modifiers is { } modifiers)
        {
            return Request(modifiers, now, replicas, readyPods);
        }

        var metric = _metrics[place];
        var reading = metric.Stored ?? _ask(metric.Trigger, now);
        if (reading.Error is null)
        {
            // What almost always happens, without the detour over a fallback.
            metric.Succeed(reading.Value, _takesObservations);
            IsFallback = false;
            return MetricReading.Of(KedaQuantity.ToMilli(reading.Value, _semantics.Conversion));
        }

        var outcome = Observe(metric, reading, replicas, readyPods);
        IsFallback = outcome.IsFallback;
        if (outcome.Value is { } value)
        {
            return MetricReading.Of(value.Milli);
        }

        ForgetRecords();
        return metric.Error;
    }

    private MetricReading Request(Modifiers.ScalingModifiers modifiers, long now, int replicas, int readyPods)
    {
        for (var i = 0; i < _metrics.Length; i++)
        {
            _outcomes[i] = Observe(_metrics[i], _metrics[i].Stored ?? _ask(_metrics[i].Trigger, now), replicas, readyPods);
        }

        var isError = Array.Exists(_outcomes, outcome => outcome.Error is not null);
        if (isError)
        {
            ForgetRecords();
        }

        IsFallback = Array.Exists(_outcomes, outcome => outcome.IsFallback);
        return isError && !IsFallback ? KedaMetricsServer.Error(Modifiers.ScalingModifiers.MetricName)
            : Composite(modifiers) is { } value ? MetricReading.Of(value.Milli)
            : MetricReading.Sum([]);
    }

    private FallbackOutcome Observe(TriggerMetric metric, ScalerReading reading, int replicas, int readyPods)
    {
        var outcome = metric.Report(reading, replicas, readyPods, _semantics);
        metric.Observed = TriggerState.Of(metric.Trigger, reading, outcome, _semantics);
        return outcome;
    }

    // After an error the records of all triggers go, of healthy ones as well.
    private void ForgetRecords()
    {
        if (!_semantics.KeepsRecords)
        {
            Array.ForEach(_metrics, metric => metric.Stored = null);
        }
    }

    private TriggerMetric Find(string metricName) => Array.Find(_metrics, metric => metric.Name == metricName)
        ?? throw new ArgumentException($"The ScaledObject {_scaledObject.Name} has no external metric {metricName}.", nameof(metricName));

    private MilliQuantity? Composite(Modifiers.ScalingModifiers modifiers)
    {
        if (Array.Find(_outcomes, outcome => outcome.IsFallback) is { Value: { } fallback })
        {
            return fallback;
        }

        var leavesNothing = _scaledObject.Fallback?.Behavior == FallbackBehavior.ScalingModifiers;
        var values = new Dictionary<string, double?>(StringComparer.Ordinal);
        for (var i = 0; i < _outcomes.Length; i++)
        {
            values[_metrics[i].Trigger.Name] = leavesNothing && _metrics[i].Failures.IsExceeded ? null : _outcomes[i].Value?.ToDouble();
        }

        return modifiers.Value(values, _scaledObject.Fallback?.Replicas);
    }
}
