using System.Text;
using KedaStack.Reports.Simulate;
using KedaStack.Resources.Load;
using KedaStack.Resources.Workloads;
using KedaStack.Scaling.Simulation;
using KedaStack.Scaling.Simulation.Load;
using KedaStack.Scaling.Simulation.Scenarios;

namespace KedaStack.Reports.WarmUps;

/// <summary>The warm-up of <c>simulate</c>.</summary>
internal static class SimulateWarmUp
{
    private const int WidthColumns = 80;
    private const int MostPoints = 100;

    /// <summary>Simulates ten minutes of settings like most.</summary>
    /// <param name="note">What is written below the figures.</param>
    /// <returns>The text.</returns>
    public static string Run(string note)
    {
        var traffic = new SimulatedTraffic
        {
            Source = "",
            Traffic = Traffic.FromSteps([new TrafficStep(0, 5_000), new TrafficStep(120_000, 60_000)]),
            Duration = TimeSpan.FromMinutes(10),
        };
        var world = new SimulatedWorld { Pods = new PodModel(), HasNodePool = false, Notes = [note] };
        var scenario = new SimulationScenario
        {
            Settings = WarmUp.Scaling,
            Traffic = traffic.Traffic,
            Duration = traffic.Duration,
        };
        var run = new SimulatedRun("", "", scenario, Simulator.Run(scenario, new RecordingOptions { MostPoints = MostPoints }));
        return Simulate.SimulationText.Write(new SimulationReport { Stack = "", Traffic = traffic, World = world, Runs = [run] }, WidthColumns, Encoding.UTF8);
    }
}
