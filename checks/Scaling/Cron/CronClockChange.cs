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
    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack) =>
        from cron in CronTriggerView.All(stack)
        where cron.Zone is { SupportsDaylightSavingTime: true }
        from one in new (string Key, string Text, CronSchedule Schedule)[] { ("start", cron.Cron.Start, cron.Cron.StartSchedule), ("end", cron.Cron.End, cron.Cron.EndSchedule) }
        let skipped = ClockSkip.Next(one.Schedule, cron.Zone!, CronTriggerView.From)
        where skipped is not null
        select Found(
            cron.ScaledObject,
            cron.Path(one.Key),
            string.Create(CultureInfo.InvariantCulture, $"{one.Text}, which the clock of {cron.Cron.Timezone} skips on {skipped.Value.Local:yyyy-MM-dd} at {skipped.Value.Local:HH:mm}"),
            "a time that each day has");
}
