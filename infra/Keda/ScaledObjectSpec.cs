using KedaStack.Infra.CustomResources.Keda;
using KedaStack.Scaling;
using KedaStack.Scaling.Hpa.Spec;
using KedaStack.Scaling.Keda;

namespace KedaStack.Infra.Keda;

/// <summary>Turns the description of how a workload scales into the spec of its ScaledObject.</summary>
internal static class ScaledObjectSpec
{
    /// <summary>The spec. What the description leaves out stays out, so that KEDA's and Kubernetes' defaults hold.</summary>
    /// <param name="scaling">How the workload scales.</param>
    /// <param name="target">What is scaled.</param>
    /// <param name="triggers">What it scales on.</param>
    /// <param name="hpaName">The name of the HPA that KEDA takes over; null for one of its own.</param>
    public static ScaledObjectSpecArgs Create(
        ScalingSettings scaling, ScaleTargetRefArgs target, IEnumerable<TriggerArgs> triggers, string? hpaName = null)
    {
        var spec = new ScaledObjectSpecArgs
        {
            ScaleTargetRef = target,
            PollingInterval = Seconds(scaling.PollingInterval),
            CooldownPeriod = Seconds(scaling.CooldownPeriod),
            MinReplicaCount = scaling.MinReplicaCount,
            MaxReplicaCount = scaling.MaxReplicaCount,
            Triggers = triggers.ToArray(),
        };
        if (scaling.Fallback is { } fallback)
        {
            spec.Fallback = new FallbackArgs
            {
                FailureThreshold = fallback.FailureThreshold,
                Replicas = fallback.Replicas,
                Behavior = Word(fallback.Behavior),
            };
        }

        if (scaling.Behavior is not null || hpaName is not null)
        {
            var config = new HorizontalPodAutoscalerConfigArgs();
            if (hpaName is not null)
            {
                config.Name = hpaName;
            }

            if (scaling.Behavior is { } behavior)
            {
                config.Behavior = Behavior(behavior);
            }

            spec.Advanced = new AdvancedArgs { HorizontalPodAutoscalerConfig = config };
        }

        return spec;
    }

    private static BehaviorArgs Behavior(HorizontalPodAutoscalerBehavior behavior)
    {
        var args = new BehaviorArgs();
        if (behavior.ScaleUp is { } up)
        {
            args.ScaleUp = Rules(up);
        }

        if (behavior.ScaleDown is { } down)
        {
            args.ScaleDown = Rules(down);
        }

        return args;
    }

    private static ScalingRulesArgs Rules(ScalingRules rules)
    {
        var args = new ScalingRulesArgs();
        if (rules.StabilizationWindow is { } window)
        {
            args.StabilizationWindowSeconds = Seconds(window);
        }

        if (rules.SelectPolicy is { } select)
        {
            args.SelectPolicy = select.ToString();
        }

        foreach (var policy in rules.Policies)
        {
            args.Policies.Add(new ScalingPolicyArgs
            {
                Type = policy.Type.ToString(),
                Value = policy.Value,
                PeriodSeconds = Seconds(policy.Period),
            });
        }

        return args;
    }

    private static string Word(FallbackBehavior behavior) => behavior switch
    {
        FallbackBehavior.Static => "static",
        FallbackBehavior.CurrentReplicas => "currentReplicas",
        FallbackBehavior.CurrentReplicasIfHigher => "currentReplicasIfHigher",
        FallbackBehavior.CurrentReplicasIfLower => "currentReplicasIfLower",
        _ => throw new ArgumentOutOfRangeException(nameof(behavior), behavior, "There is no such fallback behavior."),
    };

    private static int Seconds(TimeSpan span) => (int)span.TotalSeconds;
}
