using KedaStack.Local.Time;

namespace KedaStack.Tests.Local.Time;

public sealed class StandstillTests
{
    private readonly TwoClocks _clocks = new();

    [Fact]
    public void Tick_Often_IsNoStandstill()
    {
        var standstill = new Standstill(_clocks);

        for (var i = 0; i < 100; i++)
        {
            _clocks.Pass(counted: 4, wall: 4);
            Assert.Equal(TimeSpan.Zero, standstill.Tick());
        }

        Assert.Equal(TimeSpan.Zero, standstill.Total);
    }

    [Theory]
    [InlineData(41, 41)]
    [InlineData(0, 41)]
    public void Tick_AfterLong_IsOneByEitherClock(int counted, int wall)
    {
        var standstill = new Standstill(_clocks);
        standstill.Tick();
        _clocks.Pass(counted, wall);

        Assert.Equal(TimeSpan.FromSeconds(41), standstill.Tick());
        _clocks.Pass(1, 1);
        Assert.Equal(TimeSpan.Zero, standstill.Tick());
        Assert.Equal(TimeSpan.FromSeconds(41), standstill.Total);
    }

    private sealed class TwoClocks : TimeProvider
    {
        private long _seconds;
        private DateTimeOffset _wall = DateTimeOffset.UnixEpoch;

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => _seconds;

        public override DateTimeOffset GetUtcNow() => _wall;

        public void Pass(int counted, int wall) => (_seconds, _wall) = (_seconds + counted, _wall.AddSeconds(wall));
    }
}
