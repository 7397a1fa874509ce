using KedaStack.Scaling.Simulation.Load;

namespace KedaStack.Tests.Scaling.Simulation;

public sealed class TrafficExpressionTests
{
    [Fact]
    public void TryParse_Demo_IsTheDemo() => Assert.Equal(
        TrafficShape.Demo().Steps.ToArray(), TrafficExpression.TryParse("0s:30, 5m:150, 10m:0", out _)!.Steps.ToArray());

    [Fact]
    public void TryParse_Slope_GoesEvenlySecondBySecond()
    {
        var traffic = TrafficExpression.TryParse("0:0,10s:10,20s:~30", out var errors);

        Assert.Empty(errors);
        long[] times = [0, 9_999, 10_000, 19_999, 20_000, 90_000];
        Assert.Equal([0, 0, 11_000, 29_000, 30_000, 30_000], times.Select(traffic!.MilliAt));
    }

    [Fact]
    public void TryParse_LongSlope_StaysSmall() =>
        Assert.InRange(TrafficExpression.TryParse("0s:0, 365d:~1000", out _)!.Steps.Length, 1000, 10_000);

    [Theory]
    [InlineData("", "The traffic is empty; expected time:rate items such as 0s:30, 5m:150, 10m:0, or 10m:~150 for a slope that ends there.")]
    [InlineData("0s:30,", "Item 2 of the traffic, '': it is empty; remove the comma.")]
    [InlineData("30", "Item 1 of the traffic, '30': it has no colon; expected time:rate such as 5m:150.")]
    [InlineData("5m:30", "Item 1 of the traffic, '5m:30': the first item must be at 0s, not at 5m; say what the load is before.")]
    [InlineData("0s:30, 5min:1", "Item 2 of the traffic, '5min:1': '5min' is not a Prometheus duration such as 15s, 2m or 1h30m.")]
    [InlineData("0s:30, -5m:1", "Item 2 of the traffic, '-5m:1': '-5m' is not a Prometheus duration such as 15s, 2m or 1h30m.")]
    [InlineData("0s:1, 5m:2, 5m:3", "Item 3 of the traffic, '5m:3': 5m must come after the item before it, at 5m.")]
    [InlineData("0s:1, 5m:2, 1m:3", "Item 3 of the traffic, '1m:3': 1m must come after the item before it, at 5m.")]
    [InlineData("0s:-1", "Item 1 of the traffic, '0s:-1': -1 req/s is not from 0 to 100000.")]
    [InlineData("0s:100001", "Item 1 of the traffic, '0s:100001': 100001 req/s is not from 0 to 100000.")]
    [InlineData("0s:NaN", "Item 1 of the traffic, '0s:NaN': 'NaN' is not a number of requests per second such as 150 or 0.5.")]
    [InlineData("0s:1e3", "Item 1 of the traffic, '0s:1e3': '1e3' is not a number of requests per second such as 150 or 0.5.")]
    [InlineData("0s:0.0005", "Item 1 of the traffic, '0s:0.0005': 0.0005 req/s is finer than 0.001.")]
    [InlineData("0s:~5", "Item 1 of the traffic, '0s:~5': a slope needs an item before it that says where it begins.")]
    [InlineData("0s:1, 400d:2", "Item 2 of the traffic, '400d:2': 400d is beyond the longest run, 366d.")]
    public void TryParse_Error_NamesTheItem(string text, string expected)
    {
        Assert.Null(TrafficExpression.TryParse(text, out var errors));
        Assert.Equal([expected], errors);
    }

    [Fact]
    public void TryParse_SeveralErrors_AreAllSaid()
    {
        Assert.Null(TrafficExpression.TryParse("0s:x, 1m, 2y2:z", out var errors));
        Assert.Equal(3, errors.Count);
        Assert.EndsWith("'2y2' is not a Prometheus duration such as 15s, 2m or 1h30m; 'z' is not a number of requests per second such as 150 or 0.5.", errors[2], StringComparison.Ordinal);
    }

    [Fact]
    public void Names_AreAllFound()
    {
        Assert.All(NamedTraffic.Names, name => Assert.NotNull(NamedTraffic.Find(name)));
        Assert.Null(NamedTraffic.Find("Demo"));
        Assert.Equal(NamedTraffic.Find("bursty", 5)!.Steps.ToArray(), NamedTraffic.Find("bursty", 5)!.Steps.ToArray());
        Assert.NotEqual(NamedTraffic.Find("bursty", 5)!.Steps.ToArray(), NamedTraffic.Find("bursty", 6)!.Steps.ToArray());
        Assert.Equal(150_000, NamedTraffic.Find("diurnal")!.PeakMilli);
    }

    [Theory]
    [InlineData(1, 0, "The first step must be at 0 ms, not at 1 ms.")]
    [InlineData(0, -1, "The load at 0 ms must be 0 to 100000 req/s, not -1 thousandths.")]
    public void FromSteps_Error_NamesTheStep(long at, long milli, string expected) =>
        Assert.StartsWith(expected, Assert.Throws<ArgumentException>(() => Traffic.FromSteps([new(at, milli)])).Message, StringComparison.Ordinal);
}
