using KedaStack.Scaling.Keda.Triggers;
using KedaStack.Scaling.Prometheus.Rates;
using KedaStack.Scaling.Quantities;
using KedaStack.Scaling.Simulation.Disturbances;
using KedaStack.Scaling.Simulation.Scenarios;
using KedaStack.Scaling.Simulation.TimeAndChance;

namespace KedaStack.Tests.Scaling.Simulation.Reference;

/// <summary>
/// The same chain, second by second, with everything looked at in every second and nothing ever forgotten. For scenarios
/// whose times are whole seconds; nodes, fallback and crash loops of more than one crash are left out.
/// </summary>
internal sealed class ReferenceStepper
{
    private const long Second = 1000;

    private readonly SimulationScenario _scenario;
    private readonly SimulationDraws _draws;
    private readonly ReferenceHpa _hpa;
    private readonly List<ReferencePod> _pods = [];
    private readonly List<(long Time, double Value)> _ingress = [];
    private long _offeredMicro;
    private long _remainder;
    private long _lastActive = -1;
    private ScalerReading? _stored;

    public ReferenceStepper(SimulationScenario scenario)
    {
        _scenario = scenario;
        _draws = new SimulationDraws(scenario.Seed, Second);
        _hpa = new ReferenceHpa(
            Math.Max(1, Settings.MinReplicaCount), Settings.MaxReplicaCount, (long)(Settings.Threshold * 1000), Settings.Behavior);
    }

    public List<string> Syncs { get; } = [];

    public long ServedMicro { get; private set; }

    public long LostMicro { get; private set; }

    public long QueuedMicro { get; private set; }

    public int Replicas { get; private set; }

    private KedaStack.Scaling.ScalingSettings Settings => _scenario.Settings;

    public void Run()
    {
        var syncPeriod = Ms(_scenario.Semantics.Hpa.SyncPeriod);
        var nextSync = _scenario.Semantics.Hpa.ReconcilesChangesAtOnce ? 0 : _draws.Below(DrawPurpose.HpaPhase, 0, syncPeriod);
        var nextPoll = _draws.Below(DrawPurpose.PollingPhase, 0, Ms(Settings.PollingInterval));
        Scale(0, _scenario.InitialReplicas ?? Math.Max(1, Settings.MinReplicaCount));
        for (var now = 0L; now < Ms(_scenario.Duration); now += Second)
        {
            Disturb(now);
            Listen(now);
            Scrape(now);
            if (now == nextPoll)
            {
                nextPoll += Ms(Settings.PollingInterval);
                Poll(now);
            }

            if (now == nextSync)
            {
                nextSync += syncPeriod + Ms(_scenario.MetricLatency);
                Sync(now);
            }

            Flow(now);
        }
    }

    private void Disturb(long now)
    {
        foreach (var disturbance in _scenario.Disturbances.Where(disturbance => Ms(disturbance.At) == now))
        {
            if (disturbance is PrometheusRestart { LosesData: true })
            {
                _pods.ForEach(pod => pod.Samples.Clear());
                _ingress.Clear();
            }

            if (disturbance is PodCrashLoop crash)
            {
                foreach (var pod in _pods.Where(pod => pod.IsReady(now) && pod.ReadyAt < now).Take(crash.Pods))
                {
                    pod.Crashes++;
                    Start(pod, now);
                }
            }
        }
    }

    private void Start(ReferencePod pod, long now)
    {
        var slow = _scenario.Disturbances.OfType<SlowStart>().Where(disturbance => Holds(disturbance, now)).Sum(d => Ms(d.ExtraDelay));
        pod.ListensAt = now + slow + _draws.Within(DrawPurpose.StartUp, pod.Ordinal, _scenario.Pods.StartUpDelay);
        pod.ReadyAt = pod.ListensAt + Ms(_scenario.Pods.ReadinessDelay);
    }

    private void Listen(long now)
    {
        foreach (var pod in _pods.Where(pod => pod.IsLive && pod.ListensAt == now))
        {
            (pod.ServedMicro, pod.ScrapesCounted) = (0, 0);
            pod.FirstProbe = _scenario.Pods.CountedProbeInterval is { } interval
                ? now + _draws.Below(DrawPurpose.ProbePhase, pod.Ordinal, Ms(interval))
                : ReferencePod.Never;
        }
    }

    private void Scrape(long now)
    {
        if (_scenario.Disturbances.Any(disturbance => disturbance is ScrapeGap or PrometheusRestart && Holds(disturbance, now)))
        {
            return;
        }

        var interval = Ms(Settings.ScrapeInterval);
        if (now % interval == _draws.Below(DrawPurpose.ScrapePhase, -1, interval))
        {
            _ingress.Add((now, _offeredMicro / 1_000_000));
        }

        foreach (var pod in _pods.Where(pod => pod.Listens(now) && pod.DiscoveredAt <= now && now % interval == pod.Phase))
        {
            var probes = now < pod.FirstProbe ? 0 : ((now - pod.FirstProbe) / Ms(_scenario.Pods.CountedProbeInterval!.Value)) + 1;
            pod.Samples.Add((now, (pod.ServedMicro / 1_000_000) + probes + pod.ScrapesCounted));
            pod.ScrapesCounted += _scenario.Pods.CountsScrapes ? 1 : 0;
        }
    }

