using KedaStack.Reports.Explain.Metrics;
using KedaStack.Scaling.Hpa.Spec;
using KedaStack.Scaling.Keda;
using KedaStack.Scaling.Keda.Triggers;
using KedaStack.Scaling.Quantities;
using static KedaStack.Resources.Writing.ShownNumber;

namespace KedaStack.Reports.Explain;

/// <summary>The settings that decide, in one line.</summary>
internal static class SettingsLine
{
    /// <summary>Those of a ScaledObject.</summary>
    public static string Of(ScaledObject scaledObject)
    {
        var annotations = scaledObject.Annotations;
        // What annotations make of the HPA does not stand in its behavior, and is said apart.
        if (KedaHpa.Create(scaledObject with { Annotations = annotations with { PausedScaleIn = false, PausedScaleOut = false } }) is not { } hpa)
        {
            return annotations.PausedReplicas is { } replicas ? $"paused at {Replicas(replicas)} by the annotation paused-replicas" : "paused by an annotation";
        }

        string[] parts =
        [
            .. scaledObject.Modifiers is { } modifiers ? [$"formula {modifiers.Formula.Text}"] : (string[])[],
            Of(hpa, scaledObject.Triggers),
            .. WhenNotActive(scaledObject),
            .. NullValues(scaledObject),
            .. scaledObject.Fallback is { } fallback ? [Of(fallback)] : (string[])[],
            .. annotations.PausedScaleIn ? ["annotation paused-scale-in (scaleDown gets selectPolicy Disabled)"] : (string[])[],
            .. annotations.PausedScaleOut ? ["annotation paused-scale-out (scaleUp gets selectPolicy Disabled)"] : (string[])[],
            .. annotations.ForceActivation ? ["annotation force-activation (always active)"] : (string[])[],
        ];
        return string.Join(", ", parts);
    }

    /// <summary>Those of an HPA.</summary>
    public static string Of(HorizontalPodAutoscalerSpec hpa) => Of(hpa, []);

    private static string Of(HorizontalPodAutoscalerSpec hpa, IReadOnlyList<Trigger> triggers)
    {
        var targets = hpa.Metrics is [ExternalMetricSource only]
            ? $"target {MetricWords.Target(only)}"
            : string.Join(", ", hpa.Metrics.Select(metric => $"{Name(metric, triggers)} target {MetricWords.Target(metric)}"));
        var bounds = $"{Count(hpa.MinReplicas)} to {Replicas(hpa.MaxReplicas)}";
        return $"{targets}, {bounds}, {Of(hpa.Behavior)}";
    }

    // The metric of a cron trigger has all of its parameters in its name.
    private static string Name(MetricSource metric, IReadOnlyList<Trigger> triggers) =>
        triggers.FirstOrDefault(trigger => trigger.MetricName == metric.Name) is { } trigger && triggers.Count(other => other.Type == trigger.Type) == 1
            ? trigger.Type
            : metric.Name;

    private static IEnumerable<string> NullValues(ScaledObject scaledObject)
    {
        var triggers = scaledObject.Triggers.OfType<PrometheusTrigger>().ToList();
        return triggers.Select(trigger => trigger.IgnoreNullValues).Distinct().Count() > 1
            ? triggers.Select(trigger => $"ignoreNullValues {Word(trigger)} ({trigger.MetricName})")
            : triggers.Take(1).Select(trigger => $"ignoreNullValues {Word(trigger)}");

        static string Word(PrometheusTrigger trigger) => trigger.IgnoreNullValues ? "true" : "false";
    }

    private static string[] WhenNotActive(ScaledObject scaledObject) => scaledObject switch
    {
        { IdleReplicaCount: { } idle } => [$"to {Count(idle)} when not active (idleReplicaCount)"],
        { MinReplicaCount: > 0 } => [],
        _ => ["to 0 when not active"],
    };

    // failureThreshold failures are still reported as errors.
    private static string Of(Fallback fallback)
    {
        var failures = $"fallback after more than {Count(fallback.FailureThreshold)} {(fallback.FailureThreshold == 1 ? "failure" : "failures")}";
        return fallback.Behavior switch
        {
            FallbackBehavior.ScalingModifiers => $"{failures}: the formula decides (scalingModifiers)",
            FallbackBehavior.CurrentReplicas => $"{failures}: currentReplicas",
            FallbackBehavior.CurrentReplicasIfHigher => $"{failures}: {Replicas(fallback.Replicas)} (currentReplicasIfHigher)",
            FallbackBehavior.CurrentReplicasIfLower => $"{failures}: {Replicas(fallback.Replicas)} (currentReplicasIfLower)",
            _ => $"{failures}: {Replicas(fallback.Replicas)}",
        };
    }

    private static string Of(HorizontalPodAutoscalerBehavior? behavior) => behavior is null
        ? "no behavior"
        : $"behavior up: {Of(behavior.ScaleUp)}; down: {Of(behavior.ScaleDown)}";

    private static string Of(ScalingRules? rules)
    {
        if (rules is not { IsEmpty: false })
        {
            return "defaults";
        }

        string[] parts =
        [
            .. rules.StabilizationWindow is { } window ? [$"window {PrometheusDuration.Format(window)}"] : (string[])[],
            .. rules.Policies.Select(policy => policy.ToString()),
            .. rules.SelectPolicy is { } select ? [$"select {select}"] : (string[])[],
            .. rules.Tolerance is { } tolerance ? [FormattableString.Invariant($"tolerance {tolerance}")] : (string[])[],
        ];
        return string.Join(", ", parts);
    }
}
