using KedaStack.Checks.Rules;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Scaling.Cron;

/// <summary>The start of a cron window fires once before its end.</summary>
internal sealed class CronStartsOnce() : Check(new()
{
    Id = "cron-starts-once",
    Severity = Severity.Warning,
    Title = "The start of a cron window fires once before its end",
    Failure = "the replicas come at the last firing of start only: with `* 8-17 * * 1-5` and `0 18 * * 1-5` from 17:59 to 18:00",
    Cause = "A window is open while the next thing to happen is its end. A start that fires each minute always comes before it.",
    Fix = "Let start fire once, at the beginning: `0 8 * * 1-5`.",
    IsOnlyForFiles = true,
    About = [ResourceTypes.ScaledObject],
})
{
    // A few weeks of daily windows.
    private const int MostFirings = 30;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack) =>
        from cron in CronTriggerView.All(stack)
        where cron.Zone is not null && StartsAgain(cron)
        select Found(cron.ScaledObject, cron.Path("start"), $"{cron.Cron.Start}, which fires again before the end {cron.Cron.End}", "one firing for each window");

    private static bool StartsAgain(CronTriggerView cron)
    {
        var start = cron.Cron.StartSchedule.Next(CronTriggerView.From, cron.Zone!);
        for (var i = 0; i < MostFirings && start is not null; i++)
        {
            var (next, end) = (cron.Cron.StartSchedule.Next(start.Value, cron.Zone!), cron.Cron.EndSchedule.Next(start.Value, cron.Zone!));
            if (next is not null && end is not null && next < end)
            {
                return true;
            }

            start = next;
        }

        return false;
    }
}
