using KedaStack.Scaling.Simulation.Disturbances;

namespace KedaStack.Scaling.Simulation.Engine;

/// <summary>The random and the fixed times of the pods.</summary>
internal sealed class PodTimes(SimulationScenario scenario, SimulationDraws draws)
{
    private readonly SlowStart[] _slowStarts = [.. scenario.Disturbances.OfType<SlowStart>()];

    /// <summary>The scrape interval.</summary>
    public long ScrapeInterval { get; } = scenario.Settings.ScrapeInterval.WholeMilliseconds();

    /// <summary>The period of counted probes; 0 without.</summary>
    public long ProbeInterval { get; } = scenario.Pods.CountedProbeInterval?.WholeMilliseconds() ?? 0;

    /// <summary>From listening to Ready.</summary>
    public long ReadinessDelay { get; } = scenario.Pods.ReadinessDelay.WholeMilliseconds();

    /// <summary>From removed to gone.</summary>
    public long TerminationGrace { get; } = scenario.Pods.TerminationGrace.WholeMilliseconds();

    /// <summary>The place of a target's scrapes within the interval.</summary>
    public long ScrapePhase(int ordinal) => scenario.ScrapePhases.TryGetValue(ordinal, out var known)
        ? known.WholeMilliseconds() % ScrapeInterval
        : draws.Below(DrawPurpose.ScrapePhase, ordinal, ScrapeInterval);

    /// <summary>When Prometheus knows a pod that gets its node now.</summary>
    public long DiscoveredAt(int ordinal, long now) =>
        now + draws.Within(DrawPurpose.Discovery, ordinal, scenario.Pods.DiscoveryDelay);

    /// <summary>When a pod listens that begins to start now.</summary>
    public long ListensAt(int ordinal, long now)
    {
        var at = now + draws.Within(DrawPurpose.StartUp, ordinal, scenario.Pods.StartUpDelay);
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
}
