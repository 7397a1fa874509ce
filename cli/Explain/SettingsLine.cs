using KedaStack.Scaling.Hpa;
using KedaStack.Scaling.Keda;
using KedaStack.Scaling.Prometheus;

namespace KedaStack.Cli.Explain;

/// <summary>The settings that decide, in one line.</summary>
internal static class SettingsLine
{
    /// <summary>Those of a ScaledObject.</summary>
    public static string Of(ScaledObject scaledObject)
    {
        var ignored = $"ignoreNullValues {(scaledObject.Triggers[0].IgnoreNullValues ? "true" : "false")}";
        var zero = scaledObject.MinReplicaCount is > 0 ? "" : ", to 0 when not active";
        return KedaHpa.Create(scaledObject) is { } hpa ? $"{Of(hpa)}{zero}, {ignored}" : "paused";
    }

    /// <summary>Those of an HPA.</summary>
    public static string Of(HorizontalPodAutoscalerSpec hpa)
    {
        var targets = string.Join(", ", hpa.Metrics.Select(metric =>
            $"target {metric.Target}{(metric.TargetType == MetricTargetType.AverageValue ? " per replica" : "")}"));
        var bounds = FormattableString.Invariant($"{hpa.MinReplicas} to {hpa.MaxReplicas} replicas");
        return $"{targets}, {bounds}, {Of(hpa.Behavior)}";
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
