using System.Globalization;
using KedaStack.Scaling.Explain.Answers;
using KedaStack.Scaling.Hpa.Spec;
using KedaStack.Scaling.Keda;
using KedaStack.Scaling.Keda.Triggers;
using KedaStack.Scaling.Keda.Triggers.Cron;

namespace KedaStack.Scaling.Explain;

/// <summary>What to know about a case's triggers, in sentences.</summary>
internal static class TriggerNotes
{
    private const string Memory = "memory";

    /// <summary>The sentences.</summary>
    /// <param name="explanation">The explanation.</param>
    public static IEnumerable<string> Of(ScalingExplanation explanation)
    {
        foreach (var metric in explanation.Metrics)
        {
            if (metric.Answer is { Trigger: CronTrigger cron, Cron.At: var at })
            {
                foreach (var note in OfCron(metric.Name, cron, at))
                {
                    yield return note;
                }
            }

            if (metric.Metric is ResourceMetricSource { Name: Memory })
            {
                yield return $"{(metric.Name == Memory ? "" : $"{metric.Name}: ")}memory rarely falls when pods are added or the load goes. Where each pod keeps what it uses, "
                    + "the count goes on to the maximum above the target, and never comes back from it.";
            }
        }

        var scaledObject = explanation.Case.ScaledObject;
        if (scaledObject is { Fallback.Behavior: FallbackBehavior.ScalingModifiers, Modifiers: null })
        {
            yield return "fallback.behavior scalingModifiers is for a formula only. Without one the HPA gets -1 once the fallback acts, and scales in to the minimum.";
        }

        if (scaledObject is { Modifiers: { AllowsFallback: false }, Fallback: not null })
        {
            yield return "The fallback does not act: beside a formula it needs a target that is a whole number.";
        }

        if (scaledObject is { MinReplicaCount: null or 0 } && scaledObject.Triggers.All(trigger => trigger is ResourceTrigger))
        {
            yield return "cpu and memory alone never scale to 0, and KEDA's webhook refuses a minReplicaCount of 0 with them.";
        }
    }

    private static IEnumerable<string> OfCron(string name, CronTrigger cron, DateTimeOffset at)
    {
        if (cron.MetricType == MetricTargetType.Value)
        {
            yield return $"{name}: with metricType Value the desired replicas are multiplied by the Ready pods at each sync, up to the maximum; leave metricType out.";
        }

        if (SkippedFiring.Next(cron, at) is { } skipped)
        {
            var changes = string.Join(", ", skipped.Changes.Select(change => $"{(change.Opens ? "opens" : "closes")} {ShownTime.Of(change.At)}"));
            yield return $"{name}: {(skipped.IsStart ? "start" : "end")} {(skipped.IsStart ? cron.Start : cron.End)} does not fire on "
                + $"{skipped.At.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}, when the clock of {cron.Timezone} skips that time. "
                + $"Around it the window {(changes.Length == 0 ? "does not change" : changes)}.";
        }
    }
}
