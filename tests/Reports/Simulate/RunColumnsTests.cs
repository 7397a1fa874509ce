using KedaStack.Reports.Simulate;
using KedaStack.Scaling.Simulation;
using KedaStack.Tests.Scaling.Simulation;

namespace KedaStack.Tests.Reports.Simulate;

/// <summary>The columns of a terminal's chart.</summary>
public sealed class RunColumnsTests
{
    private const int Minutes = 10;
    private const int SyncsPerMinute = 4;
    private const int ColumnsPerSync = 4;

    [Fact]
    public void Limit_BetweenTwoSyncs_IsThatOfTheFirst()
    {
        var scenario = Scenarios.Of("0s:200", Minutes) with { Settings = Scenarios.DemoSettings with { IgnoreNullValues = false } };
        var result = Simulator.Run(scenario, new RecordingOptions { MostPoints = 100 });

        var letters = new string(new RunColumns(scenario.Traffic, result, scenario.Duration, Minutes * SyncsPerMinute * ColumnsPerSync).Letters);

        // Before the first sync, no value yet, steps up, and the maximum for the rest.
        Assert.Matches(@"^\.{0,4}-{4,}[.^]*M+\z", letters);
    }
}
