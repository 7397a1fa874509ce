using KedaStack.Local.Time;

namespace KedaStack.Tests.Local.Time;

public sealed class FastClockTests
{
    private readonly StillClock _inner = new();

    [Fact]
    public void Times_OfOtherClock_PassFaster()
    {
        var clock = new FastClock(_inner, speed: 20);
        var (began, stamp) = (clock.GetUtcNow(), clock.GetTimestamp());

        _inner.Elapsed += TimeSpan.FromSeconds(3);

        Assert.Equal(TimeSpan.FromMinutes(1), clock.GetUtcNow() - began);
        Assert.Equal(TimeSpan.FromMinutes(1), clock.GetElapsedTime(stamp));
    }

    [Fact]
    public void OnInner_Now_IsTheOtherClocksNow()
    {
        var clock = new FastClock(_inner, speed: 20);
        _inner.Elapsed += TimeSpan.FromSeconds(3);

        Assert.Equal(_inner.GetUtcNow(), clock.OnInner(clock.GetUtcNow()));
        Assert.Equal(TimeSpan.FromSeconds(1), clock.OnInner(TimeSpan.FromSeconds(20)));
        Assert.Equal(Timeout.InfiniteTimeSpan, clock.OnInner(Timeout.InfiniteTimeSpan));
    }

    [Fact]
    public void Timer_Due_IsSoonerOnTheOtherClock()
    {
        var clock = new FastClock(_inner, speed: 20);

        using var timer = clock.CreateTimer(_ => { }, null, TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(40));

        Assert.Equal((TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2)), _inner.LastTimer);
    }

    [Fact]
    public void Timer_OfAFractionOfAMillisecond_IsNotEarly()
    {
        var clock = new FastClock(_inner, speed: 20);

        using var timer = clock.CreateTimer(_ => { }, null, TimeSpan.FromMilliseconds(21), Timeout.InfiniteTimeSpan);

        Assert.Equal((TimeSpan.FromMilliseconds(2), Timeout.InfiniteTimeSpan), _inner.LastTimer);
    }

    private sealed class StillClock : TimeProvider
    {
        private static readonly DateTimeOffset _begin = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

        public TimeSpan Elapsed { get; set; }

        public (TimeSpan Due, TimeSpan Period) LastTimer { get; private set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Elapsed.Ticks;

        public override DateTimeOffset GetUtcNow() => _begin + Elapsed;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            LastTimer = (dueTime, period);
            return TimeProvider.System.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }
}
