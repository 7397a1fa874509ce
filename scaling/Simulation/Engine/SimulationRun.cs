using KedaStack.Scaling.Hpa;
using KedaStack.Scaling.Keda;
using KedaStack.Scaling.Simulation.Recording;

namespace KedaStack.Scaling.Simulation.Engine;

/// <summary>
/// One run: a fixed set of next times, of which the earliest is next. At one time the order is: load, disturbances, nodes
/// and pods, scrapes, KEDA's check, the HPA's sync. Within it times count from the begin of the lead-in, for the observer
/// from its end.
/// </summary>
internal sealed class SimulationRun
{
    private const string Name = "simulated";

    private readonly SimulationScenario _scenario;
    private readonly ISimulationObserver _observer;
    private readonly ISyncObserver? _syncObserver;
    private readonly long _leadIn;
    private readonly long _end;
    private readonly long _syncPeriod;
    private readonly long _pollingInterval;
    private readonly LoadModel _load;
    private readonly NodeRoom _room;
    private readonly ReplicaSet _replicaSet;
    private readonly DisturbanceSchedule _schedule;
    private readonly MetricStore _metrics;
    private readonly KedaOperator _keda;
    private readonly HpaReconciler _hpa;
    private int _trafficStep;
    private long _nextChange;
    private long _nextPoll;
    private long _nextSync;

    public SimulationRun(SimulationScenario scenario, ISimulationObserver observer)
    {
        (_scenario, _observer, _syncObserver) = (scenario, observer, observer as ISyncObserver);
        var (settings, semantics) = (scenario.Settings, scenario.Semantics);
        var scaledObject = ScaledObject.From(settings, Name, Name, Name, Name);
        scaledObject = scaledObject with
        {
            Triggers = [scaledObject.PrometheusTrigger with { UseCachedMetrics = scenario.UseCachedMetrics }],
        };
        var spec = KedaHpa.Create(scaledObject, semantics.Keda)!;
        var draws = new SimulationDraws(scenario.Seed, scenario.RandomResolution.WholeMilliseconds());
        var times = new PodTimes(scenario, draws);
        _leadIn = scenario.LeadIn.WholeMilliseconds();
        _end = _leadIn + scenario.Duration.WholeMilliseconds();
        _load = new LoadModel(scenario.Pods);
        _room = new NodeRoom(scenario.Nodes);
        _replicaSet = new ReplicaSet(times, _load, _room);
        _schedule = new DisturbanceSchedule(scenario.Disturbances, _leadIn);
        _metrics = new MetricStore(scenario, times, _load, _replicaSet, _schedule);
        _keda = new KedaOperator(scenario, scaledObject, spec.Metrics[0], _metrics, _schedule);
        _hpa = new HpaReconciler(spec, semantics.Hpa);
        _syncPeriod = (semantics.Hpa.SyncPeriod + scenario.MetricLatency).WholeMilliseconds();
        _pollingInterval = settings.PollingInterval.WholeMilliseconds();
        var created = scenario.AutoscaledFrom == TimeSpan.Zero ? 0 : _leadIn + scenario.AutoscaledFrom.WholeMilliseconds();
        _nextSync = created + (semantics.Hpa.ReconcilesChangesAtOnce
            ? 0
            : draws.Below(DrawPurpose.HpaPhase, 0, semantics.Hpa.SyncPeriod.WholeMilliseconds()));
        _nextPoll = PollingMatters(scenario) ? created + draws.Below(DrawPurpose.PollingPhase, 0, _pollingInterval) : SimulationTime.Never;
    }

    /// <summary>Runs to the end.</summary>
    public RunStatistics Run(CancellationToken cancellationToken)
    {
        _load.SetOffered(_scenario.Traffic.Steps[_trafficStep++].MilliRequestsPerSecond);
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

            if (_nextPoll <= now)
            {
                Poll(now);
            }

            if (_nextSync <= now)
            {
                Sync(now);
            }
        }

        _metrics.Scrape(_end - 1);
        Advance(_end);
        return new RunStatistics(events, _metrics.Scrapes);
    }

    // With a minimum above 0 a check changes nothing, unless the HPA sees what it stored or counted.
    private static bool PollingMatters(SimulationScenario scenario) =>
        scenario.Settings.MinReplicaCount == 0 || scenario.UseCachedMetrics || scenario.Settings.Fallback is not null
        || scenario.StartReplicas < scenario.Settings.MinReplicaCount;

    private long NextTime() => Math.Min(_nextChange, Math.Min(_nextPoll, _nextSync));

    // What is told of does not begin within a stretch.
    private long NextChange() => Math.Min(
        _load.Since < _leadIn ? Math.Min(_leadIn, NextTraffic()) : NextTraffic(),
        Math.Min(_schedule.NextChange, _replicaSet.NextChange));

    private long NextTraffic() => _trafficStep < _scenario.Traffic.Steps.Length
        ? _leadIn + _scenario.Traffic.Steps[_trafficStep].AtMilliseconds
        : SimulationTime.Never;

    private void Change(long now)
    {
        _metrics.Scrape(now - 1);
        Advance(now);
        if (NextTraffic() <= now)
        {
            _load.SetOffered(_scenario.Traffic.Steps[_trafficStep++].MilliRequestsPerSecond);
        }

        _schedule.Run(now, _replicaSet, _metrics);
        if (_replicaSet.NextChange <= now)
        {
            _replicaSet.Run(now);
        }

        _nextChange = NextChange();
    }

    private void Poll(long now)
    {
        _nextPoll += _pollingInterval;
        var decision = _keda.Poll(now, _replicaSet.SpecReplicas, _load.ReadyPods, _hpa.Conditions.IsScalingActive);
        if (decision.Replicas is not null)
        {
            Scale(now, ScalingDecision.Of(now - _leadIn, decision));
        }
    }

    private void Sync(long now)
    {
        _nextSync += _syncPeriod;
        var (spec, ready) = (_replicaSet.SpecReplicas, _load.ReadyPods);
        var asked = _hpa.AsksMetrics(spec);
        var reading = asked ? _keda.Request(now, spec, ready) : default;
        var status = new ScaleTargetStatus(spec, _replicaSet.StatusReplicas, ready, _replicaSet.ExistingPods);
        var result = _hpa.Reconcile(now, status, new ReadOnlySpan<MetricReading>(in reading));
        var known = asked && reading.Error is null;
        long? metricMilli = known ? reading.UsageMilli : null;
        var at = now - _leadIn;
        (at < 0 ? null : _syncObserver)?.OnSync(new HpaSync
        {
            AtMilliseconds = at,
            MetricMilli = metricMilli,
            PerReplicaMilli = known ? _hpa.Metrics[0].ReportedMilli : null,
            Result = result,
            OfferedMilli = _load.OfferedMilli,
            QueuedMicro = _load.QueueAt(now),
            StatusReplicas = _replicaSet.StatusReplicas,
            ReadyPods = ready,
        });
        if (result.Rescaled)
        {
            Scale(now, ScalingDecision.Of(at, metricMilli, result, asked && _keda.IsFallback));
        }
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
