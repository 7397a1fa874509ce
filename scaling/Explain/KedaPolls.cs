using KedaStack.Scaling.Hpa;
using KedaStack.Scaling.Keda;

namespace KedaStack.Scaling.Explain;

/// <summary>KEDA's side of a forecast: its polling loop, and what it tells the HPA, with its fallback.</summary>
internal sealed class KedaPolls
{
    private readonly ScalingCase _case;
    private readonly ScaledObject _scaledObject;
    private readonly ExternalMetricSource _metric;
    private readonly ScaleLoop _loop;
    private readonly FallbackCounter _fallback;
    private ScaleDecisionKind _kind;

    public KedaPolls(ScalingCase scalingCase)
    {
        _case = scalingCase;
        _scaledObject = scalingCase.ScaledObject!;
        _metric = _scaledObject.Triggers[0].ToMetric(_scaledObject.Name, scalingCase.Semantics.Keda);
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
    /// <returns>The replicas after it.</returns>
    public int Poll(long now, int replicas)
    {
        var semantics = _case.Semantics.Keda;
        var outcome = semantics.PollingCountsFailures ? Report(replicas) : new FallbackOutcome(null, false, _case.Answer.Error);
        var state = TriggerState.Of(_scaledObject.Triggers[0], _case.Answer, outcome, semantics);
        var decision = _loop.Check(now, replicas, state.IsActive, state.IsError);
        _kind = decision.Kind;
        return decision.Kind == ScaleDecisionKind.Paused
            ? _scaledObject.Annotations.PausedReplicas ?? replicas
            : decision.Replicas ?? replicas;
    }

    /// <summary>What the HPA gets at a sync.</summary>
    public ExternalMetricReading AnswerToHpa(int replicas) => Report(replicas).Value is { } value
        ? ExternalMetricReading.Of(value.Milli)
        : KedaMetricsServer.Error(_metric.Name);

    private FallbackOutcome Report(int replicas) =>
        _fallback.Report(_case.Answer, _metric, replicas, replicas, _case.Semantics.Keda);
}
