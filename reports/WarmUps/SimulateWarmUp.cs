using KedaStack.Scaling;
using KedaStack.Scaling.Simulation;
using KedaStack.Scaling.Simulation.Load;
using KedaStack.Scaling.Simulation.Scenarios;

namespace KedaStack.Reports.WarmUps;

/// <summary>The warm-up of <c>simulate</c>.</summary>
internal static class SimulateWarmUp
{
    private const int MostPoints = 100;

    /// <summary>Simulates ten minutes of settings like most.</summary>
    public static SimulationResult Run() => Simulator.Run(
        new SimulationScenario
        {
            Settings = new ScalingSettings
            {
                ScrapeInterval = TimeSpan.FromSeconds(15),
                Window = TimeSpan.FromMinutes(2),
                Threshold = 10,
                ActivationThreshold = 0,
                IgnoreNullValues = false,
                PollingInterval = TimeSpan.FromSeconds(30),
                CooldownPeriod = TimeSpan.FromMinutes(5),
                MinReplicaCount = 1,
                MaxReplicaCount = 10,
            },
            Traffic = Traffic.FromSteps([new TrafficStep(0, 5_000), new TrafficStep(120_000, 60_000)]),
            Duration = TimeSpan.FromMinutes(10),
        },
        new RecordingOptions { MostPoints = MostPoints });
}
