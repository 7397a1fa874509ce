using KedaStack.Local.Pods;
using KedaStack.Local.Time;
using KedaStack.Local.Watching;
using KedaStack.Scaling;
using KedaStack.Scaling.Hpa;
using KedaStack.Scaling.Hpa.Proposals;
using KedaStack.Scaling.Hpa.Readings;
using KedaStack.Scaling.Hpa.Trace;
using KedaStack.Scaling.Keda;
using KedaStack.Scaling.Keda.Loop;
using KedaStack.Scaling.Keda.Triggers;
using KedaStack.Scaling.Simulation.Recording;
using KedaStack.Scaling.Simulation.TimeAndChance;

namespace KedaStack.Local.Autoscaling;

/// <summary>
/// KEDA and the HPA by the library's rules on a real clock: KEDA's polling loop and the HPA's syncs ask Prometheus each for
/// themselves. The phases of both are those that the simulator draws from the same seed.
/// </summary>
internal sealed class Autoscaler
{
    private readonly ScaledObject _scaledObject;
    private readonly FastClock _clock;
    private readonly PrometheusAsker _prometheus;
    private readonly ReplicaSet _replicas;
    private readonly RunLog _log;
    private readonly SimulationDraws _draws;
    private readonly ScalingSemantics _semantics;
    private readonly HpaReconciler _hpa;
    private readonly FallbackCounter _failures;
    private readonly ScaleLoop _loop;
    private readonly MetricReading[] _readings = new MetricReading[1];
    private readonly List<HpaSync> _syncs = [];

    // KEDA's answers to both loops share one counter of failures, and both write the replicas.
    private readonly Lock _turn = new();
    private readonly Func<long> _offeredMilli;
    private bool _isFallback;
    private TriggerState _observed;

    /// <summary>Makes KEDA and an HPA that was never reconciled.</summary>
    /// <param name="scaledObject">The ScaledObject.</param>
    /// <param name="prometheus">Asks Prometheus.</param>
    /// <param name="replicas">The target.</param>
    /// <param name="clock">The stack's clock.</param>
    /// <param name="log">Told of what happens, and the time of the run.</param>
    /// <param name="seed">The seed of the phases.</param>
    /// <param name="offeredMilli">The load that is offered, for the record.</param>
    /// <param name="semantics">The versions whose rules hold.</param>
    public Autoscaler(
        ScaledObject scaledObject,
        PrometheusAsker prometheus,
        ReplicaSet replicas,
        FastClock clock,
        RunLog log,
        ulong seed,
        Func<long> offeredMilli,
        ScalingSemantics semantics)
    {
        (_scaledObject, _prometheus, _replicas, _clock, _log) = (scaledObject, prometheus, replicas, clock, log);
        (_offeredMilli, _semantics) = (offeredMilli, semantics);
        _draws = new SimulationDraws(seed);
        _hpa = new HpaReconciler(KedaHpa.Create(scaledObject, semantics.Keda)!, semantics.Hpa);
        _failures = new FallbackCounter(scaledObject.Fallback);
        _loop = new ScaleLoop(scaledObject, creationMilliseconds: 0);
    }

    /// <summary>The last sync; null before the first.</summary>
    public LocalSync? LastSync { get; private set; }

    /// <summary>Whether the last question was answered.</summary>
    public bool IsAnswered { get; private set; } = true;

    /// <summary>The syncs so far, as the simulator records them.</summary>
    public IReadOnlyList<HpaSync> Syncs => _syncs;

    /// <summary>Polls and syncs until the token is cancelled.</summary>
    public Task RunAsync(CancellationToken cancellationToken) => Task.WhenAll(
        PollAsync(cancellationToken), SyncAsync(cancellationToken));

    private async Task PollAsync(CancellationToken cancellationToken)
    {
        var takesObservations = ScaleLoop.TakesObservations(_scaledObject, _semantics.Keda);
        var interval = _scaledObject.PollingInterval;
        var next = Draw(DrawPurpose.PollingPhase, interval);
        while (await _clock.PauseAsync(next - _log.Time, cancellationToken))
        {
            var isObserved = false;
            if (takesObservations)
            {
                lock (_turn)
                {
                    isObserved = _hpa.Conditions.IsScalingActive;
                    if (isObserved)
                    {
                        Check(_observed);
                    }
                }
            }

            if (!isObserved && await AskAsync(cancellationToken) is { } reading)
            {
                lock (_turn)
                {
                    Poll(reading);
                }
            }

            next += interval;
        }
    }

    private async Task SyncAsync(CancellationToken cancellationToken)
    {
        var period = _semantics.Hpa.SyncPeriod;
        var next = _semantics.Hpa.ReconcilesChangesAtOnce ? TimeSpan.Zero : Draw(DrawPurpose.HpaPhase, period);
        while (await _clock.PauseAsync(next - _log.Time, cancellationToken))
        {
            var spec = _replicas.SpecReplicas;
            var isAsked = _hpa.AsksMetrics(spec);
            var reading = isAsked ? await AskAsync(cancellationToken) : null;
            if (!isAsked || reading is not null)
            {
                // A sync is when the HPA has its value: what happened while it asked was before.
                lock (_turn)
                {
                    Sync(_log.Time, reading);
                }
            }

            // The next one is a period after the end of this one.
            next = _log.Time + period;
        }
    }

