using KedaStack.Scaling.Simulation.Disturbances;
using KedaStack.Scaling.Simulation.Scenarios;
using KedaStack.Scaling.Simulation.TimeAndChance;

namespace KedaStack.Scaling.Simulation.Engine.Pods;

/// <summary>The random and the fixed times of the pods.</summary>
internal sealed class PodTimes(SimulationScenario scenario, SimulationDraws draws)
{
    private readonly long _countingTicks = scenario.CountingInterval.Ticks;
    private readonly long[] _lots = [.. scenario.Known.Lots.Select(lot => lot.WholeMilliseconds())];
    private readonly long _countingPhase = scenario.CountingInterval > TimeSpan.Zero
        ? draws.Below(DrawPurpose.CountingPhase, 0, scenario.CountingInterval.Ticks)
        : 0;

    private readonly SlowStart[] _slowStarts = [.. scenario.Disturbances.OfType<SlowStart>()];

    /// <summary>The scrape interval.</summary>
    public long ScrapeInterval { get; } = scenario.Settings.ScrapeInterval.WholeMilliseconds();

    /// <summary>The period of counted probes; 0 without.</summary>
    public long ProbeInterval { get; } = scenario.Pods.CountedProbeInterval?.WholeMilliseconds() ?? 0;

    /// <summary>Until the Deployment's status shows what was created or removed.</summary>
    public long StatusDelay { get; } = scenario.StatusDelay.WholeMilliseconds();

    /// <summary>Whether requests are handed out in lots.</summary>
    public bool CountsInLots => _countingTicks > 0;

    /// <summary>The last lot of requests at a time; 0 before the first.</summary>
    public long LotBefore(long time)
    {
        if (_lots.Length > 0 && time >= _lots[0])
        {
            return KnownLot(time);
        }

        var since = (time * TimeSpan.TicksPerMillisecond) - _countingPhase;
        return since < 0 ? 0 : (_countingPhase + (since / _countingTicks * _countingTicks)) / TimeSpan.TicksPerMillisecond;
    }

    /// <summary>From listening to Ready.</summary>
    public long ReadinessDelay { get; } = scenario.Pods.ReadinessDelay.WholeMilliseconds();

    /// <summary>The place of a target's scrapes within the interval.</summary>
    public long ScrapePhase(int ordinal) => scenario.ScrapePhases.TryGetValue(ordinal, out var known)
        ? known.WholeMilliseconds() % ScrapeInterval
        : draws.Below(DrawPurpose.ScrapePhase, ordinal, ScrapeInterval);

    /// <summary>When Prometheus knows a pod that gets its node now.</summary>
    public long DiscoveredAt(int ordinal, long now) => now
        + (Known(ordinal)?.Discovery?.WholeMilliseconds() ?? draws.Within(DrawPurpose.Discovery, ordinal, scenario.Pods.DiscoveryDelay));

    /// <summary>When a pod is deleted that is removed now.</summary>
    public long DeletedAt(int ordinal, long now) => now + (Known(ordinal)?.Deletion?.WholeMilliseconds() ?? 0);

    /// <summary>When a pod is gone that is removed now.</summary>
    public long GoneAt(int ordinal, long now) => now
        + (Known(ordinal)?.Termination?.WholeMilliseconds() ?? draws.Within(DrawPurpose.Termination, ordinal, scenario.Pods.TerminationDelay));

    /// <summary>A pod's UID, as far as it is compared with others.</summary>
    public long Uid(int ordinal) => Known(ordinal)?.Uid ?? draws.Below(DrawPurpose.Uid, ordinal, long.MaxValue);

    /// <summary>When a pod listens that begins to start now.</summary>
    public long ListensAt(int ordinal, long now)
    {
        var at = now
            + (Known(ordinal)?.StartUp?.WholeMilliseconds() ?? draws.Within(DrawPurpose.StartUp, ordinal, scenario.Pods.StartUpDelay));
        foreach (var slow in _slowStarts)
        {
            if (now >= slow.At.WholeMilliseconds() && now < (slow.At + slow.Duration).WholeMilliseconds())
            {
                at += slow.ExtraDelay.WholeMilliseconds();
            }
        }

        return at;
    }

    /// <summary>When the first probe comes of a pod that listens now.</summary>
    public long FirstProbe(int ordinal, long now) =>
        ProbeInterval == 0 ? SimulationTime.Never : now + draws.Below(DrawPurpose.ProbePhase, ordinal, ProbeInterval);

    private long KnownLot(long time)
    {
        var place = Array.BinarySearch(_lots, time);
        return _lots[place < 0 ? ~place - 1 : place];
    }

    private KnownPod? Known(int ordinal) => scenario.Known.Pods.GetValueOrDefault(ordinal);
}
