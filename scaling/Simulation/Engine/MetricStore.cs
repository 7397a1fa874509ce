using KedaStack.Scaling.Keda;
using KedaStack.Scaling.Prometheus;

namespace KedaStack.Scaling.Simulation.Engine;

/// <summary>
/// Prometheus: scrapes the targets and answers the query. Scrapes are made up for when somebody asks or something
/// changes, at the times and with the values they would have had.
/// </summary>
internal sealed class MetricStore
{
    private const long Million = 1_000_000;

    private readonly SimulationScenario _scenario;
    private readonly PodTimes _times;
    private readonly LoadModel _load;
    private readonly ReplicaSet _replicaSet;
    private readonly DisturbanceSchedule _schedule;
    private readonly ScrapeTarget? _ingress;
    private readonly long _window;
    private readonly long _lag;

    public MetricStore(
        SimulationScenario scenario, PodTimes times, LoadModel load, ReplicaSet replicaSet, DisturbanceSchedule schedule)
    {
        (_scenario, _times, _load, _replicaSet, _schedule) = (scenario, times, load, replicaSet, schedule);
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
            for (; _ingress.NextScrape <= upTo; _ingress.NextScrape += _times.ScrapeInterval)
            {
                if (!_schedule.ScrapesFail)
                {
                    Store(_ingress, _load.OfferedAt(_ingress.NextScrape) / Million);
                }
            }

            return;
        }

        foreach (var pod in _replicaSet.Pods)
        {
            for (; pod.NextScrape <= upTo; pod.NextScrape += _times.ScrapeInterval)
            {
                if (!_schedule.ScrapesFail)
                {
                    Store(pod, pod.Scrape(pod.NextScrape, _load.ShareAt(pod.NextScrape), _scenario.Pods, _times.ProbeInterval));
                }
            }
        }
    }

    /// <summary>The sum of the rates; null when no series has one.</summary>
    public double? Query(long now)
    {
        var at = KedaQuery.EvaluationTime(now);
        var sum = new VectorSum(_scenario.Semantics.Engine);
        if (_ingress is not null)
        {
            Add(_ingress, at, ref sum);
            return sum.Value;
        }

        foreach (var pod in _replicaSet.Pods)
        {
            Add(pod, at, ref sum);
        }

        _replicaSet.Forget();
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

    private void Store(ScrapeTarget target, long value)
    {
        target.Series.Append(target.NextScrape, value);
        Scrapes++;
    }

    private void Add(ScrapeTarget target, long at, ref VectorSum sum)
    {
        if (target.Series.TryRate(at, _window, _lag, _scenario.Semantics.Engine, out var rate))
        {
            sum.Add(rate);
        }
    }
}
