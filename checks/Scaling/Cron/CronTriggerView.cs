using KedaStack.Checks.Admission;
using KedaStack.Resources.Graph;
using KedaStack.Resources.Views;
using KedaStack.Scaling.Keda.Triggers.Cron;
using KedaStack.Scaling.Keda.Triggers.Reading;

namespace KedaStack.Checks.Scaling.Cron;

/// <summary>A cron trigger that KEDA's operator can build.</summary>
/// <param name="Trigger">The trigger as it is written.</param>
/// <param name="Cron">As KEDA reads it.</param>
/// <param name="Zone">Its time zone; null for one that does not exist.</param>
internal sealed record CronTriggerView(KedaTrigger Trigger, CronTrigger Cron, TimeZoneInfo? Zone)
{
    /// <summary>Where schedules are looked at from, so that a check says the same on each day: a Monday, before the clock changes of its year.</summary>
    public static DateTimeOffset From { get; } = new(2026, 1, 5, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The ScaledObject that it is of.</summary>
    public GraphResource ScaledObject => Trigger.ScaledObject;

    /// <summary>The path of a parameter.</summary>
    public string Path(string key) => Trigger.MetadataPath(key);

    /// <summary>Those of all ScaledObjects.</summary>
    public static IEnumerable<CronTriggerView> All(StackView stack) =>
        from trigger in stack.Triggers
        where trigger.Type == CronTrigger.TypeName
        let read = TriggerReader.Read(TriggerText.Definition(trigger.Json, trigger.Index)).Trigger as CronTrigger
        where read is not null
        select new CronTriggerView(trigger, read, IanaTimeZone.Find(read.Timezone, out _));
}
