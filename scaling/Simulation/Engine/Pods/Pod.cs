using KedaStack.Scaling.Simulation.Scenarios;
using KedaStack.Scaling.Simulation.TimeAndChance;

namespace KedaStack.Scaling.Simulation.Engine.Pods;

/// <summary>A pod with its counter.</summary>
internal sealed class Pod : ScrapeTarget
{
    private const long Million = 1_000_000;
    private const long Second = 1000;

    private long _shareWhenReady;
    private long _served;
    private long _createdAt;
    private long _readyAt;
    private long _firstProbe;
    private long _scrapes;

    /// <summary>The number of the pod; pods are numbered from 0 in the order in which they were created.</summary>
    public int Ordinal { get; private set; }

    /// <summary>What it does.</summary>
    public PodState State { get; set; }

    /// <summary>Its UID, as far as it is compared with others.</summary>
    public long Uid { get; private set; }

    /// <summary>
    /// When it became Ready, while it is; when it was created, while it is not. The API keeps both in whole seconds (recorded: of
    /// 751 scale-downs one is out of order when the milliseconds count, none when the seconds do).
    /// </summary>
    public long Since => (State == PodState.Ready ? _readyAt : _createdAt) / Second * Second;

    /// <summary>When its state changes by itself.</summary>
    public long NextChange { get; set; }

    /// <summary>From when on Prometheus knows it.</summary>
    public long DiscoveredAt { get; set; }

    /// <summary>How often it crashed.</summary>
    public int Crashes { get; private set; }

    /// <summary>The crashes that count for the kubelet's back-off.</summary>
    public int CountedCrashes { get; private set; }

    /// <summary>When its container started last, or is to be restarted.</summary>
    public long StartedAt { get; set; }

    /// <summary>Until when it crashes again and again; 0 when it does not.</summary>
    public long LoopsUntil { get; set; }

    /// <summary>How long it runs until it crashes again.</summary>
    public long LoopUptime { get; set; }

    /// <summary>When it crashes.</summary>
    public long CrashAt { get; set; }

    /// <summary>Whether the ReplicaSet counts it.</summary>
    public bool IsLive => State < PodState.Terminating;

    /// <summary>Makes a new pod of the object.</summary>
    public void Create(int ordinal, long phase, long uid, long now)
    {
        (Ordinal, Phase, State, Uid, _createdAt) = (ordinal, phase, PodState.Pending, uid, now);
        (NextChange, NextScrape, CrashAt) = (SimulationTime.Never, SimulationTime.Never, SimulationTime.Never);
        (Crashes, CountedCrashes, LoopsUntil) = (0, 0, 0);
        Series.Clear();
    }

    /// <summary>Its process began to listen with its counter at 0.</summary>
    public void Listen(long firstProbe)
    {
        (State, _scrapes, _firstProbe, _served) = (PodState.Listening, 0, firstProbe, 0);
    }

    /// <summary>It became Ready.</summary>
    public void BecomeReady(long share, long now)
    {
        (State, _shareWhenReady, NextChange, _readyAt) = (PodState.Ready, share, SimulationTime.Never, now);
    }

    /// <summary>Its process ended.</summary>
    /// <param name="counted">The crashes that count for the kubelet's back-off, with this one.</param>
    /// <param name="startsAt">When it is restarted.</param>
    /// <param name="backAt">When it listens again.</param>
    public void Crash(int counted, long startsAt, long backAt)
    {
        (CountedCrashes, StartedAt) = (counted, startsAt);
        (State, NextChange, NextScrape, CrashAt) = (PodState.Down, backAt, SimulationTime.Never, SimulationTime.Never);
        Crashes++;
    }

    /// <summary>It was removed; it serves no more, but is scraped until it is gone.</summary>
    /// <param name="goneAt">When it is gone.</param>
    /// <param name="share">What each Ready pod has served up to now.</param>
    public void Terminate(long goneAt, long share)
    {
        _served = State == PodState.Ready ? share - _shareWhenReady : 0;
        (State, NextChange, CrashAt) = (PodState.Terminating, goneAt, SimulationTime.Never);
    }

    /// <summary>It is gone.</summary>
    public void End() => (State, NextChange, NextScrape) = (PodState.Gone, SimulationTime.Never, SimulationTime.Never);

    /// <summary>The counter at a scrape, which counts itself afterwards.</summary>
    /// <param name="time">The time.</param>
    /// <param name="share">What each Ready pod served up to it.</param>
    /// <param name="model">The pods.</param>
    /// <param name="probeInterval">The period of counted probes; 0 without.</param>
    public long Scrape(long time, long share, PodModel model, long probeInterval)
    {
        var served = State == PodState.Ready ? share - _shareWhenReady : _served;
        var probes = probeInterval == 0 || time < _firstProbe ? 0 : ((time - _firstProbe) / probeInterval) + 1;
        return (served / Million) + probes + (model.CountsScrapes ? _scrapes++ : 0);
    }
}
