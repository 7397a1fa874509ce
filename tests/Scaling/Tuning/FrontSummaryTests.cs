using KedaStack.Scaling.Tuning;
using KedaStack.Scaling.Tuning.Evaluation;
using KedaStack.Scaling.Tuning.Search;
using KedaStack.Tests.Scaling.Simulation;

namespace KedaStack.Tests.Scaling.Tuning;

public sealed class FrontSummaryTests
{
    [Fact]
    public void Of_PointsThatHardlyDiffer_KeepsTheOneWithTheFewestChanges()
    {
        TuningPoint[] front = [Point(0, 100, 0, changes: 3), Point(50, 99.5m, 0, changes: 1), Point(60, 99.4m, 0.4m, changes: 2)];

        Assert.Equal([front[1]], FrontSummary.Of(front));
    }

    [Fact]
    public void Of_PointsThatDiffer_KeepsAllInTheirOrder()
    {
        TuningPoint[] front = [Point(0, 100, 0, changes: 3), Point(150, 98.9m, 0, changes: 2), Point(300, 97.5m, 1, changes: 1)];

        Assert.Equal(front, FrontSummary.Of(front));
    }

    [Fact]
    public void Of_PointsLikeOneThatIsShown_AreLeftOut() =>
        Assert.Empty(FrontSummary.Of([Point(0, 100, 0, changes: 0)], shown: Point(0, 100.9m, 0, changes: 9)));

    private static TuningPoint Point(decimal unmet, decimal hours, decimal flaps, int changes) => new()
    {
        Settings = Scenarios.DemoSettings,
        Changes = [.. Enumerable.Repeat(new SettingValue("threshold", "1"), changes)],
        Total = new TuningFigures { OfferedRequests = 1_000_000, UnmetRequests = unmet, ReplicaHours = hours, NodeHours = 0, Flaps = flaps },
        Traffics = [],
    };
}
