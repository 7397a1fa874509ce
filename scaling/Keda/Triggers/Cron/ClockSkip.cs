namespace KedaStack.Scaling.Keda.Triggers.Cron;

/// <summary>
/// A clock that is put forward over a time that a schedule names, so that the schedule does not fire there (robfig/cron v3.0.1,
/// spec.go, Next).
/// </summary>
/// <param name="At">When the clock is put forward.</param>
/// <param name="Local">The first time on the wall that the schedule names and the clock skips.</param>
public readonly record struct ClockSkip(DateTimeOffset At, DateTime Local)
{
    private const int SearchedDays = 367;
    private static readonly TimeSpan _minute = TimeSpan.FromMinutes(1);

    /// <summary>The first one within a year; null when there is none.</summary>
    /// <param name="schedule">The schedule.</param>
    /// <param name="zone">The time zone, unless the schedule brings its own.</param>
    /// <param name="from">The time from which on.</param>
    public static ClockSkip? Next(CronSchedule schedule, TimeZoneInfo zone, DateTimeOffset from)
    {
        var clock = schedule.OwnZone ?? zone;
        var day = new DateTimeOffset(from.UtcDateTime.Date, TimeSpan.Zero);
        for (var i = 0; i <= SearchedDays; i++, day = day.AddDays(1))
        {
            if (Gap(clock, day) is { } gap && gap.At > from && Named(schedule, gap.Local, gap.Length) is { } local)
            {
                return new ClockSkip(gap.At, local);
            }
        }

        return null;
    }

    /// <summary>The time that a clock skips within a day: when, and from which local time on how long.</summary>
    private static (DateTimeOffset At, DateTime Local, TimeSpan Length)? Gap(TimeZoneInfo zone, DateTimeOffset day)
    {
        var (before, after) = (day, day.AddDays(1));
        var first = zone.GetUtcOffset(before);
        var length = zone.GetUtcOffset(after) - first;
        if (length <= TimeSpan.Zero)
        {
            return null;
        }

        while (after - before > _minute)
        {
            var middle = before + TimeSpan.FromMinutes(Math.Floor((after - before).TotalMinutes / 2));
            (before, after) = zone.GetUtcOffset(middle) == first ? (middle, after) : (before, middle);
        }

        return (after, after.UtcDateTime + first, length);
    }

    private static DateTime? Named(CronSchedule schedule, DateTime local, TimeSpan length)
    {
        for (var time = local; time < local + length; time += _minute)
        {
            if (schedule.Names(time))
            {
                return time;
            }
        }

        return null;
    }
}
