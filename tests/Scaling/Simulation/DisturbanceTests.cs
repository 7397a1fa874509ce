using KedaStack.Scaling.Keda;
using KedaStack.Scaling.Simulation;
using KedaStack.Scaling.Simulation.Disturbances;
using KedaStack.Scaling.Simulation.Recording;
using KedaStack.Scaling.Simulation.Recording.Timeline;
using KedaStack.Scaling.Simulation.Scenarios;
using KedaStack.Scaling.Simulation.TimeAndChance;

namespace KedaStack.Tests.Scaling.Simulation;

/// <summary>What each kind of disturbance does, beside a run without it.</summary>
public sealed class DisturbanceTests
{
    private static readonly TimeSpan _at = TimeSpan.FromMinutes(10);

    [Fact]
    public void MetricsOutage_WhileLoadRises_FreezesTheReplicas()
    {
        var run = Run("0s:30, 10m:110", new MetricsOutage(_at, TimeSpan.FromMinutes(5)));

        Assert.DoesNotContain(run.Decisions, decision => Minutes(decision) is >= 10 and < 15);
        Assert.Contains(run.Decisions, decision => Minutes(decision) >= 15 && decision.To == 10);
        Assert.All(run.Points.Where(point => point.AtMilliseconds is > 600_000 and < 900_000), point => Assert.True(point.MetricFailed));
    }

    [Fact]
    public void MetricsOutage_WithFallback_GoesToTheFallbackReplicas()
    {
        var scenario = Scenarios.Of("0s:30", 40) with { Disturbances = [new MetricsOutage(_at, TimeSpan.FromMinutes(5))] };
        var run = Simulator.Run(scenario with { Settings = scenario.Settings with { Fallback = new Fallback(3, 6) } });

        Assert.Contains(run.Decisions, decision => Minutes(decision) is > 10 and < 12 && decision.To == 6);
        Assert.Equal(3, run.Decisions[^1].To);
    }

    [Fact]
    public void MetricsApiOutage_FromTheBegin_FailsTheFirstSyncsAndNothingElse()
    {
        var scenario = Scenarios.Of("0s:95", 20) with { Disturbances = [new MetricsApiOutage(TimeSpan.Zero, TimeSpan.FromMinutes(1))] };
        var run = Simulator.Run(scenario with { Settings = scenario.Settings with { Fallback = new Fallback(1, 6) } });

        Assert.All(run.Points, point => Assert.Equal(point.AtMilliseconds < 60_000, point.MetricFailed));
        Assert.All(run.Decisions, decision => Assert.True(decision.AtMilliseconds >= 60_000));
        Assert.Equal(9, run.Decisions[^1].To);
    }

    [Fact]
    public void MetricsApiOutage_FromZero_IsNotInTheWayOfKedasOwnChecks()
    {
        var scenario = Scenarios.Of("0s:0, 2m:95", 20) with
        {
            Origin = MetricOrigin.Ingress,
            InitialReplicas = 0,
            Disturbances = [new MetricsApiOutage(TimeSpan.Zero, TimeSpan.FromMinutes(10))],
        };
        var run = Simulator.Run(scenario with { Settings = scenario.Settings with { MinReplicaCount = 0 } });

        Assert.Equal((0, 1), (run.Decisions[0].From, run.Decisions[0].To));
        Assert.All(run.Decisions.Skip(1), decision => Assert.True(Minutes(decision) >= 10));
    }

    [Fact]
    public void ScrapeGap_LongerThanTheWindow_LooksLikeNoLoad()
    {
        var run = Run("0s:95", new ScrapeGap(_at, TimeSpan.FromMinutes(8)));

        Assert.Contains(run.Points, point => Minutes(point) is > 13 and < 18 && point.MetricMilli == 0);
        Assert.Contains(run.Decisions, decision => Minutes(decision) is > 15 and < 19 && decision.To == 1);
    }

    [Fact]
    public void ScrapeGap_NullValuesAreErrors_FreezesTheReplicas()
    {
        // The rate falls before it is empty, but for less long than the stabilization window.
        var run = GapWithErrors(TimeSpan.FromSeconds(150));

        Assert.DoesNotContain(run.Decisions, decision => Minutes(decision) > 10);
        Assert.Contains(run.Points, point => Minutes(point) is > 11.5 and < 13 && point.MetricFailed);
    }

