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
    private static readonly TimeSpan _around = TimeSpan.FromHours(36);

    /// <summary>The next one within a year; null when there is none.</summary>
    /// <param name="trigger">The trigger.</param>
    /// <param name="from">The time from which on.</param>
    public static SkippedFiring? Next(CronTrigger trigger, DateTimeOffset from)
    {
        if (IanaTimeZone.Find(trigger.Timezone, out _) is not { } zone)
        {
            return null;
        }

        var (start, end) = (Skip(trigger.StartSchedule), Skip(trigger.EndSchedule));
        return (start ?? end) is not { } first ? null
            : end?.At < first.At ? Of(end.Value, isStart: false)
            : Of(first, isStart: start is not null);

        ClockSkip? Skip(CronSchedule schedule) => ClockSkip.Next(schedule, zone, from - _around);
        SkippedFiring Of(ClockSkip skip, bool isStart) => new(TimeZoneInfo.ConvertTime(skip.At, zone), isStart, Around(trigger, zone, skip.At));
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
