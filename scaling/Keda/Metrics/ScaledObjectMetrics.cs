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
    private readonly KedaSemantics _semantics;
    private readonly Func<ExternalMetricTrigger, long, ScalerReading> _ask;
    private readonly TriggerMetric[] _metrics;
    private readonly bool _takesObservations;

    /// <summary>Creates the metrics of a ScaledObject that was never polled.</summary>
    /// <param name="scaledObject">The ScaledObject.</param>
    /// <param name="semantics">KEDA.</param>
    /// <param name="ask">Asks an external trigger's source at a time.</param>
    public ScaledObjectMetrics(ScaledObject scaledObject, KedaSemantics semantics, Func<ExternalMetricTrigger, long, ScalerReading> ask)
    {
        (_scaledObject, _semantics, _ask) = (scaledObject, semantics, ask);
        var fallback = scaledObject.Modifiers is { AllowsFallback: false } ? null : scaledObject.Fallback;
        _metrics =
        [
            .. scaledObject.Triggers.OfType<ExternalMetricTrigger>().Select(trigger => new TriggerMetric(
                trigger, scaledObject.Modifiers?.ToMetric(scaledObject.Name) ?? trigger.ToMetric(scaledObject.Name, semantics), fallback)),
        ];
        _takesObservations = ScaleLoop.TakesObservations(scaledObject, semantics);
    }

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
        if (TakesObservations(isHpaActive))
        {
            return _metrics.Aggregate(default(TriggerState), (state, metric) => state.Or(metric.Observed!.Value));
        }

        var outcomes = new FallbackOutcome[_metrics.Length];
        var state = default(TriggerState);
        for (var i = 0; i < _metrics.Length; i++)
        {
            var reading = _ask(_metrics[i].Trigger, now);
            outcomes[i] = _semantics.PollingCountsFailures
                ? _metrics[i].Report(reading, replicas, readyPods, _semantics)
                : TriggerMetric.Uncounted(reading, _semantics);
            if (_metrics[i].Trigger.UseCachedMetrics)
            {
                _metrics[i].Store(reading, outcomes[i]);
            }

            state = state.Or(TriggerState.Of(_metrics[i].Trigger, reading, outcomes[i], _semantics));
        }

        return _scaledObject switch
        {
            // cpu and memory take no part, unless there is nothing else.
            _ when _metrics.Length == 0 => new TriggerState(IsActive: true, IsError: false),
            { Modifiers: { } modifiers } => new TriggerState(
                !state.IsError && Composite(modifiers, outcomes) is { } value && value.ToDouble() > modifiers.ActivationTarget, state.IsError),
            _ => state,
        };
    }

    /// <summary>What the HPA gets.</summary>
    /// <param name="metricName">The metric that it asks for.</param>
    /// <param name="now">The time.</param>
    /// <param name="replicas">The target's desired replicas.</param>
    /// <param name="readyPods">Its pods that are running and Ready.</param>
    public MetricReading Request(string metricName, long now, int replicas, int readyPods)
    {
        var asked = _scaledObject.Modifiers is null ? [Find(metricName)] : _metrics;
        var outcomes = new FallbackOutcome[asked.Length];
        for (var i = 0; i < asked.Length; i++)
        {
            var reading = asked[i].Stored ?? _ask(asked[i].Trigger, now);
            outcomes[i] = asked[i].Report(reading, replicas, readyPods, _semantics);
            asked[i].Observed = TriggerState.Of(asked[i].Trigger, reading, outcomes[i], _semantics);
        }

        var isError = Array.Exists(outcomes, outcome => outcome.Error is not null);
        if (isError && !_semantics.KeepsRecords)
        {
            // The records of all triggers go, of healthy ones as well.
            Array.ForEach(_metrics, metric => metric.Stored = null);
        }

        return isError && !Array.Exists(outcomes, outcome => outcome.IsFallback) ? KedaMetricsServer.Error(metricName)
            : _scaledObject.Modifiers is not { } modifiers ? MetricReading.Of(outcomes[0].Value!.Value.Milli)
            : Composite(modifiers, outcomes) is { } value ? MetricReading.Of(value.Milli)
            : MetricReading.Sum([]);
    }

    private TriggerMetric Find(string metricName) => Array.Find(_metrics, metric => metric.Name == metricName)
        ?? throw new ArgumentException($"The ScaledObject {_scaledObject.Name} has no external metric {metricName}.", nameof(metricName));

    private MilliQuantity? Composite(Modifiers.ScalingModifiers modifiers, FallbackOutcome[] outcomes)
    {
        if (Array.Find(outcomes, outcome => outcome.IsFallback) is { Value: { } fallback })
        {
            return fallback;
        }

        var leavesNothing = _scaledObject.Fallback?.Behavior == FallbackBehavior.ScalingModifiers;
        var values = new Dictionary<string, double?>(StringComparer.Ordinal);
        for (var i = 0; i < outcomes.Length; i++)
        {
            values[_metrics[i].Trigger.Name] = leavesNothing && _metrics[i].Failures.IsExceeded ? null : outcomes[i].Value?.ToDouble();
        }

        return modifiers.Value(values, _scaledObject.Fallback?.Replicas);
    }
}