    [Fact]
    public void ScrapeGap_ErrorsForLongerThanTheStabilization_EndsInAScaleInAtOnce()
    {
        // Errors store no proposals, so that nothing holds the first low rate after the gap.
        var run = GapWithErrors(TimeSpan.FromMinutes(8));

        Assert.Contains(run.Decisions, decision => Minutes(decision) is > 18 and < 19 && decision.To < 3);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void PrometheusRestart_LosesItsDataOrNot(bool losesData)
    {
        var run = Run("0s:95", new PrometheusRestart(_at, TimeSpan.FromSeconds(40), losesData));
        var during = run.Points.Where(point => point.AtMilliseconds is >= 600_000 and < 640_000);
        var first = run.Points.First(point => point.AtMilliseconds >= 640_000);

        Assert.All(during, point => Assert.True(point.MetricFailed));
        Assert.Equal(losesData, first.MetricMilli < 45_000);
    }

    [Fact]
    public void SlowStart_MakesTheTargetLater()
    {
        var disturbed = Run("0s:10, 10m:110", new SlowStart(_at, TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(2)));
        var usual = Run("0s:10, 10m:110");

        Assert.InRange((disturbed.Kpis.TimeToTarget - usual.Kpis.TimeToTarget)!.Value.TotalSeconds, 60, 150);
    }

    [Fact]
    public void PodCrashLoop_TakesPodsOutOfServiceAndResetsTheirCounters()
    {
        var scenario = Scenarios.Of("0s:95", 40) with { Pods = new PodModel { Capacity = 12 } };
        var usual = Simulator.Run(scenario);
        var disturbed = Simulator.Run(scenario with
        {
            Disturbances = [new PodCrashLoop(_at, TimeSpan.FromMinutes(10), 3, TimeSpan.FromSeconds(30))],
        });

        Assert.Contains(disturbed.Points, point => Minutes(point) is >= 10 and < 20 && point.ReadyPods == point.StatusReplicas - 3);
        Assert.True(disturbed.Kpis.LostRequests > usual.Kpis.LostRequests);
        Assert.All(disturbed.Points.Where(point => Minutes(point) > 26), point => Assert.Equal(point.StatusReplicas, point.ReadyPods));
        Assert.All(disturbed.Points, point => Assert.InRange(point.MetricMilli!.Value, 0, 130_000));
    }

    [Theory]
    [InlineData(9)]
    [InlineData(11)]
    public void PodCrashLoop_RunsForTenMinutes_IsRestartedAtOnceAgain(int uptimeMinutes)
    {
        var loop = new PodCrashLoop(_at, TimeSpan.FromHours(3), 1, TimeSpan.FromMinutes(uptimeMinutes));
        var scenario = Scenarios.Of("0s:95", 240) with { Disturbances = [loop], Pods = new PodModel { StartUpDelay = new DelayRange(TimeSpan.Zero, TimeSpan.Zero) } };

        var down = Simulator.Run(scenario).Points.Any(point => point.ReadyPods < point.StatusReplicas && Minutes(point) > 60);

        Assert.Equal(uptimeMinutes < 10, down);
    }

    [Fact]
    public void Restart_OfAllPods_IsNoFallOfTheRate()
    {
        // A reset is seen as such: without that rule the increase would be negative.
        var run = Run("0s:95", new PodCrashLoop(_at, TimeSpan.Zero, 10, TimeSpan.FromMinutes(1)));

        Assert.All(run.Points.Where(point => Minutes(point) > 3), point => Assert.InRange(point.MetricMilli!.Value, 75_000, 100_000));
    }

    private static SimulationResult GapWithErrors(TimeSpan duration)
    {
        var scenario = Scenarios.Of("0s:95", 40) with { Disturbances = [new ScrapeGap(_at, duration)] };
        return Simulator.Run(scenario with { Settings = scenario.Settings with { IgnoreNullValues = false } });
    }

    private static SimulationResult Run(string traffic, params Disturbance[] disturbances) =>
        Simulator.Run(Scenarios.Of(traffic, 40) with { Disturbances = disturbances });

    private static double Minutes(ScalingDecision decision) => decision.AtMilliseconds / 60_000.0;

    private static double Minutes(TimelinePoint point) => point.AtMilliseconds / 60_000.0;
}
