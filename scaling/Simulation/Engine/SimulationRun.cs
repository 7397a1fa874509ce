using System.Runtime.CompilerServices;
using KedaStack.Scaling.Hpa;
using KedaStack.Scaling.Hpa.Proposals;
using KedaStack.Scaling.Hpa.Readings;
using KedaStack.Scaling.Hpa.Spec;
using KedaStack.Scaling.Hpa.Trace;
using KedaStack.Scaling.Keda;
using KedaStack.Scaling.Keda.Semantics;
using KedaStack.Scaling.Keda.Triggers;
using KedaStack.Scaling.Prometheus;
using KedaStack.Scaling.Simulation.Engine.Pods;
using KedaStack.Scaling.Simulation.Hands;
using KedaStack.Scaling.Simulation.Recording;
using KedaStack.Scaling.Simulation.Scenarios;
using KedaStack.Scaling.Simulation.TimeAndChance;

namespace KedaStack.Scaling.Simulation.Engine;

/// <summary>
/// One run: a fixed set of next times, of which the earliest is next. At one time the order is: load, disturbances, nodes
/// and pods, scrapes, KEDA's check, the HPA's sync. Within it times count from the begin of the lead-in, for the observer
/// from its end.
/// </summary>
internal sealed class SimulationRun
{
    private const string Name = "simulated";
    private const int ServiceUnavailable = 503;

    // As the aggregation layer answers for an API that nobody serves (recorded: doctor, adapter-down).
    private static readonly MetricReading _noMetricsApi = MetricReading.Failed("the server is currently unable to handle the request");

    private readonly ScalerReading _outage;

    private readonly SimulationScenario _scenario;
    private readonly ISimulationObserver _observer;
    private readonly ISyncObserver? _syncObserver;
    private readonly long _leadIn;
    private readonly long _end;
    private readonly LoadModel _load;
    private readonly RequestCounters _counters;
    private readonly bool _inLots;
    private readonly KedaSemantics _semantics;
    private readonly NodeRoom _room;
    private readonly ReplicaSet _replicaSet;
    private readonly DisturbanceSchedule _schedule;
    private readonly MetricStore _metrics;
    private readonly HandSchedule _hands;
    private readonly HpaReconciler _hpa;
    private readonly TriggerSources _sources;
    private readonly SyncQueue _queue;
    private MetricReading[] _readings;
    private KedaOperator _keda;
    private ScaledObject _scaledObject;
    private Recurrence _syncs;
    private Recurrence _polls;
    private int _trafficStep;
    private long _nextChange;

    public SimulationRun(SimulationScenario scenario, ISimulationObserver observer)
    {
        (_scenario, _observer, _syncObserver) = (scenario, observer, observer as ISyncObserver);
        var (settings, semantics) = (scenario.Settings, scenario.Semantics);
        _semantics = semantics.Keda;
        _scaledObject = ScaledObjectOf(scenario);
        var spec = KedaHpa.Create(_scaledObject, semantics.Keda)!;
        var draws = new SimulationDraws(scenario.Seed, scenario.RandomResolution.WholeMilliseconds());
        var times = new PodTimes(scenario, draws);
        _leadIn = scenario.LeadIn.WholeMilliseconds();
        _end = _leadIn + scenario.Duration.WholeMilliseconds();
        _load = new LoadModel(scenario.Pods);
        _counters = new RequestCounters(_load, scenario.Pods, times);
        _inLots = _counters.AreInLots;
        _room = new NodeRoom(scenario.Nodes);
        _replicaSet = new ReplicaSet(times, _load, _counters, _room);
        _schedule = new DisturbanceSchedule(scenario.Disturbances, _leadIn);
        _metrics = new MetricStore(scenario, times, _load, _counters, _replicaSet, _schedule);
        _hpa = new HpaReconciler(spec, semantics.Hpa);
        _readings = Readings(spec);
        _sources = new TriggerSources(scenario.Sources);
        _hands = new HandSchedule(scenario.Hands, _leadIn);
        var pollingInterval = _scaledObject.PollingInterval.WholeMilliseconds();
        _queue = new SyncQueue(scenario, draws);
        _syncs = new Recurrence(scenario.Known.Syncs);
        _polls = new Recurrence(scenario.Known.Checks);
        var created = scenario.AutoscaledFrom == TimeSpan.Zero ? 0 : _leadIn + scenario.AutoscaledFrom.WholeMilliseconds();
        _outage = _scaledObject.Triggers.OfType<PrometheusTrigger>().FirstOrDefault() is { } asked
            ? PrometheusScaler.Read(InstantQueryResponse.Failed(ServiceUnavailable), asked, semantics.Keda)
            : default;
        _keda = new KedaOperator(_scaledObject, semantics.Keda, created, Ask);
        _syncs.Begin(FirstSync(created, draws), 0);
        if (PollingMatters(scenario, _scaledObject))
        {
            // A loop checks as soon as it begins (pkg/scaling/scale_handler.go, startScaleLoop).
            _polls.Begin(
                scenario.AutoscaledFrom > TimeSpan.Zero ? created : draws.Below(DrawPurpose.PollingPhase, 0, pollingInterval), 0);
        }
    }

