using KedaStack.Scaling;
using KedaStack.Scaling.Keda;
using KedaStack.Scaling.Simulation;
using KedaStack.Scaling.Simulation.Disturbances;
using KedaStack.Scaling.Simulation.Recording;
using KedaStack.Scaling.Simulation.Recording.Kpis;
using KedaStack.Scaling.Simulation.Scenarios;

namespace KedaStack.Tests.Scaling.Simulation;

/// <summary>Pods, nodes, caches and the way to and from 0.</summary>
public sealed class WorldTests
{
    [Fact]
    public void MinZero_OwnMetricWithoutLoad_FallsAsleepAndNeverWakesUp()
    {
        var run = Simulator.Run(FromZero("0s:30, 10m:0, 30m:95", 60));

        Assert.Equal((0, DecisionRule.Deactivation), (run.Decisions[^1].To, run.Decisions[^1].Rule));
        Assert.InRange(run.Decisions[^1].AtMilliseconds, 900_000, 1_200_000);
        Assert.Equal(0, run.Points[^1].SpecReplicas);
        Assert.True(run.Kpis.LostRequests > 0);
    }

    [Fact]
    public void MinZero_NewScaledObjectBeforeTheFirstRate_FallsAsleepAtOnce()
    {
        var run = Simulator.Run(FromZero("0s:30", 60) with { AutoscaledFrom = TimeSpan.Zero });

        Assert.Equal([DecisionRule.Deactivation], run.Decisions.Select(decision => decision.Rule));
        Assert.InRange(run.Decisions[0].AtMilliseconds, 0, 15_000);
    }

    [Fact]
    public void MinZero_ProbesAreCounted_NeverFallsAsleep()
    {
        var run = Simulator.Run(FromZero("0s:0", 120) with { Pods = new PodModel { CountedProbeInterval = TimeSpan.FromSeconds(10) } });

        Assert.Empty(run.Decisions);
    }

    [Fact]
    public void MinZero_MetricOfTheIngress_WakesUp()
    {
        var run = Simulator.Run(FromZero("0s:30, 10m:0, 30m:110", 60) with { Origin = MetricOrigin.Ingress });

        var wake = run.Decisions.First(decision => decision.Rule == DecisionRule.Activation);
        Assert.InRange(wake.AtMilliseconds, 1_800_000, 1_800_000 + 45_000);
        Assert.Equal(10, run.Decisions[^1].To);
    }

    [Fact]
    public void LeadIn_SteadyLoad_BeginsAtRest()
    {
        var cold = Simulator.Run(Scenarios.Of("0s:55", 30));
        var rested = Simulator.Run(Scenarios.Of("0s:55", 30) with { LeadIn = TimeSpan.FromMinutes(15) });

        Assert.NotEmpty(cold.Decisions);
        Assert.Empty(rested.Decisions);
        Assert.All(rested.Points, point => Assert.Equal(6, point.ReadyPods));
        Assert.All(rested.Points, point => Assert.InRange(point.MetricMilli!.Value, 54_900, 55_100));
        Assert.Equal(3m, rested.Kpis.ReplicaHours);
        Assert.Equal(99_000m, rested.Kpis.OfferedRequests);
    }

    [Fact]
    public void LeadIn_LoadAndDisturbances_BeginAfterIt()
    {
        var scenario = Scenarios.Of("0s:10, 5m:95", 30) with { Disturbances = [new MetricsOutage(TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(10))] };

        var run = Simulator.Run(scenario with { LeadIn = TimeSpan.FromMinutes(15) });

        Assert.InRange(run.Decisions[0].AtMilliseconds, 900_000, 930_000);
        Assert.Equal(10, run.Points[^1].ReadyPods);
    }

    [Fact]
    public void Fallback_DuringAnOutage_IsTheRule()
    {
        var settings = Scenarios.DemoSettings with { MinReplicaCount = 3, Fallback = new Fallback(3, 6) };
        var scenario = Scenarios.Of("0s:10", 30) with
        {
            Settings = settings,
            Disturbances = [new MetricsOutage(TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(10))],
        };

        var first = Simulator.Run(scenario).Decisions[0];

        Assert.Equal((6, DecisionRule.Fallback, "KEDA's fallback asks for 6"), (first.To, first.Rule, DecisionText.Explain(first)));
    }

