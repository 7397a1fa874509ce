using KedaStack.Scaling.Hpa.Spec;
using KedaStack.Scaling.Keda;
using KedaStack.Scaling.Keda.Modifiers;
using KedaStack.Scaling.Keda.Semantics;
using KedaStack.Scaling.Keda.Triggers;
using KedaStack.Scaling.Keda.Triggers.Azure;
using KedaStack.Scaling.Keda.Triggers.Config;
using KedaStack.Scaling.Keda.Triggers.Reading;
using KedaStack.Scaling.Simulation;
using KedaStack.Scaling.Simulation.Scenarios;

namespace KedaStack.Tests.Scaling.Simulation;

/// <summary>Triggers besides that of the load, whose sources are known.</summary>
public sealed class SourcesTests
{
    private static readonly AzureQueueTrigger _queue = new() { QueueName = "jobs", TriggerIndex = 1, Name = "jobs" };

    // A queue of 35 from the 10th to the 20th minute, 5 a replica, beside a load for 3.
    private static readonly SourceStep[] _steps = [new(TimeSpan.FromMinutes(10), 35), new(TimeSpan.FromMinutes(20), 0)];

    [Fact]
    public void TwoTriggers_TheHigherOneWins()
    {
        var run = Simulator.Run(Scenario(Both));

        Assert.Equal([3, 7, 3], Counts(run, 9, 12, 29));
    }

    [Fact]
    public void Formula_TakesBoth()
    {
        var modifiers = ScalingModifiers.Read("load + jobs", "10", "", "", ["load", "jobs"], out var error);
        Assert.Null(error);

        // 30 requests a second and 35 messages with a target of 10.
        Assert.Equal([3, 7, 3], Counts(Simulator.Run(Scenario(Both with { Modifiers = modifiers })), 9, 12, 29));
    }

    [Fact]
    public void NoPrometheusTrigger_FromZeroAndToZero()
    {
        var alone = Both with { Triggers = [_queue with { TriggerIndex = 0 }], MinReplicaCount = 0 };

        var run = Simulator.Run(Scenario(alone) with { Sources = new Dictionary<int, IReadOnlyList<SourceStep>> { [0] = _steps } });

        Assert.Equal([0, 7, 0], Counts(run, 9, 12, 29));
    }

    [Fact]
    public void Errors_NameTheTriggerThatIsNotSimulated()
    {
        var scenario = Scenario(Both) with { Sources = new Dictionary<int, IReadOnlyList<SourceStep>>() };

        Assert.Equal(["Sources does not say what trigger 1 of type azure-queue answers."], ScenarioValidation.Errors(scenario));
        Assert.Equal(
            ["The ScaledObject has 2 prometheus triggers; one load answers one query only."],
            ScenarioValidation.Errors(Scenario(Both with { Triggers = [Load, Load with { TriggerIndex = 1 }] })));
        Assert.Equal(
            ["Trigger 1 of type cpu is measured at the pods, which is not simulated."],
            ScenarioValidation.Errors(Scenario(Both with { Triggers = [Load, Cpu] })));
    }

    private static PrometheusTrigger Load => Scenarios.DemoSettings.ToScaledObject("web", "web", "query", "address").PrometheusTrigger with { Name = "load" };

    private static ResourceTrigger Cpu =>
        (ResourceTrigger)TriggerReader.Read(
            new TriggerDefinition
            {
                Type = ResourceMetricSource.Cpu,
                Metadata = new Dictionary<string, string> { ["value"] = "50" },
                MetricType = "Utilization",
                TriggerIndex = 1,
            },
            KedaSemantics.Default).Trigger!;

    private static ScaledObject Both =>
        Scenarios.DemoSettings.ToScaledObject("web", "web", "query", "address") with { Triggers = [Load, _queue] };

    private static SimulationScenario Scenario(ScaledObject scaledObject) => Scenarios.Of("0s:30", 30) with
    {
        ScaledObject = scaledObject,
        Sources = new Dictionary<int, IReadOnlyList<SourceStep>> { [1] = _steps },
    };

    private static IEnumerable<int> Counts(SimulationResult run, params int[] minutes) =>
        minutes.Select(minute => run.Points.Last(point => point.AtMilliseconds <= minute * 60_000L).SpecReplicas);
}
