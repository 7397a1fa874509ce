using KedaStack.Scaling.Hpa.Spec;
using KedaStack.Scaling.Keda;
using KedaStack.Scaling.Simulation;
using KedaStack.Scaling.Simulation.Disturbances;
using KedaStack.Scaling.Simulation.Load;
using KedaStack.Scaling.Simulation.Recording.Kpis;
using KedaStack.Scaling.Simulation.Scenarios;
using KedaStack.Tests.Shared;

namespace KedaStack.Tests.Scaling.Simulation;

/// <summary>How much work and memory a run is, counted and not timed.</summary>
public sealed class WorkTests
{
    private const int SyncsPerDay = 24 * 60 * 4;

    // The samples of the few pods that may be there at once on a later day beyond those of the first.
    private const int FewPods = 4096;

    [Fact]
    public void Day_SteadyLoad_HasNoMoreEventsThanSyncs()
    {
        var run = Simulator.Run(Scenarios.Of("0s:50", 24 * 60));

        Assert.InRange(run.Statistics.Events, SyncsPerDay * 9 / 10, SyncsPerDay + 50);
        Assert.InRange(run.Statistics.Scrapes, 5 * SyncsPerDay * 9 / 10, 6 * SyncsPerDay);
    }

    [Fact]
    public void Week_HundredPods_AllocatesLittle()
    {
        var settings = Scenarios.DemoSettings with { MaxReplicaCount = 100 };
        var scenario = Scenarios.Of("0s:0", 7 * 24 * 60) with { Settings = settings, Traffic = TrafficShape.Diurnal(950, 7) };
        var kpis = new KpiCollector(settings);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Simulator.Run(scenario, kpis);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
        Assert.InRange(kpis.Kpis.PeakReplicas, 90, 100);
    }

    /// <summary>What happens each hour for three days allocates what it does for one: nothing is allocated per event.</summary>
    [Theory]
    [InlineData("load")]
    [InlineData("load of seconds")]
    [InlineData("from zero")]
    [InlineData("cached metrics")]
    [InlineData("behavior")]
    [InlineData("nodes and a queue")]
    [InlineData("empty answers are errors")]
    [InlineData("fallback")]
    [InlineData("disturbances")]
    public void Run_ThreeTimesAsLong_AllocatesTheSame(string world)
    {
        var day = World(world);
        Allocated(day);

        Assert.InRange(Allocated(day with { Duration = 3 * day.Duration }) - Allocated(day), -FewPods, FewPods);
    }

    [Fact]
    public void Timeline_MoreSyncsThanPoints_KeepsThePeak()
    {
        var scenario = Scenarios.Of("0s:5, 10h:110, 10h5m:5", 24 * 60);
        var run = Simulator.Run(scenario, new RecordingOptions { MostPoints = 100 });

        Assert.InRange(run.Points.Count, 50, 100);
        Assert.Equal(64, run.SyncsPerPoint);
        Assert.Equal((110_000, 10), (run.Points.Max(point => point.OfferedMilli), run.Points.Max(point => point.SpecReplicas)));
        Assert.Equal(run.Points.Select(point => point.AtMilliseconds).Order(), run.Points.Select(point => point.AtMilliseconds));
    }

    [Fact]
    public void DecisionLog_Full_CountsTheRest()
    {
        var run = Simulator.Run(Scenarios.PublicDemo(1), new RecordingOptions { MostDecisions = 3 });

        Assert.Equal(3, run.Decisions.Count);
        Assert.Equal(run.Kpis.Decisions - 3, run.DroppedDecisions);
    }

    [Fact]
    public void Run_Cancelled_Ends() => Assert.Throws<OperationCanceledException>(
        () => Simulator.Run(Scenarios.PublicDemo(1), cancellationToken: new CancellationToken(true)));

    private static long Allocated(SimulationScenario scenario) =>
        Allocations.Least(() => Assert.True(Simulator.RunKpis(scenario).Decisions > 24));

    private static SimulationScenario World(string name)
    {
        var day = Scenarios.Of("0s:0", 24 * 60) with { Traffic = Hourly(95) };
        var settings = day.Settings;
        var hour = TimeSpan.FromHours(1);
        return name switch
        {
            "load" => day,
            "load of seconds" => day with
            {
                Traffic = Traffic.FromSteps(Enumerable.Range(0, 3 * 86_400).Select(
                    second => new TrafficStep(second * 1000L, (second / 1800 % 2 * 90_000) + (second * 7919L % 5000)))),
            },
            "from zero" => day with { Settings = settings with { MinReplicaCount = 0 }, Origin = MetricOrigin.Ingress },
            "cached metrics" => day with { UseCachedMetrics = true },
            "behavior" => day with { Settings = settings with { Behavior = Behavior } },
            "nodes and a queue" => day with
            {
                Nodes = new NodePool { PodsPerNode = 3, MaxNodes = 5 },
                Pods = new PodModel { Capacity = 12, QueueLimit = 5000, CountedProbeInterval = TimeSpan.FromSeconds(10) },
            },
            "empty answers are errors" => day with
            {
                Settings = settings with { IgnoreNullValues = false },
                Disturbances = [.. Hours.Select(at => new ScrapeGap(at, 0.3 * hour))],
            },
            "fallback" => day with
            {
                Settings = settings with { Fallback = new Fallback(3, 6) },
                Disturbances = [.. Hours.Select(at => new MetricsOutage(at, 0.3 * hour))],
            },
            "disturbances" => day with
            {
                Disturbances =
                [
                    .. Hours.Select(at => new PodCrashLoop(at, 0.1 * hour, 3, TimeSpan.FromSeconds(30))),
                    .. Hours.Select(at => new PrometheusRestart(at, TimeSpan.FromMinutes(1), LosesData: true)),
                    .. Hours.Select(at => new SlowStart(at, hour, TimeSpan.FromSeconds(20))),
                ],
            },
            _ => throw new ArgumentOutOfRangeException(nameof(name), name, "The world must be one of the test's."),
        };
    }

    // Of the longer run, so that both begin with the same.
    private static IEnumerable<TimeSpan> Hours => Enumerable.Range(0, 72).Select(hour => TimeSpan.FromHours(hour));

    private static HorizontalPodAutoscalerBehavior Behavior => new(
        new ScalingRules { StabilizationWindow = TimeSpan.FromMinutes(1), Policies = [new(ScalingPolicyType.Pods, 2, TimeSpan.FromMinutes(1))] },
        new ScalingRules { Policies = [new(ScalingPolicyType.Percent, 50, TimeSpan.FromMinutes(2))] });

    private static Traffic Hourly(long rate) => Traffic.FromSteps(Enumerable.Range(0, 2 * 72).Select(
        half => new TrafficStep(half * 1_800_000L, half % 2 * rate * 1000)));
}
