namespace KedaStack.Scaling.Keda.Triggers.Cron;

/// <summary>
/// The window of a cron trigger at a time. It is open when the next thing to happen is its end
/// (pkg/scalers/cron_scaler.go, GetMetricsAndActivity).
/// </summary>
/// <param name="IsOpen">Whether the window is open.</param>
/// <param name="NextStart">The next firing of start; null when there is none within five years, and then the window is always open.</param>
/// <param name="NextEnd">The next firing of end; null likewise, and then it is never.</param>
public readonly record struct CronWindow(bool IsOpen, DateTimeOffset? NextStart, DateTimeOffset? NextEnd)
{
    // A start that fires each minute of a year; and of a yearly one, as far as the library looks for a firing.
    private const int MostFirings = 600_000;
    private const int SearchedYears = 5;

    /// <summary>The window at a time.</summary>
    /// <param name="trigger">The trigger.</param>
    /// <param name="zone">Its time zone.</param>
    /// <param name="now">The time.</param>
    public static CronWindow At(CronTrigger trigger, TimeZoneInfo zone, DateTimeOffset now)
    {
        var (start, end) = (trigger.StartSchedule.Next(now, zone), trigger.EndSchedule.Next(now, zone));
        return new CronWindow(start is null || (end is not null && end <= start), start, end);
    }

    /// <summary>When the window opens or closes next; null when it never does, as far as firings are looked for.</summary>
    /// <param name="trigger">The trigger.</param>
    /// <param name="zone">Its time zone.</param>
    /// <param name="now">The time.</param>
    public static DateTimeOffset? NextChange(CronTrigger trigger, TimeZoneInfo zone, DateTimeOffset now)
    {
        var window = At(trigger, zone, now);
        var (start, end, isOpen, lastYear) = (window.NextStart, window.NextEnd, window.IsOpen, now.Year + SearchedYears);
        for (var i = 0; i < MostFirings && (start ?? end) is { } first; i++)
        {
            var at = start < end ? start.Value : end ?? first;
            if (at.Year > lastYear)
            {
                return null;
            }

            start = start <= at ? trigger.StartSchedule.Next(at, zone) : start;
            end = end <= at ? trigger.EndSchedule.Next(at, zone) : end;
            if ((start is null || (end is not null && end <= start)) != isOpen)
            {
                return at;
            }
        }

        return null;
    }
}
