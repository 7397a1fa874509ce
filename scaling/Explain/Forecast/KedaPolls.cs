using KedaStack.Scaling.Hpa.Readings;
using KedaStack.Scaling.Hpa.Spec;
using KedaStack.Scaling.Keda;
using KedaStack.Scaling.Keda.Loop;

namespace KedaStack.Scaling.Explain.Forecast;

/// <summary>KEDA's side of a forecast: its polling loop, and what it tells the HPA, with its fallback.</summary>
internal sealed class KedaPolls
{
    private readonly ScalingCase _case;
    private readonly ScaledObject _scaledObject;
    private readonly MetricSource _metric;
    private readonly ScaleLoop _loop;
    private readonly FallbackCounter _fallback;
    private ScaleDecisionKind _kind;
    private TriggerState _observed;

    public KedaPolls(ScalingCase scalingCase)
    {
        _case = scalingCase;
        _scaledObject = scalingCase.ScaledObject!;
        _metric = _scaledObject.PrometheusTrigger.ToMetric(_scaledObject.Name, scalingCase.Semantics.Keda);
        _fallback = new FallbackCounter(_scaledObject.Fallback);
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
    public string Reason => _kind.ToString();

    /// <summary>One poll.</summary>
    /// <param name="now">The time.</param>
    /// <param name="replicas">The replicas before it.</param>
    /// <param name="isHpaActive">Whether the HPA's last metrics gave a count.</param>
    /// <returns>The replicas after it.</returns>
    public int Poll(long now, int replicas, bool isHpaActive)
    {
        var state = isHpaActive && ScaleLoop.TakesObservations(_scaledObject, _case.Semantics.Keda) ? _observed : Check(replicas);
        var decision = _loop.Check(now, replicas, state.IsActive, state.IsError);
        _kind = decision.Kind;
        return decision.Kind == ScaleDecisionKind.Paused
            ? _scaledObject.Annotations.PausedReplicas ?? replicas
            : decision.Replicas ?? replicas;
    }

    /// <summary>What the HPA gets at a sync.</summary>
    public MetricReading AnswerToHpa(int replicas)
    {
        var outcome = Report(replicas);
        _observed = State(outcome);
        return outcome.Value is { } value ? MetricReading.Of(value.Milli) : KedaMetricsServer.Error(_metric.Name);
    }

    private TriggerState Check(int replicas) => State(
        _case.Semantics.Keda.PollingCountsFailures ? Report(replicas) : new FallbackOutcome(null, false, _case.Answer.Error));

    private TriggerState State(in FallbackOutcome outcome) =>
        TriggerState.Of(_scaledObject.PrometheusTrigger, _case.Answer, outcome, _case.Semantics.Keda);

    private FallbackOutcome Report(int replicas) =>
        _fallback.Report(_case.Answer, _metric, replicas, replicas, _case.Semantics.Keda);
}
