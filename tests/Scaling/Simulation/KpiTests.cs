using KedaStack.Scaling.Hpa.Spec;
using KedaStack.Scaling.Simulation;
using KedaStack.Scaling.Simulation.Recording.Kpis;
using KedaStack.Scaling.Simulation.Scenarios;
using KedaStack.Scaling.Simulation.TimeAndChance;

namespace KedaStack.Tests.Scaling.Simulation;

public sealed class KpiTests
{
    [Fact]
    public void Demo_Figures_AreThoseOfItsDecisions()
    {
        var run = Simulator.Run(Scenarios.PublicDemo(1));
        var kpis = run.Kpis;

        Assert.Equal(run.Decisions[0].AtMilliseconds - 300_000, kpis.TimeToFirstScaleUp!.Value.TotalMilliseconds);
        Assert.Equal(run.Decisions[^1].AtMilliseconds - 660_000, kpis.ScaleInTail!.Value.TotalMilliseconds);
        var ten = run.Decisions.First(decision => decision.To == 10).AtMilliseconds;
        Assert.InRange(kpis.TimeToTarget!.Value.TotalMilliseconds, ten - 300_000 + 2000, ten - 300_000 + 5000);
        var fromTen = run.Decisions.First(decision => decision.From == 10).AtMilliseconds;
        Assert.Equal((fromTen - ten) / 60_000m, kpis.MaxReplicaMinutes);
        Assert.Equal((10, 0, 0, 54_000, 54_000), (kpis.PeakReplicas, kpis.Overshoot, kpis.Flaps, kpis.OfferedRequests, kpis.ServedRequests));
        Assert.Null(kpis.Cost);
    }

    [Fact]
    public void Unmet_OnePodOfHalfTheLoad_IsHalfOfIt()
    {
        var scenario = Scenarios.Of("0s:20", 10) with { Pods = new PodModel { Capacity = 10, QueueLimit = 600 } };
        var run = Simulator.Run(scenario with { Settings = scenario.Settings with { MaxReplicaCount = 1 } });

        Assert.Equal((6000, 600, 5400, 600), (run.Kpis.UnmetRequests, run.Kpis.UnmetSeconds, run.Kpis.LostRequests, run.Kpis.QueuedRequests));
        Assert.Equal(10, run.Kpis.MaxReplicaMinutes);
    }

    [Fact]
    public void Flaps_BurstsWithoutStabilization_AreCounted()
    {
        var scenario = Scenarios.Of("0s:10, 5m:95, 8m:10, 12m:95, 15m:10", 30);
        var behavior = new HorizontalPodAutoscalerBehavior(null, new() { StabilizationWindow = TimeSpan.Zero });

        Assert.True(Simulator.Run(scenario with { Settings = scenario.Settings with { Behavior = behavior } }).Kpis.Flaps >= 3);
        Assert.Equal(0, Simulator.Run(Scenarios.Of("0s:10, 5m:95, 25m:10", 60)).Kpis.Flaps);
    }

    [Fact]
    public void RunKpis_GivesTheFiguresOfAWholeRun()
    {
        var prices = new SimulationPrices(0.05m);

        Assert.Equal(
            Simulator.Run(Scenarios.PublicDemo(1), new RecordingOptions { Prices = prices }).Kpis,
            Simulator.RunKpis(Scenarios.PublicDemo(1), prices));
    }

    [Fact]
    public void Errors_OfAScenario_AreAllSaid()
    {
        var scenario = Scenarios.PublicDemo(1) with
        {
            Duration = TimeSpan.Zero,
            InitialReplicas = -1,
            Pods = new PodModel { StartUpDelay = DelayRange.Seconds(5, 2) },
            Nodes = new NodePool { PodsPerNode = 0, MaxNodes = 1 },
        };

        Assert.Equal(4, ScenarioValidation.Errors(scenario).Count);
        Assert.StartsWith(
            "Duration is 0s; it must be from 1ms to 366d to be simulated.",
            Assert.Throws<ArgumentException>(() => Simulator.Run(scenario)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Errors_MinAboveMax_AreKedas() => Assert.Equal(
        ["MinReplicaCount=20 must be less than MaxReplicaCount=10"],
        ScenarioValidation.Errors(Scenarios.PublicDemo(1) with { Settings = Scenarios.DemoSettings with { MinReplicaCount = 20 } }));
}
