namespace KedaStack.Local.Time;

/// <summary>
/// A clock that runs a number of times as fast as another. All of a run's intervals are timed by it, so that they are
/// those of the settings whatever the speed, and no rule has to know of it.
/// </summary>
internal sealed class FastClock : TimeProvider
{
    private readonly TimeProvider _inner;
    private readonly DateTimeOffset _startUtc;
    private readonly long _start;

    /// <summary>Creates a clock that shows the time of the other one now.</summary>
    /// <param name="inner">The other clock.</param>
    /// <param name="speed">How many times as fast; above 0.</param>
    public FastClock(TimeProvider inner, double speed)
    {
        (_inner, Speed, _startUtc, _start) = (inner, speed, inner.GetUtcNow(), inner.GetTimestamp());
    }

    /// <summary>How many times as fast.</summary>
    public double Speed { get; }

    /// <inheritdoc/>
    public override long TimestampFrequency => _inner.TimestampFrequency;

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => _inner.LocalTimeZone;

    /// <inheritdoc/>
    public override long GetTimestamp() => (long)((_inner.GetTimestamp() - _start) * Speed);

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => _startUtc + (_inner.GetElapsedTime(_start) * Speed);

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new FastTimer(_inner.CreateTimer(callback, state, WholeOnInner(dueTime), WholeOnInner(period)), this);

    /// <summary>How long a time of this clock is on the other one; infinite stays infinite.</summary>
    /// <param name="time">The time.</param>
    public TimeSpan OnInner(TimeSpan time) => time == Timeout.InfiniteTimeSpan ? time : time / Speed;

    /// <summary>What the other clock shows when this one shows a time.</summary>
    /// <param name="time">The time on this clock.</param>
    public DateTimeOffset OnInner(DateTimeOffset time) => _startUtc + ((time - _startUtc) / Speed);

    // Timers drop fractions of a millisecond, and would be early.
    private TimeSpan WholeOnInner(TimeSpan time) => time == Timeout.InfiniteTimeSpan
        ? time
        : TimeSpan.FromMilliseconds(Math.Ceiling(OnInner(time).TotalMilliseconds));

    private sealed class FastTimer(ITimer inner, FastClock clock) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) =>
            inner.Change(clock.WholeOnInner(dueTime), clock.WholeOnInner(period));

        public void Dispose() => inner.Dispose();

        public ValueTask DisposeAsync() => inner.DisposeAsync();
    }
}
