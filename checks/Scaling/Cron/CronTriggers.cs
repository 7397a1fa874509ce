using KedaStack.Checks.Admission;
using KedaStack.Resources.Graph;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;
using KedaStack.Scaling.Keda.Triggers.Cron;
using KedaStack.Scaling.Keda.Triggers.Reading;

namespace KedaStack.Checks.Scaling.Cron;

/// <summary>A cron trigger that KEDA's operator can build.</summary>
/// <param name="ScaledObject">The ScaledObject.</param>
/// <param name="Index">Its place among the triggers.</param>
/// <param name="Trigger">The trigger.</param>
/// <param name="Zone">Its time zone; null for one that does not exist.</param>
internal sealed record CronTriggers(GraphResource ScaledObject, int Index, CronTrigger Trigger, TimeZoneInfo? Zone)
{
    /// <summary>Where schedules are looked at from, so that a check says the same on each day: a Monday, before the clock changes of its year.</summary>
    public static DateTimeOffset From { get; } = new(2026, 1, 5, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The path of a parameter.</summary>
    public string Path(string key) => $"spec.triggers[{Index}].metadata.{key}";

    /// <summary>Those of all ScaledObjects.</summary>
    public static IEnumerable<CronTriggers> All(StackView stack) =>
        from scaledObject in stack.OfType(ResourceTypes.ScaledObject)
        from trigger in scaledObject.Inputs.Objects("spec.triggers").Select((json, index) => (json, index))
        where trigger.json.Text("type") == CronTrigger.TypeName
        let read = TriggerReader.Read(TriggerText.Definition(trigger.json, trigger.index)).Trigger as CronTrigger
        where read is not null
        select new CronTriggers(scaledObject, trigger.index, read, IanaTimeZone.Find(read.Timezone, out _));
}