    /// <summary>Runs to the end.</summary>
    public RunStatistics Run(CancellationToken cancellationToken)
    {
        _counters.SetOffered(_scenario.Traffic.Steps[_trafficStep++].MilliRequestsPerSecond);
        _replicaSet.Begin(_scenario.StartReplicas);
        _nextChange = NextChange();
        var events = 0L;
        for (var now = NextTime(); now < _end; now = NextTime())
        {
            cancellationToken.ThrowIfCancellationRequested();
            events++;
            if (_nextChange <= now)
            {
                Change(now);
            }

            if (_polls.Next <= now)
            {
                Poll(now);
            }

            if (_syncs.Next <= now)
            {
                Sync(now);
            }
        }

        _metrics.Scrape(_end - 1);
        Advance(_end);
        return new RunStatistics(events, _metrics.Scrapes);
    }

    // With a minimum above 0 a check changes nothing, unless the HPA sees what it stored or counted.
    private static bool PollingMatters(SimulationScenario scenario, ScaledObject scaledObject) =>
        scaledObject is { MinReplicaCount: null or 0 } or { IdleReplicaCount: not null } or { Fallback: not null }
        || scaledObject.UsesCachedMetrics
        || scenario.StartReplicas < scaledObject.MinReplicaCount || scenario.Hands.Count > 0;

    private static ScaledObject ScaledObjectOf(SimulationScenario scenario)
    {
        if (scenario.ScaledObject is { } given)
        {
            return given;
        }

        var described = scenario.Settings.ToScaledObject(Name, Name, Name, Name);
        return described with { Triggers = [described.PrometheusTrigger with { UseCachedMetrics = scenario.UseCachedMetrics }] };
    }

    private long NextTime() => Math.Min(_nextChange, Math.Min(_polls.Next, _syncs.Next));

    // An HPA is put into its controller's queue for a sync period later (horizontal.go, enqueueHPA), from 1.37 on at once; where
    // it is older than the run, it is anywhere in its period.
    private long FirstSync(long created, SimulationDraws draws)
    {
        var hpa = _scenario.Semantics.Hpa;
        var period = hpa.SyncPeriod.WholeMilliseconds();
        return created + (hpa.ReconcilesChangesAtOnce ? 0
            : _scenario.AutoscaledFrom > TimeSpan.Zero ? period
            : draws.Below(DrawPurpose.HpaPhase, 0, period));
    }

    // What is told of does not begin within a stretch.
    private long NextChange() => Math.Min(
        _load.Since < _leadIn ? Math.Min(_leadIn, NextTraffic()) : NextTraffic(),
        Math.Min(_schedule.NextChange, Math.Min(_hands.NextChange, _replicaSet.NextChange)));

    private long NextTraffic() => _trafficStep < _scenario.Traffic.Steps.Length
        ? _leadIn + _scenario.Traffic.Steps[_trafficStep].AtMilliseconds
        : SimulationTime.Never;

    private void Change(long now)
    {
        _metrics.Scrape(now - 1);
        Advance(now);
        if (NextTraffic() <= now)
        {
            _counters.SetOffered(_scenario.Traffic.Steps[_trafficStep++].MilliRequestsPerSecond);
        }

        _schedule.Run(now, _replicaSet, _metrics);
        if (_replicaSet.NextChange <= now)
        {
            _replicaSet.Run(now);
        }

        while (_hands.NextChange <= now)
        {
            Apply(_hands.Take(), now);
        }

        _nextChange = NextChange();
    }

    private ScalerReading Ask(ExternalMetricTrigger trigger, long now) => trigger is not PrometheusTrigger prometheus ? _sources.Read(trigger, now)
        : _schedule.QueriesFail ? _outage
        : PrometheusScaler.Read(_metrics.Query(now), prometheus, _semantics);

    // KEDA's External metrics are in the order of the triggers; what the pods use themselves is not simulated.
    private static MetricReading[] Readings(HorizontalPodAutoscalerSpec spec) => spec.Metrics.All(metric => metric is ExternalMetricSource)
        ? new MetricReading[spec.Metrics.Count]
        : throw new InvalidOperationException($"The HPA {spec.Name} has a metric of its pods, which is not simulated.");

    private void Apply(Hand hand, long now)
    {
        switch (hand)
        {
            case ReplicasSet set:
                _replicaSet.Scale(now, set.Replicas);
                break;
            case PodsDeleted deleted:
                _replicaSet.Delete(now, deleted.Pods);
                break;
            case ScaledObjectChanged changed:
                Change(changed.ScaledObject, now);
                break;
            default:
                throw new InvalidOperationException($"The hand {hand.GetType().Name} is none of the simulator's.");
        }
    }

