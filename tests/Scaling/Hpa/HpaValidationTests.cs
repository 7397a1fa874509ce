using KedaStack.Scaling.Hpa.Spec;

namespace KedaStack.Tests.Scaling.Hpa;

public sealed class HpaValidationTests
{
    private static readonly HorizontalPodAutoscalerSpec _valid = new()
    {
        MaxReplicas = 10,
        Metrics = [HpaCase.Source(MetricTargetType.AverageValue, 10_000)],
    };

    [Fact]
    public void Accepts_ValidHpa() => Assert.Empty(HpaValidation.Errors(_valid));

    [Fact]
    public void Accepts_WhatIsExactlyAtTheLimits()
    {
        var rules = new ScalingRules
        {
            StabilizationWindow = TimeSpan.FromSeconds(3600),
            Tolerance = 0,
            Policies = [new(ScalingPolicyType.Pods, 1, TimeSpan.FromSeconds(1800)), new(ScalingPolicyType.Percent, 1, TimeSpan.FromSeconds(1))],
        };

        Assert.Empty(HpaValidation.Errors(_valid with
        {
            MinReplicas = 1,
            MaxReplicas = 1,
            Metrics = [HpaCase.Source(MetricTargetType.Value, 1)],
            Behavior = new(rules, rules with { StabilizationWindow = TimeSpan.Zero }),
        }));
    }

    [Fact]
    public void Rejects_NoReplicas() => Assert.Equal(
        [
            "spec.minReplicas: Invalid value: 0: must be greater than or equal to 1",
            "spec.maxReplicas: Invalid value: 0: must be greater than 0",
        ],
        HpaValidation.Errors(_valid with { MinReplicas = 0, MaxReplicas = 0 }));

    [Fact]
    public void Rejects_EverythingAtOnce()
    {
        var rules = new ScalingRules
        {
            StabilizationWindow = TimeSpan.FromSeconds(3601),
            Tolerance = -0.1m,
            Policies = [new(ScalingPolicyType.Pods, 0, TimeSpan.FromSeconds(1801)), new(ScalingPolicyType.Pods, 1, TimeSpan.Zero)],
        };
        var spec = _valid with
        {
            MinReplicas = 11,
            Metrics = [HpaCase.Source(MetricTargetType.AverageValue, 0), HpaCase.Source(MetricTargetType.Value, -5_000)],
            Behavior = new HorizontalPodAutoscalerBehavior(rules, new ScalingRules { StabilizationWindow = TimeSpan.FromSeconds(-1) }),
        };

        Assert.Equal(
            [
                "spec.maxReplicas: Invalid value: 10: must be greater than or equal to `minReplicas`",
                "spec.metrics[0].external.target.averageValue: Invalid value: \"0\": must be positive",
                "spec.metrics[1].external.target.value: Invalid value: \"-5\": must be positive",
                "spec.behavior.scaleUp.stabilizationWindowSeconds: Invalid value: 3601: must be less than or equal to 3600",
                "spec.behavior.scaleUp.tolerance: Invalid value: \"-0.1\": must be greater than or equal to 0",
                "spec.behavior.scaleUp.policies[0].value: Invalid value: 0: must be greater than zero",
                "spec.behavior.scaleUp.policies[0].periodSeconds: Invalid value: 1801: must be less than or equal to 1800",
                "spec.behavior.scaleUp.policies[1].periodSeconds: Invalid value: 0: must be greater than zero",
                "spec.behavior.scaleDown.stabilizationWindowSeconds: Invalid value: -1: must be greater than or equal to zero",
            ],
            HpaValidation.Errors(spec));
    }
}
