using KedaStack.Checks.Rules;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;
using KedaStack.Scaling.Keda.Triggers.Cron;

namespace KedaStack.Checks.Scaling.Cron;

/// <summary>A cron trigger's time zone exists.</summary>
internal sealed class CronTimeZone() : Check(new()
{
    Id = "cron-time-zone",
    Severity = Severity.Error,
    Title = "A cron trigger's time zone exists",
    Failure = "`unable to load timezone: unknown time zone ...` at each poll, and Ready is False",
    Cause = "The name is looked up at each poll and not when the ScaledObject is applied. Only names of the IANA database count, such as Europe/Berlin.",
    Fix = "Write the name of a region and a city, or Etc/UTC.",
    IsOnlyForFiles = true,
    About = [ResourceTypes.ScaledObject],
})
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack) =>
        // A machine without the database knows no name at all.
        from cron in IanaTimeZone.Find("Europe/Berlin", out _) is null ? [] : CronTriggerView.All(stack)
        where cron.Zone is null
        select Found(cron.ScaledObject, cron.Path("timezone"), $"unknown time zone {cron.Cron.Timezone}", "a name such as Europe/Berlin or Etc/UTC");
}