    private ScalerReading Ask(long now)
    {
        if (_scenario.Disturbances.Any(disturbance => disturbance is MetricsOutage or PrometheusRestart && Holds(disturbance, now)))
        {
            return ScalerReading.Failed("down");
        }

        var sum = new VectorSum(PrometheusEngine.LeftOpen3);
        var series = _scenario.Origin == MetricOrigin.Ingress ? [_ingress] : _pods.Select(pod => pod.Samples);
        foreach (var samples in series)
        {
            if (ReferenceRate.Evaluate(samples, now, Ms(Settings.Window), Ms(_scenario.Semantics.IngestionLag)) is { } rate)
            {
                sum.Add(rate);
            }
        }

        return sum.Value is { } value ? ScalerReading.Of(value)
            : Settings.IgnoreNullValues ? ScalerReading.Of(0) : ScalerReading.Failed("empty");
    }

    private void Poll(long now)
    {
        var reading = Ask(now);
        _stored = _scenario.UseCachedMetrics ? reading : null;
        var active = reading.Error is null && reading.Value > (double)Settings.ActivationThreshold;
        _lastActive = active ? now : _lastActive;
        var since = _lastActive >= 0 ? _lastActive + Ms(Settings.CooldownPeriod) : 0;
        if (active && Replicas == 0)
        {
            Scale(now, Math.Max(1, Settings.MinReplicaCount));
        }
        else if (!active && reading.Error is null && Settings.MinReplicaCount == 0 && Replicas > 0 && since < now)
        {
            Scale(now, 0);
        }
    }

    private void Sync(long now)
    {
        long? usage = null;
        var desired = _hpa.Sync(now, Replicas, _pods.Count(pod => pod.IsLive), () =>
        {
            var reading = _stored ?? Ask(now);
            _stored = reading.Error is null || _scenario.Semantics.Keda.KeepsRecords ? _stored : null;
            return usage = reading.Error is null ? KedaQuantity.FromValue(reading.Value).Milli : null;
        });
        Syncs.Add($"{now}: {Replicas} -> {desired}, metric {usage}, created {_pods.Count(pod => pod.IsLive)}, "
            + $"ready {_pods.Count(pod => pod.IsReady(now))}, queued {Waiting(now)}");
        Scale(now, desired);
    }

    // A pod without a capacity that becomes Ready now takes all that waits at once.
    private long Waiting(long now) =>
        _scenario.Pods.Capacity is null && _pods.Exists(pod => pod.IsReady(now)) ? 0 : QueuedMicro;

    private void Scale(long now, int replicas)
    {
        for (; Replicas < replicas; Replicas++)
        {
            var ordinal = _pods.Count;
            var pod = new ReferencePod
            {
                Ordinal = ordinal,
                CreatedAt = now,
                Phase = _draws.Below(DrawPurpose.ScrapePhase, ordinal, Ms(Settings.ScrapeInterval)),
                DiscoveredAt = now == 0 ? 0 : now + _draws.Within(DrawPurpose.Discovery, ordinal, _scenario.Pods.DiscoveryDelay),
            };
            _pods.Add(pod);
            if (now > 0)
            {
                Start(pod, now);
            }
        }

        for (; Replicas > replicas; Replicas--)
        {
            var pod = _pods.Where(pod => pod.IsLive).OrderBy(pod => pod.Rank(now))
                .ThenBy(pod => _draws.Below(DrawPurpose.Uid, pod.Ordinal, long.MaxValue)).First();
            (pod.RemovedAt, pod.GoneAt) = (now, now + Ms(_scenario.Pods.TerminationDelay.Longest));
        }
    }

    private void Flow(long now)
    {
        var ready = _pods.Where(pod => pod.IsReady(now)).ToArray();
        var arrived = _scenario.Traffic.MilliAt(now) * Second;
        var possible = ready.Length == 0 ? 0
            : _scenario.Pods.Capacity is { } capacity ? (long)(capacity * 1000) * ready.Length * Second : long.MaxValue;
        var served = Math.Min(possible, QueuedMicro + arrived);
        var waiting = QueuedMicro + arrived - served;
        QueuedMicro = Math.Min(waiting, _scenario.Pods.QueueLimit * 1_000_000);
        (_offeredMicro, ServedMicro, LostMicro) = (_offeredMicro + arrived, ServedMicro + served, LostMicro + waiting - QueuedMicro);
        if (ready.Length > 0)
        {
            (var share, _remainder) = Math.DivRem(_remainder + served, ready.Length);
            Array.ForEach(ready, pod => pod.ServedMicro += share);
        }
    }

    private static bool Holds(Disturbance disturbance, long now) =>
        Ms(disturbance.At) <= now && now < Ms(disturbance.At + disturbance.Duration);

    private static long Ms(TimeSpan time) => (long)time.TotalMilliseconds;
}
