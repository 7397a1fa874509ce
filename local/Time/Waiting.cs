namespace KedaStack.Local.Time;

/// <summary>Waiting by a clock.</summary>
internal static class Waiting
{
    /// <summary>Waits for a time, or less when the token is cancelled; never throws.</summary>
    /// <param name="clock">The clock.</param>
    /// <param name="time">The time; nothing is waited for from 0 down, except that it may be infinite.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Whether the whole time has passed.</returns>
    public static async Task<bool> PauseAsync(this TimeProvider clock, TimeSpan time, CancellationToken cancellationToken)
    {
        var (began, left) = (clock.GetTimestamp(), time);

        // Timers count whole milliseconds and may be early by one, which on a fast clock is many.
        while (!cancellationToken.IsCancellationRequested && (left > TimeSpan.Zero || time == Timeout.InfiniteTimeSpan))
        {
            await Task.Delay(left, clock, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            left = time == Timeout.InfiniteTimeSpan ? time : time - clock.GetElapsedTime(began);
        }

        return !cancellationToken.IsCancellationRequested;
    }

    /// <summary>Waits for a task, but no longer than a time.</summary>
    /// <param name="task">The task; its failure is not looked at.</param>
    /// <param name="time">The time.</param>
    /// <param name="clock">The clock.</param>
    /// <returns>Whether the task ended in time.</returns>
    public static async Task<bool> IsWithinAsync(this Task task, TimeSpan time, TimeProvider clock)
    {
        if (!task.IsCompleted && time > TimeSpan.Zero)
        {
            await task.WaitAsync(time, clock).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return task.IsCompleted;
    }
}
