using KedaStack.Scaling.Keda.Semantics;
using KedaStack.Scaling.Keda.Triggers.Config;

namespace KedaStack.Scaling.Keda.Triggers.Cron;

/// <summary>Reads a cron trigger (pkg/scalers/cron_scaler.go, parseCronMetadata).</summary>
internal static class CronTriggerReader
{
    private const string Prefix = "error parsing cron metadata: ";

    public static TriggerReading Read(TriggerDefinition definition, KedaSemantics semantics)
    {
        var config = new TypedConfig(definition);
        var (start, end, timezone) = (config.Required("start"), config.Required("end"), config.Required("timezone"));
        var desired = config.RequiredInt64("desiredReplicas");
        if (config.Panicked)
        {
            return TriggerReading.Refused(config.Faults, Prefix);
        }

        var startSchedule = CronSchedule.Parse(start, out var startError);
        CronSchedule? endSchedule = null;
        if (startSchedule is null)
        {
            config.Add($"error parsing start schedule: {startError}", "start");
        }
        else if ((endSchedule = CronSchedule.Parse(end, out var endError)) is null)
        {
            config.Add($"error parsing end schedule: {endError}", "end");
        }
        else if (start == end)
        {
            config.Add("start and end can not have exactly same time input", "end");
        }
        else if (desired == 0)
        {
            config.Add("no desiredReplicas specified", "desiredReplicas");
        }

        return config.Faults.Count > 0
            ? TriggerReading.Refused(config.Faults, Prefix)
            : TriggerReading.Of(new CronTrigger
            {
                TriggerIndex = definition.TriggerIndex,
                Name = definition.Name,
                UseCachedMetrics = definition.UseCachedMetrics,
                MetricType = TypedConfig.MetricType(definition),
                Timezone = timezone,
                Start = start,
                End = end,
                DesiredReplicas = desired,
                StartSchedule = startSchedule!,
                EndSchedule = endSchedule!,
                KeepsCommas = semantics.CronCommasStay,
            });
    }
}
