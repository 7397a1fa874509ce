using KedaStack.Scaling.Hpa.Readings;
using KedaStack.Scaling.Hpa.Spec;
using KedaStack.Scaling.Keda;
using KedaStack.Scaling.Keda.Loop;
using KedaStack.Scaling.Keda.Metrics;
using KedaStack.Scaling.Keda.Triggers;

namespace KedaStack.Scaling.Explain.Forecast;

/// <summary>KEDA's side of a forecast: its polling loop, and what it tells the HPA, with its fallback.</summary>
internal sealed class KedaPolls
{
    private readonly ScalingCase _case;
    private readonly ScaledObject _scaledObject;
    private readonly ScaledObjectMetrics _metrics;
    private readonly ScaleLoop _loop;

    public KedaPolls(ScalingCase scalingCase)
    {
        _case = scalingCase;
        _scaledObject = scalingCase.ScaledObject!;
        var places = _scaledObject.Triggers.Select((trigger, place) => (trigger, place))
            .ToDictionary(pair => pair.trigger, pair => pair.place, (IEqualityComparer<Trigger>)ReferenceEqualityComparer.Instance);
        _metrics = new ScaledObjectMetrics(_scaledObject, scalingCase.Semantics.Keda, (trigger, _) => scalingCase.Answers[places[trigger]]);
        IntervalMilliseconds = Math.Max(1000, (long)_scaledObject.PollingInterval.TotalMilliseconds);
        _loop = new ScaleLoop(_scaledObject, -IntervalMilliseconds);
        if (scalingCase.CurrentReplicas > 0)
        {
            // The workload was in use until now.
            _loop.Check(-IntervalMilliseconds, scalingCase.CurrentReplicas, isActive: true);
        }
    }

    /// <summary>The time between two polls.</summary>
    public long IntervalMilliseconds { get; }

    /// <summary>How long a poll may matter.</summary>
    public long MemoryMilliseconds => Math.Max(
        (long)Math.Max(_scaledObject.CooldownPeriod.TotalMilliseconds, _scaledObject.InitialCooldownPeriod.TotalMilliseconds),
        _scaledObject.Fallback is { } fallback ? (fallback.FailureThreshold + 1L) * IntervalMilliseconds : 0);

    /// <summary>The row of the last decision.</summary>
    public string Reason => Kind.ToString();

    /// <summary>The last decision.</summary>
    public ScaleDecisionKind Kind { get; private set; }

    /// <summary>KEDA's metrics.</summary>
    public ScaledObjectMetrics Metrics => _metrics;

    /// <summary>What the last poll saw.</summary>
    public TriggerState State { get; private set; }

    /// <summary>One poll.</summary>
    /// <param name="now">The time.</param>
    /// <param name="replicas">The replicas before it.</param>
    /// <param name="isHpaActive">Whether the HPA's last metrics gave a count.</param>
    /// <returns>The replicas after it.</returns>
    public int Poll(long now, int replicas, bool isHpaActive)
    {
        State = _metrics.Poll(now, replicas, replicas, isHpaActive);
        var decision = _loop.Check(now, replicas, State.IsActive, State.IsError);
        Kind = decision.Kind;
        return decision.Kind == ScaleDecisionKind.Paused
            ? _scaledObject.Annotations.PausedReplicas ?? replicas
            : decision.Replicas ?? replicas;
    }

    /// <summary>What the HPA gets at a sync for one metric.</summary>
    /// <param name="metric">The metric.</param>
    /// <param name="place">The place of its trigger; null for a formula.</param>
    /// <param name="now">The time.</param>
    /// <param name="replicas">The replicas.</param>
    public MetricReading AnswerToHpa(MetricSource metric, int? place, long now, int replicas) => metric is ExternalMetricSource
        ? _metrics.Request(metric.Name, now, replicas, replicas)
        : _case.Held(place!.Value).At(metric, replicas);
}