    private void Change(ScaledObject scaledObject, long now)
    {
        var (wasPaused, semantics) = (_scaledObject.Annotations.Paused, _scenario.Semantics);
        var restarts = wasPaused || scaledObject with { Annotations = _scaledObject.Annotations } != _scaledObject;
        _scaledObject = scaledObject;
        if (KedaHpa.Create(scaledObject, semantics.Keda) is not { } spec)
        {
            _polls.Stop();
            _syncs.Stop();
            _hpa.Forget();
            _replicaSet.Scale(now, scaledObject.Annotations.PausedReplicas ?? _replicaSet.SpecReplicas);
            return;
        }

        _hpa.Change(spec);
        _readings = Readings(spec);
        _keda = _keda.With(scaledObject, keepsRecords: !restarts);
        if (restarts)
        {
            _polls.Begin(now, now);
        }

        if (wasPaused)
        {
            _syncs.Begin(semantics.Hpa.ReconcilesChangesAtOnce ? now : now + semantics.Hpa.SyncPeriod.WholeMilliseconds(), now);
        }
        else if (semantics.Hpa.ReconcilesChangesAtOnce && !_syncs.IsKnown)
        {
            Reconcile(now);
        }
    }

    private void Poll(long now)
    {
        _polls.Advance(now + _scaledObject.PollingInterval.WholeMilliseconds());
        var decision = _keda.Poll(now, _replicaSet.SpecReplicas, _load.ReadyPods, _hpa.Conditions.IsScalingActive);
        if (decision.Replicas is not null)
        {
            Scale(now, ScalingDecision.Of(now - _leadIn, decision));
        }
    }

    private void Sync(long now)
    {
        _syncs.Advance(_queue.After(now, _schedule.AnswerTime));
        Reconcile(now);
    }

    private void Reconcile(long now)
    {
        var (spec, ready) = (_replicaSet.SpecReplicas, _load.ReadyPods);
        var asked = _hpa.AsksMetrics(spec);
        var reading = !asked ? default : _schedule.MetricsApiFails ? _noMetricsApi : _keda.Request(0, now, spec, ready);
        var status = new ScaleTargetStatus(spec, _replicaSet.ShownReplicas(now), ready, _replicaSet.ExistingPods);
        HpaReconciliation result;
        if (_readings.Length == 1)
        {
            _hpa.Sync(now, status, new ReadOnlySpan<MetricReading>(in reading), null, out result);
        }
        else
        {
            ReconcileSeveral(now, status, reading, asked, out result);
        }

        var at = now - _leadIn;
        long? metricMilli = asked && reading.Error is null ? reading.UsageMilli : null;
        if (at >= 0 && _syncObserver is not null)
        {
            Tell(_syncObserver, at, status, metricMilli, result);
        }

        if (result.Rescaled)
        {
            Rescale(at, metricMilli, result, asked && _keda.IsFallback);
        }
    }

    // What few syncs need is apart: the room for it would be cleared at each of them.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Tell(ISyncObserver observer, long at, in ScaleTargetStatus status, long? metricMilli, in HpaReconciliation result) =>
        observer.OnSync(new HpaSync
        {
            AtMilliseconds = at,
            MetricMilli = metricMilli,
            PerReplicaMilli = metricMilli is null ? null : _hpa.Metrics[0].ReportedMilli,
            Result = result,
            OfferedMilli = _load.OfferedMilli,
            QueuedMicro = _load.QueueAt(at + _leadIn),
            StatusReplicas = status.StatusReplicas,
            ReadyPods = status.ReadyPods,
        });

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Rescale(long at, long? metricMilli, in HpaReconciliation result, bool isFallback) =>
        Scale(at + _leadIn, ScalingDecision.Of(at, metricMilli, result, isFallback));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void ReconcileSeveral(long now, in ScaleTargetStatus status, in MetricReading first, bool asked, out HpaReconciliation result)
    {
        _readings[0] = first;
        for (var i = 1; i < _readings.Length; i++)
        {
            _readings[i] = !asked ? default : _schedule.MetricsApiFails ? _noMetricsApi : _keda.Request(i, now, status.SpecReplicas, status.ReadyPods);
        }

        _hpa.Sync(now, status, _readings, null, out result);
    }

    private void Scale(long now, in ScalingDecision decision)
    {
        _metrics.Scrape(now);
        Advance(now);
        _replicaSet.Scale(now, decision.To);
        _nextChange = NextChange();
        if (now >= _leadIn)
        {
            _observer.OnDecision(decision);
        }
    }

    private void Advance(long now)
    {
        var from = _load.Since;
        var ready = _load.ReadyPods;
        var flow = _load.Advance(now);
        if (_inLots)
        {
            _counters.Advance(now);
        }

        if (now == from || from < _leadIn)
        {
            return;
        }

        _observer.OnStretch(new LoadStretch
        {
            FromMilliseconds = from - _leadIn,
            ToMilliseconds = now - _leadIn,
            OfferedMilli = _load.OfferedMilli,
            OfferedMicro = flow.Offered,
            ServedMicro = flow.Served,
            LostMicro = flow.Lost,
            QueuedMicro = flow.Queued,
            UnmetMicro = flow.Unmet,
            SpecReplicas = _replicaSet.SpecReplicas,
            ReadyPods = ready,
            ExistingPods = _replicaSet.ExistingPods,
            PodsWithoutRoom = _replicaSet.PodsWithoutRoom,
            Nodes = _room.Nodes,
        });
    }
}