    private async Task<ScalerReading?> AskAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await _prometheus.AskAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    private void Poll(in ScalerReading reading)
    {
        var spec = _replicas.SpecReplicas;
        var outcome = _semantics.Keda.PollingCountsFailures
            ? _failures.Report(reading, _hpa.Spec.Metrics[0], spec, _replicas.ReadyPods, _semantics.Keda)
            : new FallbackOutcome(null, false, reading.Error);
        Answered(reading, outcome);
        Check(TriggerState.Of(_scaledObject.PrometheusTrigger, reading, outcome, _semantics.Keda));
    }

    private void Check(TriggerState state)
    {
        var decision = _loop.Check((long)_log.Time.TotalMilliseconds, _replicas.SpecReplicas, state.IsActive, state.IsError);
        if (decision.Replicas is not null)
        {
            Scale(ScalingDecision.Of((long)_log.Time.TotalMilliseconds, decision), "keda");
        }
    }

    private void Sync(TimeSpan at, ScalerReading? reading)
    {
        var (spec, ready, created) = (_replicas.SpecReplicas, _replicas.ReadyPods, _replicas.StatusReplicas);
        var outcome = reading is { } asked
            ? _failures.Report(asked, _hpa.Spec.Metrics[0], spec, ready, _semantics.Keda)
            : default;
        _readings[0] = outcome.Value is { } value ? MetricReading.Of(value.Milli)
            : reading is null ? default
            : KedaMetricsServer.Error(_hpa.Spec.Metrics[0].Name);
        var rules = new HpaExplanation();
        var status = new ScaleTargetStatus(spec, created, ready, _replicas.ExistingPods);
        var result = _hpa.Reconcile((long)at.TotalMilliseconds, status, _readings, rules);
        var isKnown = reading is not null && _readings[0].Error is null;
        var sync = new HpaSync
        {
            AtMilliseconds = (long)at.TotalMilliseconds,
            MetricMilli = isKnown ? _readings[0].UsageMilli : null,
            PerReplicaMilli = isKnown ? _hpa.Metrics[0].ReportedMilli : null,
            Result = result,
            OfferedMilli = _offeredMilli(),
            QueuedMicro = 0,
            StatusReplicas = created,
            ReadyPods = ready,
        };
        _syncs.Add(sync);
        if (reading is { } answered)
        {
            Answered(answered, outcome);
            _observed = TriggerState.Of(_scaledObject.PrometheusTrigger, answered, outcome, _semantics.Keda);
        }

        LastSync = new LocalSync
        {
            Time = TimeSpan.FromMilliseconds(sync.AtMilliseconds),
            MetricMilli = sync.MetricMilli,
            PerReplicaMilli = sync.PerReplicaMilli,
            MetricError = reading?.Error,
            IsFallback = outcome.IsFallback,
            Result = result,
            Rules = rules.Steps,
            Reason = Reason(sync, reading?.Error, outcome.IsFallback),
        };
        if (result.Rescaled)
        {
            Scale(ScalingDecision.Of(sync), "hpa");
        }
        else
        {
            _log.Show();
        }
    }

    private static string Reason(in HpaSync sync, string? error, bool isFallback) => sync.Result switch
    {
        { Outcome: HpaOutcome.MetricsFailed } => $"there is no value, so the replicas stay: {error}",
        { Outcome: HpaOutcome.ScalingDisabled } => "KEDA holds 0 replicas, and the HPA does nothing",
        _ when isFallback => $"{DecisionText.Explain(ScalingDecision.Of(sync))} (KEDA's fallback: {error})",
        _ => DecisionText.Explain(ScalingDecision.Of(sync)),
    };

    private void Answered(in ScalerReading reading, in FallbackOutcome outcome)
    {
        var isAnswered = reading.Error is null;
        if (IsAnswered && !isAnswered)
        {
            _log.Warn("keda", "KEDAScalerFailed", reading.Error!);
        }
        else if (!IsAnswered && isAnswered)
        {
            _log.Note("keda", "KEDAScalerRecovered", "Prometheus answers again.");
        }

        if (outcome.IsFallback && !_isFallback)
        {
            _log.Warn("keda", "FallbackActive", $"The fallback begins: the HPA gets {outcome.Value} req/s, which nobody measured, until Prometheus answers again.");
        }

        (IsAnswered, _isFallback) = (isAnswered, outcome.IsFallback);
    }

    private void Scale(in ScalingDecision decision, string by)
    {
        _replicas.Scale(decision.To);
        var decided = _log.Decide(decision);
        _log.Note(by, LocalEvent.Rescale, FormattableString.Invariant($"New size: {decision.To}; reason: {decided.Reason}."));
    }

    private TimeSpan Draw(DrawPurpose purpose, TimeSpan bound) =>
        TimeSpan.FromMilliseconds(_draws.Below(purpose, 0, (long)bound.TotalMilliseconds));
}
