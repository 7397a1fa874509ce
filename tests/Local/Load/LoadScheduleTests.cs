using KedaStack.Local.Load;
using KedaStack.Scaling.Simulation.Load;

namespace KedaStack.Tests.Local.Load;

public sealed class LoadScheduleTests
{
    private static readonly TimeSpan _hold = TimeSpan.FromSeconds(20);

    [Fact]
    public void At_Steps_HoldsEachExactly()
    {
        var schedule = Schedule("0s:30, 5m:150, 10m:0");

        Assert.Equal((30_000, TimeSpan.FromMinutes(5), false), schedule.At(TimeSpan.Zero));
        Assert.Equal((150_000, TimeSpan.FromMinutes(10), false), schedule.At(TimeSpan.FromMinutes(5)));
        Assert.Equal((0, null, false), schedule.At(TimeSpan.FromMinutes(10)));
    }

    [Fact]
    public void At_Slope_HoldsTheMeanForAWhile()
    {
        var schedule = Schedule("0s:0, 100s:~100");

        Assert.Equal((10_000, TimeSpan.FromSeconds(20), true), schedule.At(TimeSpan.Zero));
        Assert.Equal((30_000, TimeSpan.FromSeconds(40), true), schedule.At(TimeSpan.FromSeconds(20)));
    }

    [Fact]
    public void At_JumpWithinTheHold_EndsBeforeIt()
    {
        var schedule = Schedule("0s:30, 30s:150");

        Assert.Equal((30_000, TimeSpan.FromSeconds(30), true), schedule.At(TimeSpan.FromSeconds(15)));
        Assert.Equal((150_000, null, false), schedule.At(TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public void At_Slope_OffersAsManyRequestsAsTheTraffic()
    {
        var schedule = Schedule("0s:0, 100s:~100, 101s:0");
        var (requests, time) = (0.0, TimeSpan.Zero);
        while (schedule.At(time) is (var milli, { } until, _))
        {
            requests += milli / 1000.0 * (until - time).TotalSeconds;
            time = until;
        }

        Assert.Equal(5_100, requests, tolerance: 1);
    }

    private static LoadSchedule Schedule(string traffic) => new(TrafficExpression.TryParse(traffic, out _)!, _hold);
}
