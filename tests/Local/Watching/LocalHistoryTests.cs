using KedaStack.Local.Watching;

namespace KedaStack.Tests.Local.Watching;

public sealed class LocalHistoryTests
{
    [Fact]
    public void Add_TooManyPoints_StaysSmallAndKeepsBothEnds()
    {
        var history = new LocalHistory(TimeSpan.FromSeconds(1));

        for (var second = 0; second < 10_000; second++)
        {
            history.Add(Point(second, replicas: 1));
        }

        Assert.InRange(history.Points.Count, LocalHistory.MostPoints / 2, LocalHistory.MostPoints);
        Assert.Equal(TimeSpan.Zero, history.Points[0].Time);
        Assert.InRange(history.Points[^1].Time.TotalSeconds, 9_990, 9_999);
        Assert.Equal(history.Points.OrderBy(point => point.Time), history.Points);
    }

    [Fact]
    public void Add_ReplicasChange_KeepsThePointHoweverNear()
    {
        var history = new LocalHistory(TimeSpan.FromSeconds(10));
        history.Add(Point(0, replicas: 1));
        history.Add(Point(1, replicas: 1));
        history.Add(Point(2, replicas: 4));

        Assert.Equal([0, 2], history.Points.Select(point => (int)point.Time.TotalSeconds));
    }

    [Fact]
    public void Points_TakenBefore_DoNotChange()
    {
        var history = new LocalHistory(TimeSpan.FromSeconds(1));
        history.Add(Point(0, replicas: 1));
        var before = history.Points;

        for (var second = 1; second < 5_000; second++)
        {
            history.Add(Point(second, replicas: 1));
        }

        Assert.Equal(TimeSpan.Zero, Assert.Single(before).Time);
    }

    private static LocalPoint Point(int second, int replicas) =>
        new(TimeSpan.FromSeconds(second), 0, 0, null, replicas, replicas, replicas);
}
