using KedaStack.Scaling.Simulation;
using KedaStack.Scaling.Simulation.Load;
using KedaStack.Scaling.Simulation.Recording;

namespace KedaStack.Tests.Scaling.Simulation;

/// <summary>How much work and memory a run is, counted and not timed.</summary>
public sealed class WorkTests
{
    private const int SyncsPerDay = 24 * 60 * 4;

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
}
