using KedaStack.Scaling.Hpa.Semantics;
using KedaStack.Scaling.Simulation.Recording;
using KedaStack.Scaling.Simulation.Recording.Kpis;

namespace KedaStack.Tests.Scaling.Simulation.Recording;

/// <summary>How many replicas a load needs, and how long they take: threshold 10, tolerance 0.1, 1 to 10 replicas.</summary>
public sealed class NeedTrackerTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(10, 1)]
    [InlineData(10.001, 2)]
    [InlineData(55, 6)]
    [InlineData(100, 10)]
    [InlineData(5000, 10)]
    public void Highest_OfALoad_IsWhatItNeeds(double load, int needed)
    {
        var tracker = Tracker();
        tracker.OnStretch(Stretch(0, load, 1, 1));

        Assert.Equal(needed, tracker.Highest);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    public void Highest_WithAMinimumOfNone_IsNoneWithoutLoad(double load, int needed)
    {
        var tracker = new NeedTracker(Simulation.Scenarios.DemoSettings with { MinReplicaCount = 0 }, HpaSemantics.Default);
        tracker.OnStretch(Stretch(0, load, 1, 1));

        Assert.Equal(needed, tracker.Highest);
    }

    [Fact]
    public void FirstScaleUp_IsCountedFromTheLoadThatIsAboveTheTolerance()
    {
        var tracker = Tracker();
        tracker.OnStretch(Stretch(0, 11, 1, 1));
        tracker.OnDecision(Decision(5, 1, 2));
        Assert.Null(tracker.TimeToFirstScaleUp);

        tracker.OnStretch(Stretch(10, 30, 1, 1));
        tracker.OnStretch(Stretch(20, 40, 1, 1));
        tracker.OnDecision(Decision(25, 2, 1));
        tracker.OnDecision(Decision(40, 1, 4));
        tracker.OnDecision(Decision(60, 4, 5));

        Assert.Equal(TimeSpan.FromSeconds(30), tracker.TimeToFirstScaleUp);
    }

    [Fact]
    public void FirstScaleUp_AtTheTimeOfTheLoad_TakesNone()
    {
        var tracker = Tracker();
        tracker.OnStretch(Stretch(10, 30, 1, 1));
        tracker.OnDecision(Decision(10, 1, 3));

        Assert.Equal(TimeSpan.Zero, tracker.TimeToFirstScaleUp);
    }

    [Fact]
    public void Target_IsReachedWhenAsManyAreReadyAsTheHighestLoadNeeds()
    {
        var tracker = Tracker();
        tracker.OnStretch(Stretch(0, 10, 1, 1));
        Assert.Equal(TimeSpan.Zero, tracker.TimeToTarget);

        tracker.OnStretch(Stretch(10, 30, 1, 1));
        Assert.Null(tracker.TimeToTarget);
        tracker.OnStretch(Stretch(20, 30, 3, 2));
        Assert.Null(tracker.TimeToTarget);
        tracker.OnStretch(Stretch(30, 20, 3, 3));
        Assert.Equal(TimeSpan.FromSeconds(20), tracker.TimeToTarget);

        tracker.OnStretch(Stretch(50, 30, 3, 3));
        Assert.Equal(TimeSpan.FromSeconds(20), tracker.TimeToTarget);
        tracker.OnStretch(Stretch(60, 50, 3, 3));
        Assert.Null(tracker.TimeToTarget);
        tracker.OnStretch(Stretch(75, 50, 5, 5));
        Assert.Equal(TimeSpan.FromSeconds(15), tracker.TimeToTarget);
    }

    [Fact]
    public void Tail_IsFromTheLastFallToTheLastScaleDownAfterIt()
    {
        var tracker = Tracker();
        tracker.OnStretch(Stretch(0, 50, 5, 5));
        tracker.OnDecision(Decision(5, 5, 4));
        Assert.Null(tracker.ScaleInTail);

        tracker.OnStretch(Stretch(10, 30, 5, 5));
        tracker.OnDecision(Decision(40, 5, 4));
        tracker.OnDecision(Decision(50, 4, 5));
        Assert.Equal(TimeSpan.FromSeconds(30), tracker.ScaleInTail);

        tracker.OnStretch(Stretch(60, 30, 5, 5));
        tracker.OnDecision(Decision(70, 5, 3));
        Assert.Equal(TimeSpan.FromSeconds(60), tracker.ScaleInTail);

        tracker.OnStretch(Stretch(80, 10, 3, 3));
        Assert.Null(tracker.ScaleInTail);
        tracker.OnDecision(Decision(80, 3, 1));
        Assert.Equal(TimeSpan.Zero, tracker.ScaleInTail);
    }

    private static NeedTracker Tracker() => new(Simulation.Scenarios.DemoSettings, HpaSemantics.Default);

    private static ScalingDecision Decision(int second, int from, int to) => new(second * 1000L, from, to, DecisionRule.Metric, null, null);

    private static LoadStretch Stretch(int second, double load, int spec, int ready) => new()
    {
        FromMilliseconds = second * 1000L,
        ToMilliseconds = (second + 1) * 1000L,
        OfferedMilli = (long)(load * 1000),
        OfferedMicro = 0,
        ServedMicro = 0,
        LostMicro = 0,
        QueuedMicro = 0,
        UnmetMicro = 0,
        SpecReplicas = spec,
        ReadyPods = ready,
        ExistingPods = ready,
        PodsWithoutRoom = 0,
        Nodes = 0,
    };
}