    [Fact]
    public void NodePool_WithoutRoom_MakesTheTargetLaterByTheProvisioning()
    {
        var scenario = Scenarios.Of("0s:10, 10m:110", 40);
        var pool = new NodePool { PodsPerNode = 4, MaxNodes = 5, ProvisioningDelay = TimeSpan.FromMinutes(4) };
        var usual = Simulator.Run(scenario);
        var waiting = Simulator.Run(scenario with { Nodes = pool });

        Assert.InRange((waiting.Kpis.TimeToTarget - usual.Kpis.TimeToTarget)!.Value.TotalMinutes, 3, 5);
        Assert.Equal(10, waiting.Points[^1].ReadyPods);
        Assert.Equal(0, waiting.Kpis.MostPodsWithoutRoom);
    }

    [Fact]
    public void NodePool_AtItsLimit_LeavesPodsWaiting()
    {
        var run = Simulator.Run(Scenarios.Of("0s:110", 60) with { Nodes = new NodePool { PodsPerNode = 3, MaxNodes = 2 } });

        Assert.Equal((10, 6), (run.Points[^1].StatusReplicas, run.Points[^1].ReadyPods));
        Assert.Equal(4, run.Kpis.MostPodsWithoutRoom);
    }

    // Pods that never had room go first, and nothing of them is left when the load comes back.
    [Fact]
    public void NodePool_WaitingPodsRemoved_WaitNoMore()
    {
        var run = Simulator.Run(Scenarios.Of("0s:110, 10m:0, 30m:110", 60) with { Nodes = new NodePool { PodsPerNode = 3, MaxNodes = 2 } });

        Assert.Equal((10, 6, 4), (run.Points[^1].StatusReplicas, run.Points[^1].ReadyPods, run.Kpis.MostPodsWithoutRoom));
    }

    [Fact]
    public void NodePool_AfterScaleIn_ShrinksAfterTenMinutes()
    {
        var pool = new NodePool { PodsPerNode = 2, MaxNodes = 5 };
        var run = Simulator.Run(
            Scenarios.Of("0s:95, 20m:0", 120) with { Nodes = pool },
            new RecordingOptions { Prices = new SimulationPrices(0.01m, 0.2m) });

        Assert.InRange(run.Kpis.NodeHours, 2.5m, 6);
        Assert.Equal((run.Kpis.ReplicaHours * 0.01m) + (run.Kpis.NodeHours * 0.2m), run.Kpis.Cost);
    }

    [Fact]
    public void CachedMetrics_HpaSeesThePollsValues()
    {
        var scenario = Scenarios.Of("0s:20, 10m:95", 30) with { UseCachedMetrics = true };
        var run = Simulator.Run(scenario with { Settings = scenario.Settings with { PollingInterval = TimeSpan.FromMinutes(5) } });

        Assert.InRange(run.Points.Where(point => point.AtMilliseconds > 600_000).Select(point => point.MetricMilli).Distinct().Count(), 2, 6);
    }

    [Fact]
    public void IngestionLag_SteadyLoad_ReadsLower()
    {
        var run = Simulator.Run(Scenarios.Of("0s:100", 30) with
        {
            Semantics = ScalingSemantics.Default with { IngestionLag = TimeSpan.FromSeconds(30) },
        });

        // 75m with 30 s of lag where it would be 100m: the specification, a.6.
        Assert.All(run.Points.Where(point => point.AtMilliseconds > 900_000), point =>
            Assert.InRange(point.MetricMilli!.Value, 70_000, 80_000));
    }

    private static SimulationScenario FromZero(string traffic, int minutes)
    {
        var scenario = Scenarios.Of(traffic, minutes);
        return scenario with
        {
            Settings = scenario.Settings with { MinReplicaCount = 0 },
            AutoscaledFrom = TimeSpan.FromMinutes(1),
        };
    }
}
