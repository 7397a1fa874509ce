using KedaStack.Scaling.Hpa.Semantics;

namespace KedaStack.Scaling.Hpa.Spec;

/// <summary>
/// Why the API server refuses an HPA, in its words (kubernetes pkg/apis/autoscaling/validation/validation.go); every
/// error at once.
/// </summary>
public static class HpaValidation
{
    /// <summary>The errors; empty for a valid HPA.</summary>
    /// <param name="spec">The HPA; its External metrics are what allows a minimum of 0.</param>
    /// <param name="semantics">The cluster; null for <see cref="HpaSemantics.Default"/>.</param>
    public static IReadOnlyList<string> Errors(HorizontalPodAutoscalerSpec spec, HpaSemantics? semantics = null)
    {
        var errors = new List<string>();
        var least = (semantics ?? HpaSemantics.Default).ScaleToZero ? 0 : 1;
        if (spec.MinReplicas < least)
        {
            errors.Add(Invalid(
                "spec.minReplicas", spec.MinReplicas, FormattableString.Invariant($"must be greater than or equal to {least}")));
        }

        if (spec.MaxReplicas < 1)
        {
            errors.Add(Invalid("spec.maxReplicas", spec.MaxReplicas, "must be greater than 0"));
        }

        if (spec.MaxReplicas < spec.MinReplicas)
        {
            errors.Add(Invalid("spec.maxReplicas", spec.MaxReplicas, "must be greater than or equal to `minReplicas`"));
        }

        for (var i = 0; i < spec.Metrics.Count; i++)
        {
            if (spec.Metrics[i].Target.Milli <= 0)
            {
                errors.Add(Target(spec.Metrics[i], i));
            }
        }

        Direction(errors, "spec.behavior.scaleUp", spec.Behavior?.ScaleUp);
        Direction(errors, "spec.behavior.scaleDown", spec.Behavior?.ScaleDown);
        return errors;
    }

    private static string Target(MetricSource metric, int place) => metric.TargetType == MetricTargetType.Utilization
        ? FormattableString.Invariant(
            $"spec.metrics[{place}].{metric.Field}.target.averageUtilization: Invalid value: {metric.Target.Milli / 1000}: must be greater than 0")
        : FormattableString.Invariant(
            $"spec.metrics[{place}].{metric.Field}.target.{(metric.TargetType == MetricTargetType.AverageValue ? "averageValue" : "value")}: ")
            + $"Invalid value: \"{metric.Target}\": must be positive";

    private static void Direction(List<string> errors, string path, ScalingRules? rules)
    {
        if (rules?.StabilizationWindow is { } window)
        {
            if (window < TimeSpan.Zero)
            {
                errors.Add(Invalid(path + ".stabilizationWindowSeconds", Seconds(window), "must be greater than or equal to zero"));
            }
            else if (window > ScalingRules.MaximumStabilizationWindow)
            {
                errors.Add(Invalid(path + ".stabilizationWindowSeconds", Seconds(window), "must be less than or equal to 3600"));
            }
        }

        if (rules?.Tolerance < 0)
        {
            errors.Add(FormattableString.Invariant(
                $"{path}.tolerance: Invalid value: \"{rules.Tolerance}\": must be greater than or equal to 0"));
        }

        for (var i = 0; i < (rules?.Policies.Count ?? 0); i++)
        {
            Policy(errors, FormattableString.Invariant($"{path}.policies[{i}]"), rules!.Policies[i]);
        }
    }

    private static void Policy(List<string> errors, string path, ScalingPolicy policy)
    {
        if (policy.Value <= 0)
        {
            errors.Add(Invalid(path + ".value", policy.Value, "must be greater than zero"));
        }

        if (policy.Period <= TimeSpan.Zero)
        {
            errors.Add(Invalid(path + ".periodSeconds", Seconds(policy.Period), "must be greater than zero"));
        }
        else if (policy.Period > ScalingPolicy.MaximumPeriod)
        {
            errors.Add(Invalid(path + ".periodSeconds", Seconds(policy.Period), "must be less than or equal to 1800"));
        }
    }

    private static string Invalid(string path, long value, string rule) =>
        FormattableString.Invariant($"{path}: Invalid value: {value}: {rule}");

    private static long Seconds(TimeSpan duration) => (long)duration.TotalSeconds;
}
