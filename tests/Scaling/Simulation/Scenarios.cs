using KedaStack.Scaling;
using KedaStack.Scaling.Simulation.Load;
using KedaStack.Scaling.Simulation.Scenarios;

namespace KedaStack.Tests.Scaling.Simulation;

/// <summary>Scenarios to start from.</summary>
internal static class Scenarios
{
    public static readonly ScalingSettings DemoSettings = new()
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

    /// <summary>The public demo: the readiness probe uses the counted path; idle, six minutes of load, idle again.</summary>
    public static SimulationScenario PublicDemo(ulong seed) => new()
    {
        Settings = DemoSettings,
        Traffic = Load("0s:0, 5m:150, 11m:0"),
        Duration = TimeSpan.FromMinutes(25),
        Seed = seed,
        Pods = new PodModel { CountedProbeInterval = TimeSpan.FromSeconds(10) },
    };

    /// <summary>The demo's settings without probes, with another load.</summary>
    public static SimulationScenario Of(string traffic, int minutes, ulong seed = 1) => new()
    {
        Settings = DemoSettings,
        Traffic = Load(traffic),
        Duration = TimeSpan.FromMinutes(minutes),
        Seed = seed,
    };

    public static Traffic Load(string text) =>
        TrafficExpression.TryParse(text, out var errors) ?? throw new ArgumentException(string.Join('\n', errors), nameof(text));
}
