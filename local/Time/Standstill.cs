namespace KedaStack.Local.Time;

/// <summary>
/// Notices when time stood still for this process: it was stopped (SIGSTOP, Ctrl-Z), or the machine slept. Then it does not tick
/// for long, by the clock that counts or, where that stops in sleep, by the one on the wall. Not thread-safe.
/// </summary>
/// <param name="clock">The clocks.</param>
internal sealed class Standstill(TimeProvider clock)
{
    // A busy machine holds a process up for a second, too.
    private static readonly TimeSpan _least = TimeSpan.FromSeconds(5);

    private (long Timestamp, DateTimeOffset Wall)? _last;

    /// <summary>How long it stood still in all.</summary>
    public TimeSpan Total { get; private set; }

    /// <summary>Time passes; called several times a second.</summary>
    /// <returns>How long it stood still just now; zero for not.</returns>
    public TimeSpan Tick()
    {
        var now = (Timestamp: clock.GetTimestamp(), Wall: clock.GetUtcNow());
        var still = TimeSpan.Zero;
        if (_last is { } last)
        {
            var (counted, onTheWall) = (clock.GetElapsedTime(last.Timestamp, now.Timestamp), now.Wall - last.Wall);
            var longest = counted > onTheWall ? counted : onTheWall;
            still = longest >= _least ? longest : TimeSpan.Zero;
        }

        _last = now;
        Total += still;
        return still;
    }
}
