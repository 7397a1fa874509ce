using KedaStack.Scaling.Simulation.Disturbances;
using KedaStack.Scaling.Simulation.Engine.Pods;
using KedaStack.Scaling.Simulation.TimeAndChance;

namespace KedaStack.Scaling.Simulation.Engine;

/// <summary>Which disturbances hold, and when that changes.</summary>
internal sealed class DisturbanceSchedule
{
    private readonly Disturbance[] _disturbances;
    private readonly long _begin;
    private readonly long[] _changes;
    private int _next;

    /// <summary>Creates the schedule.</summary>
    /// <param name="disturbances">The disturbances.</param>
    /// <param name="begin">When the time begins that theirs are counted from.</param>
    public DisturbanceSchedule(IReadOnlyList<Disturbance> disturbances, long begin)
    {
        (_disturbances, _begin) = ([.. disturbances], begin);
        _changes = disturbances.SelectMany(disturbance => new[] { Start(disturbance), End(disturbance) }).Distinct().Order().ToArray();
    }

    /// <summary>When a disturbance begins or ends.</summary>
    public long NextChange => _next < _changes.Length ? _changes[_next] : SimulationTime.Never;

    /// <summary>Whether queries fail.</summary>
    public bool QueriesFail { get; private set; }

    /// <summary>How much longer the HPA waits for an answer than usual, in milliseconds.</summary>
    public long AnswerTime { get; private set; }

    /// <summary>Whether the HPA's requests fail before they reach KEDA.</summary>
    public bool MetricsApiFails { get; private set; }

    /// <summary>Whether scrapes fail.</summary>
    public bool ScrapesFail { get; private set; }

    /// <summary>Applies what begins and ends now; the load was advanced to now.</summary>
    public void Run(long now, ReplicaSet replicaSet, MetricStore metrics)
    {
        if (NextChange > now)
        {
            return;
        }

        _next++;
        (QueriesFail, AnswerTime, MetricsApiFails, ScrapesFail) = (false, 0, false, false);
        foreach (var disturbance in _disturbances)
        {
            var holds = Start(disturbance) <= now && now < End(disturbance);
            QueriesFail |= holds && disturbance is (MetricsOutage or PrometheusRestart);
            AnswerTime = holds && disturbance is MetricsOutage outage ? Math.Max(AnswerTime, outage.AnswerTime.WholeMilliseconds()) : AnswerTime;
            MetricsApiFails |= holds && disturbance is MetricsApiOutage;
            ScrapesFail |= holds && disturbance is (ScrapeGap or PrometheusRestart);
            if (Start(disturbance) == now)
            {
                Begin(disturbance, now, replicaSet, metrics);
            }
        }
    }

    private void Begin(Disturbance disturbance, long now, ReplicaSet replicaSet, MetricStore metrics)
    {
        switch (disturbance)
        {
            case PrometheusRestart { LosesData: true }:
                metrics.Clear();
                break;
            case PodCrashLoop loop:
                replicaSet.CrashOldest(now, loop.Pods, End(loop), loop.Uptime.WholeMilliseconds());
                break;
            default:
                break;
        }
    }

    private long Start(Disturbance disturbance) => _begin + disturbance.At.WholeMilliseconds();

    private long End(Disturbance disturbance) => _begin + (disturbance.At + disturbance.Duration).WholeMilliseconds();
}
