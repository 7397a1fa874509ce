using KedaStack.Scaling.Keda.Triggers;
using KedaStack.Scaling.Keda.Triggers.Cron;

namespace KedaStack.Scaling.Explain.Answers;

/// <summary>A cron trigger at a time.</summary>
/// <param name="Trigger">The trigger.</param>
/// <param name="At">The time.</param>
/// <param name="IsOpen">Whether its window is open.</param>
/// <param name="Until">When it opens or closes next, in its time zone; null when it never does, as far as firings are looked for.</param>
public sealed record CronMoment(CronTrigger Trigger, DateTimeOffset At, bool IsOpen, DateTimeOffset? Until)
{
    /// <summary>The moment; null where there is no such time zone, which KEDA finds out at each check.</summary>
    /// <param name="trigger">The trigger.</param>
    /// <param name="at">The time.</param>
    public static CronMoment? Of(CronTrigger trigger, DateTimeOffset at)
    {
        if (IanaTimeZone.Find(trigger.Timezone, out _) is not { } zone)
        {
            return null;
        }

        var change = CronWindow.NextChange(trigger, zone, at);
        return new CronMoment(
            trigger, at, CronWindow.At(trigger, zone, at).IsOpen, change is { } time ? TimeZoneInfo.ConvertTime(time, zone) : null);
    }

    /// <summary>The answer of the trigger.</summary>
    /// <param name="name">How the user calls it.</param>
    /// <param name="trigger">The trigger.</param>
    /// <param name="at">The time.</param>
    public static TriggerAnswer Answer(string name, CronTrigger trigger, DateTimeOffset at) => Of(trigger, at) is { } moment
        ? new TriggerAnswer(name, trigger, moment.IsOpen ? "on" : "off", trigger.Reading(moment.IsOpen)) { Cron = moment }
        : new TriggerAnswer(name, trigger, "no such time zone", trigger.Read(at));

    /// <summary>The reading when the window changes.</summary>
    public ScalerReading Then => Trigger.Reading(!IsOpen);
}
