using System.Globalization;
using KedaStack.Infra.Settings;
using KedaStack.Infra.Settings.Problems;
using KedaStack.Infra.Settings.Workloads;
using KedaStack.Scaling.Hpa.Spec;
using KedaStack.Scaling.Keda;
using KedaStack.Scaling.Keda.Triggers;
using KedaStack.Scaling.Prometheus;
using KedaStack.Scaling.Quantities;

namespace KedaStack.Resources.Workloads;

/// <summary>A ScaledObject of a file as settings, so that whatever runs on a stack's settings runs on it, too.</summary>
internal static class FileSettings
{
    /// <summary>The assignments <c>key=value</c> that describe it.</summary>
    /// <param name="source">The ScaledObject.</param>
    /// <param name="problems">Gets what a simulation does not know of it.</param>
    public static IReadOnlyList<string> Assignments(ExplainSource source, ICollection<SettingsProblem> problems)
    {
        var scaledObject = source.ScaledObject;
        if (source.Triggers is not [{ Trigger: PrometheusTrigger trigger }])
        {
            var others = source.Triggers.Where(one => one.Trigger is not PrometheusTrigger).Select(one => one.Type).ToList();
            problems.Add(SettingsProblem.Create(
                source.Name,
                others.Count > 0 ? "has a trigger that is not simulated yet" : "has several triggers, which are not simulated together yet",
                others.Count > 0 ? string.Join(", ", others) : $"{source.Triggers.Count} prometheus triggers",
                "simulate a ScaledObject with exactly one prometheus trigger; explain takes any"));
            return [];
        }

        Refuse(trigger.MetricType == MetricTargetType.Value, "metricType", "Value", "AverageValue");
        Refuse(scaledObject.Modifiers is not null, "advanced.scalingModifiers", "a formula", "none");
        Refuse(scaledObject.IdleReplicaCount is not null, "idleReplicaCount", $"{scaledObject.IdleReplicaCount}", "none");
        if (RateSelection.Of(trigger.Query) is not { } rate)
        {
            problems.Add(SettingsProblem.Create(
                $"{source.Name}: spec.triggers[0].metadata.query", "is not simulated yet", Quoted.Text(trigger.Query), "simulate a sum of one rate with a window: sum(rate(<counter>[2m]))"));
            return [];
        }

        return [.. Of(scaledObject, trigger, rate)];

        void Refuse(bool isThere, string field, string got, string right)
        {
            if (isThere)
            {
                problems.Add(SettingsProblem.Create($"{source.Name}: spec.{field}", "is not simulated yet", got, $"simulate with {right}"));
            }
        }
    }

    /// <summary>The assignments that make one of a stack's workloads what the stack scales.</summary>
    /// <param name="settings">The stack's settings.</param>
    /// <param name="workload">The workload.</param>
    /// <param name="problems">Gets what a simulation does not know of it.</param>
    public static IReadOnlyList<string> Assignments(StackSettings settings, ScaledWorkloadSettings workload, ICollection<SettingsProblem> problems)
    {
        var assignments = Assignments(ExplainSource.OfWorkload(settings, workload), problems);
        // The sample app stands for it, whatever else there is.
        return assignments.Count == 0 ? []
            : [.. assignments, $"scrapeInterval={PrometheusDuration.Format(workload.Scaling.ScrapeInterval)}", "samples=http", "workloads=[]"];
    }

    private static IEnumerable<string> Of(ScaledObject scaledObject, PrometheusTrigger trigger, RequestRateQuery rate)
    {
        yield return Text($"minReplicaCount={scaledObject.MinReplicaCount ?? 0}");
        yield return Text($"maxReplicaCount={scaledObject.MaxReplicaCount ?? ScaledObject.DefaultMaxReplicaCount}");
        yield return Text($"pollingInterval={scaledObject.PollingInterval.TotalSeconds}");
        yield return Text($"cooldownPeriod={scaledObject.CooldownPeriod.TotalSeconds}");
        yield return Text($"threshold={trigger.Threshold}");
        yield return Text($"activationThreshold={trigger.ActivationThreshold}");
        yield return $"ignoreNullValues={(trigger.IgnoreNullValues ? "true" : "false")}";
        yield return $"window={PrometheusDuration.Format(rate.Window)}";
        if (scaledObject.Fallback is { } fallback)
        {
            var behavior = fallback.Behavior.ToString();
            yield return Text($"fallbackReplicas={fallback.Replicas}");
            yield return Text($"fallbackFailureThreshold={fallback.FailureThreshold}");
            yield return $"fallbackBehavior={char.ToLowerInvariant(behavior[0])}{behavior[1..]}";
        }

        foreach (var assignment in Rules("scaleUp", scaledObject.Behavior?.ScaleUp).Concat(Rules("scaleDown", scaledObject.Behavior?.ScaleDown)))
        {
            yield return assignment;
        }
    }

    private static IEnumerable<string> Rules(string direction, ScalingRules? rules)
    {
        if (rules?.StabilizationWindow is { } window)
        {
            yield return Text($"{direction}StabilizationWindowSeconds={window.TotalSeconds}");
        }

        if (rules?.SelectPolicy is { } select)
        {
            yield return $"{direction}SelectPolicy={select}";
        }

        if (rules?.Policies is { Count: > 0 } policies)
        {
            yield return $"{direction}Policies={string.Join(',', policies.Select(policy => Text($"{policy.Value} {policy.Type}/{PrometheusDuration.Format(policy.Period)}")))}";
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
