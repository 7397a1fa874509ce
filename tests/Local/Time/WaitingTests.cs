using KedaStack.Local.Time;

namespace KedaStack.Tests.Local.Time;

public sealed class WaitingTests
{
    [Fact]
    public async Task Pause_TimersAreEarly_LastsTheWholeTime()
    {
        var clock = new EarlyClock();

        var hasPassed = await clock.PauseAsync(TimeSpan.FromSeconds(8), CancellationToken.None);

        Assert.True(hasPassed);
        Assert.True(clock.Elapsed >= TimeSpan.FromSeconds(8), $"{clock.Elapsed}");
    }

    [Fact]
    public async Task Pause_Cancelled_SaysThatTheTimeHasNotPassed()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        Assert.False(await new EarlyClock().PauseAsync(TimeSpan.FromSeconds(8), cancelled.Token));
    }

    [Fact]
    public async Task Pause_NoTime_IsOverAtOnce()
    {
        var clock = new EarlyClock();

        Assert.True(await clock.PauseAsync(TimeSpan.FromSeconds(-1), CancellationToken.None));
        Assert.Equal(TimeSpan.Zero, clock.Elapsed);
    }

    /// <summary>Its timers fire at once, a millisecond before they are due.</summary>
    private sealed class EarlyClock : TimeProvider
    {
        private static readonly TimeSpan _early = TimeSpan.FromMilliseconds(1);

        public TimeSpan Elapsed { get; private set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Elapsed.Ticks;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Elapsed += dueTime > 2 * _early ? dueTime - _early : dueTime;
            return System.CreateTimer(callback, state, TimeSpan.Zero, period);
        }
    }
}
