using System.Globalization;
using KedaStack.Checks.Rules;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;
using KedaStack.Scaling.Keda.Triggers.Cron;

namespace KedaStack.Checks.Scaling.Cron;

/// <summary>Start and end of a cron window are not in the hour that the clock skips in spring.</summary>
internal sealed class CronClockChange() : Check(new()
{
    Id = "cron-window-crosses-dst",
    Severity = Severity.Warning,
    Title = "Start and end of a cron window are not in the hour that the clock skips in spring",
    Failure = "once a year a window that stays open for a day more, or one that never opens",
    Cause = "A firing whose local time does not exist on that day is skipped, and the next one counts.",
    Fix = "Keep both outside of the skipped hour, or write `timezone: Etc/UTC`.",
    IsOnlyForFiles = true,
    About = [ResourceTypes.ScaledObject],
})
{
    private const int DaysOfYear = 365;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack) =>
        from cron in CronTriggers.All(stack)
        where cron.Zone is { SupportsDaylightSavingTime: true }
        from one in new (string Key, string Text, CronSchedule Schedule)[] { ("start", cron.Trigger.Start, cron.Trigger.StartSchedule), ("end", cron.Trigger.End, cron.Trigger.EndSchedule) }
        let skipped = Skipped(one.Schedule, cron.Zone!)
        where skipped is not null
        select Found(
            cron.ScaledObject,
            cron.Path(one.Key),
            string.Create(CultureInfo.InvariantCulture, $"{one.Text}, which the clock of {cron.Trigger.Timezone} skips on {skipped:yyyy-MM-dd} at {skipped:HH:mm}"),
            "a time that each day has");

    /// <summary>A firing by the clock on the wall that the time zone does not have.</summary>
    private static DateTime? Skipped(CronSchedule schedule, TimeZoneInfo zone)
    {
        for (var day = 0; day < DaysOfYear; day++)
        {
            var midnight = CronTriggers.From.AddDays(day);
            if (!Enumerable.Range(0, 24).Any(hour => zone.IsInvalidTime(midnight.DateTime.AddHours(hour))))
            {
                continue;
            }

            for (var firing = schedule.Next(midnight.AddSeconds(-1), TimeZoneInfo.Utc); firing < midnight.AddDays(1); firing = schedule.Next(firing.Value, TimeZoneInfo.Utc))
            {
                if (zone.IsInvalidTime(firing.Value.UtcDateTime is var time ? DateTime.SpecifyKind(time, DateTimeKind.Unspecified) : default))
                {
                    return firing.Value.UtcDateTime;
                }
            }
        }

        return null;
    }
}
