using KedaStack.Scaling.Keda;
using KedaStack.Scaling.Prometheus.Rates;
using KedaStack.Scaling.Simulation.Engine.Pods;
using KedaStack.Scaling.Simulation.Scenarios;
using KedaStack.Scaling.Simulation.TimeAndChance;

namespace KedaStack.Scaling.Simulation.Engine;

/// <summary>
/// Prometheus: scrapes the targets and answers the query. Scrapes are made up for when somebody asks or something
/// changes, at the times and with the values they would have had.
/// </summary>
internal sealed class MetricStore
{
    private const long Million = 1_000_000;

    private readonly LoadModel _load;

    // Null where counters are those of the load.
    private readonly RequestCounters? _lots;
    private readonly ReplicaSet _replicaSet;
    private readonly DisturbanceSchedule _schedule;
    private readonly ScrapeTarget? _ingress;
    private readonly PodModel _pods;
    private readonly PrometheusEngine _engine;
    private readonly long _interval;
    private readonly long _probeInterval;
    private readonly long _window;
    private readonly long _lag;

    public MetricStore(
        SimulationScenario scenario, PodTimes times, LoadModel load, RequestCounters counters, ReplicaSet replicaSet, DisturbanceSchedule schedule)
    {
        (_load, _lots, _replicaSet, _schedule, _pods) = (load, counters.AreInLots ? counters : null, replicaSet, schedule, scenario.Pods);
        (_interval, _probeInterval) = (times.ScrapeInterval, times.ProbeInterval);
        _engine = scenario.Semantics.Engine;
        _window = scenario.Settings.Window.WholeMilliseconds();
        _lag = scenario.Semantics.IngestionLag.WholeMilliseconds();
        if (scenario.Origin == MetricOrigin.Ingress)
        {
            _ingress = new ScrapeTarget { Phase = times.ScrapePhase(-1) };
            _ingress.ScrapeFrom(0, times.ScrapeInterval);
        }
    }

    /// <summary>How many scrapes there were.</summary>
    public long Scrapes { get; private set; }

    /// <summary>Scrapes everything up to a time, which counts.</summary>
    public void Scrape(long upTo)
    {
        if (_ingress is not null)
        {
            Scrape(_ingress, upTo);
            return;
        }

        foreach (var pod in _replicaSet.Pods)
        {
            Scrape(pod, upTo);
        }
    }

    /// <summary>The sum of the rates, with all scrapes up to now; null when no series has one.</summary>
    public double? Query(long now)
    {
        var range = new RateRange(KedaQuery.EvaluationTime(now), _window, _lag, _engine);
        var sum = new VectorSum(_engine);
        _replicaSet.Forget();
        if (_ingress is not null)
        {
            Scrape(_ingress, now);
            return _ingress.Series.TryRate(range, out var offered) ? offered : null;
        }

        Scrape(now);
        foreach (var pod in _replicaSet.Pods)
        {
            if (pod.Series.TryRate(range, out var rate))
            {
                sum.Add(rate);
            }
        }

        return sum.Value;
    }

    /// <summary>Loses all samples.</summary>
    public void Clear()
    {
        _ingress?.Series.Clear();
        foreach (var pod in _replicaSet.Pods)
        {
            pod.Series.Clear();
        }
    }

    private void Scrape(ScrapeTarget ingress, long upTo)
    {
        for (var at = ingress.NextScrape; at <= upTo; ingress.NextScrape = at += _interval)
        {
            if (!_schedule.ScrapesFail)
            {
                ingress.Series.Append(at, (_lots is null ? _load.OfferedAt(at) : _lots.OfferedAt(at)) / Million);
                Scrapes++;
            }
        }
    }

    private void Scrape(Pod pod, long upTo)
    {
        for (var at = pod.NextScrape; at <= upTo; pod.NextScrape = at += _interval)
        {
            if (!_schedule.ScrapesFail)
            {
                pod.Series.Append(at, pod.Scrape(at, _lots is null ? _load.ShareAt(at) : _lots.ShareAt(at), _pods, _probeInterval));
                Scrapes++;
            }
        }
    }
}
