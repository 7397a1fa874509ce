using KedaStack.Checks.Rules;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Scaling.Cron;

/// <summary>Start and end of a cron window are dates that exist.</summary>
internal sealed class CronDate() : Check(new()
{
    Id = "cron-impossible-date",
    Severity = Severity.Error,
    Title = "Start and end of a cron window are dates that exist",
    Failure = "a start that never comes keeps the window open always, an end that never comes keeps it closed for ever; neither is an error",
    Cause = "A schedule such as `0 0 30 2 *` has no firing within five years, which KEDA takes for none at all.",
    Fix = "Write a day that the month has.",
    IsOnlyForFiles = true,
    About = [ResourceTypes.ScaledObject],
})
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack)
    {
        foreach (var cron in CronTriggerView.All(stack).Where(cron => cron.Zone is not null))
        {
            if (cron.Cron.StartSchedule.Next(CronTriggerView.From, cron.Zone!) is null)
            {
                yield return Found(cron.ScaledObject, cron.Path("start"), $"{cron.Cron.Start}, which never comes: the window is always open", "a date that exists");
            }

            if (cron.Cron.EndSchedule.Next(CronTriggerView.From, cron.Zone!) is null)
            {
                yield return Found(cron.ScaledObject, cron.Path("end"), $"{cron.Cron.End}, which never comes: the window is never open", "a date that exists");
            }
        }
    }
}
