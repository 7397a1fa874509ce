namespace KedaStack.Local.Time;

/// <summary>The rate of a counter over the last two seconds. Not thread-safe.</summary>
/// <param name="clock">The clock.</param>
internal sealed class ServedRate(TimeProvider clock)
{
    private const int Milli = 1000;

    private static readonly TimeSpan _window = TimeSpan.FromSeconds(2);

    private readonly Queue<(long Timestamp, long Count)> _readings = new();

    /// <summary>Takes a reading.</summary>
    /// <param name="count">The counter.</param>
    /// <returns>The rate in thousandths per second; not negative.</returns>
    public long Read(long count)
    {
        var now = clock.GetTimestamp();
        _readings.Enqueue((now, count));
        while (clock.GetElapsedTime(_readings.Peek().Timestamp, now) > _window && _readings.Count > 2)
        {
            _readings.Dequeue();
        }

        var first = _readings.Peek();
        var seconds = clock.GetElapsedTime(first.Timestamp, now).TotalSeconds;
        // At the end of a run there is no counter any more.
        return seconds > 0 ? Math.Max(0, (long)((count - first.Count) * Milli / seconds)) : 0;
    }
}
