using KedaStack.Reports.Simulate;
using KedaStack.Scaling;
using KedaStack.Scaling.Simulation;
using KedaStack.Scaling.Simulation.Load;
using KedaStack.Scaling.Simulation.Recording;
using KedaStack.Scaling.Simulation.Scenarios;

namespace KedaStack.Tests.Reports.Simulate;

/// <summary>The columns of a terminal's chart.</summary>
public sealed class RunColumnsTests
{
    // Four columns between two syncs.
    private const int ColumnsPerSync = 4;
    private static readonly TimeSpan _duration = TimeSpan.FromMinutes(10);

    [Fact]
    public void Limit_BetweenTwoSyncs_IsThatOfTheFirst()
    {
        var traffic = Traffic.FromSteps([new TrafficStep(0, 200_000)]);
        var result = Simulator.Run(
            new SimulationScenario
            {
                Settings = new ScalingSettings
                {
                    ScrapeInterval = TimeSpan.FromSeconds(15),
                    Window = TimeSpan.FromMinutes(1),
                    Threshold = 10,
                    ActivationThreshold = 0,
                    IgnoreNullValues = false,
                    PollingInterval = TimeSpan.FromSeconds(30),
                    CooldownPeriod = TimeSpan.FromMinutes(5),
                    MinReplicaCount = 1,
                    MaxReplicaCount = 10,
                },
                Traffic = traffic,
                Duration = _duration,
            },
            new RecordingOptions { MostPoints = 100 });

        var letters = new string(new RunColumns(traffic, result, _duration, (int)_duration.TotalSeconds / 15 * ColumnsPerSync).Letters);

        // Before the first sync, no value yet, steps up, and the maximum for the rest.
        Assert.Matches(@"^\.{0,4}-{4,}[.^]*M+\z", letters);
    }
}
