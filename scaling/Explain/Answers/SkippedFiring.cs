using KedaStack.Scaling.Keda.Triggers.Cron;

namespace KedaStack.Scaling.Explain.Answers;

/// <summary>
/// A firing of a cron trigger that a clock skips in spring: the library goes on to the next one, so that the window before it stays
/// open or the one that it would close never opens (robfig/cron v3.0.1, spec.go, Next).
/// </summary>
/// <param name="At">When the clock is put forward.</param>
/// <param name="IsStart">Whether it is the start that does not fire; else the end.</param>
/// <param name="Changes">When the window opens and closes around it.</param>
public sealed record SkippedFiring(DateTimeOffset At, bool IsStart, IReadOnlyList<(DateTimeOffset At, bool Opens)> Changes)
{
    private const int SearchedDays = 366;
    private static readonly TimeSpan _around = TimeSpan.FromHours(36);
    private static readonly TimeSpan _minute = TimeSpan.FromMinutes(1);

    /// <summary>The next one within a year; null when there is none.</summary>
    /// <param name="trigger">The trigger.</param>
    /// <param name="from">The time from which on.</param>
    public static SkippedFiring? Next(CronTrigger trigger, DateTimeOffset from)
    {
        if (IanaTimeZone.Find(trigger.Timezone, out _) is not { } zone)
        {
            return null;
        }

        var day = new DateTimeOffset(from.UtcDateTime.Date, TimeSpan.Zero).AddDays(-1);
        for (var i = 0; i <= SearchedDays; i++, day = day.AddDays(1))
        {
            foreach (var (schedule, isStart) in new[] { (trigger.StartSchedule, true), (trigger.EndSchedule, false) })
            {
                if (Skipped(schedule.OwnZone ?? zone, day) is { } gap && gap.At > from - _around && Names(schedule, gap.Local, gap.Length))
                {
                    return new SkippedFiring(TimeZoneInfo.ConvertTime(gap.At, zone), isStart, Around(trigger, zone, gap.At));
                }
            }
        }

        return null;
    }

    /// <summary>The time that a clock skips within a day: when, and from which local time on how long.</summary>
    private static (DateTimeOffset At, DateTime Local, TimeSpan Length)? Skipped(TimeZoneInfo zone, DateTimeOffset day)
    {
        var (before, after) = (day, day.AddDays(1));
        var length = zone.GetUtcOffset(after) - zone.GetUtcOffset(before);
        if (length <= TimeSpan.Zero)
        {
            return null;
        }

        var first = zone.GetUtcOffset(before);
        while (after - before > _minute)
        {
            var middle = before + TimeSpan.FromMinutes(Math.Floor((after - before).TotalMinutes / 2));
            (before, after) = zone.GetUtcOffset(middle) == first ? (middle, after) : (before, middle);
        }

        return (after, after.UtcDateTime + first, length);
    }

    private static bool Names(CronSchedule schedule, DateTime local, TimeSpan length)
    {
        for (var time = local; time < local + length; time += _minute)
        {
            if (schedule.Names(time))
            {
                return true;
            }
        }

        return false;
    }

    private static List<(DateTimeOffset At, bool Opens)> Around(CronTrigger trigger, TimeZoneInfo zone, DateTimeOffset at)
    {
        var changes = new List<(DateTimeOffset At, bool Opens)>();
        for (var time = at - _around; CronWindow.NextChange(trigger, zone, time) is { } change && change < at + _around; time = change)
        {
            changes.Add((TimeZoneInfo.ConvertTime(change, zone), CronWindow.At(trigger, zone, change).IsOpen));
        }

        return changes;
    }
}
