using KedaStack.Scaling;
using KedaStack.Scaling.Simulation.Load;
using KedaStack.Scaling.Simulation.Scenarios;

namespace KedaStack.Benchmarks;

/// <summary>The runs that are measured.</summary>
internal static class Runs
{
    private const int SecondsPerDay = 86_400;
    private const int Milli = 1000;

    /// <summary>The settings of the stack, with every interval at its default.</summary>
    public static ScalingSettings Settings { get; } = new()
    {
        ScrapeInterval = TimeSpan.FromSeconds(15),
        Window = TimeSpan.FromMinutes(2),
        Threshold = 10,
        ActivationThreshold = 0,
        IgnoreNullValues = true,
        PollingInterval = TimeSpan.FromSeconds(15),
        CooldownPeriod = TimeSpan.FromMinutes(5),
        MinReplicaCount = 1,
        MaxReplicaCount = 10,
    };

    /// <summary>A day of a load.</summary>
    public static SimulationScenario Day(Traffic traffic, ScalingSettings? settings = null) => new()
    {
        Settings = settings ?? Settings,
        Traffic = traffic,
        Duration = TimeSpan.FromDays(1),
    };

    /// <summary>A day with as many pods all the time.</summary>
    public static SimulationScenario SteadyDay(int pods) =>
        Day(TrafficShape.Steady(10 * pods), Settings with { MinReplicaCount = pods, MaxReplicaCount = pods });

    /// <summary>The public demo each half an hour.</summary>
    public static SimulationScenario DemoAllDay() => Day(Traffic.FromSteps(
        from start in Enumerable.Range(0, SecondsPerDay / 1800).Select(half => half * 1800L * Milli)
        from step in TrafficShape.Demo().Steps.ToArray()
        select step with { AtMilliseconds = start + step.AtMilliseconds }));

    /// <summary>A load that is another in each second, around what a number of pods serve.</summary>
    public static SimulationScenario LoadOfSeconds(int pods) => Day(Traffic.FromSteps(
        from second in Enumerable.Range(0, SecondsPerDay)
        let spread = second * 7919L % 1000
        select new TrafficStep(second * (long)Milli, (pods * 9_000) + spread)));

    /// <summary>The same, and scraped, polled and synced in each second, too.</summary>
    public static SimulationScenario EverythingInSeconds(int pods)
    {
        var run = LoadOfSeconds(pods);
        var second = TimeSpan.FromSeconds(1);
        return run with
        {
            Settings = run.Settings with { ScrapeInterval = second, PollingInterval = second },
            Semantics = run.Semantics with { Hpa = run.Semantics.Hpa with { SyncPeriod = second } },
            MetricLatency = TimeSpan.Zero,
        };
    }

    /// <summary>A week of days that need up to 100 pods.</summary>
    public static SimulationScenario WeekOfHundredPods() =>
        Day(TrafficShape.Diurnal(1000, 7), Settings with { MaxReplicaCount = 100 }) with { Duration = TimeSpan.FromDays(7) };
}
