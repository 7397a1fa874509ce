using KedaStack.Scaling.Hpa.Conditions;
using KedaStack.Scaling.Hpa.Semantics;
using KedaStack.Scaling.Hpa.Spec;
using KedaStack.Scaling.Hpa.Trace;

namespace KedaStack.Tests.Scaling.Hpa;

/// <summary>A minimum of 0 and the condition ScaledToZero (KEP 2021), which Kubernetes 1.37 has and 1.36 has not.</summary>
public sealed class ScaleToZeroTests
{
    private static readonly HorizontalPodAutoscalerBehavior _fast = new(null, new ScalingRules { StabilizationWindow = TimeSpan.Zero });

    [Theory]
    [InlineData(36, "spec.minReplicas: Invalid value: 0: must be greater than or equal to 1")]
    [InlineData(37, null)]
    public void MinimumOfZero_IsValidFrom137(int minor, string? error)
    {
        var spec = Bench(0).Hpa.Spec;

        Assert.Equal(error is null ? [] : [error], HpaValidation.Errors(spec, HpaSemantics.ForKubernetes(minor)));
        Assert.Equal(
            $"spec.minReplicas: Invalid value: -1: must be greater than or equal to {(error is null ? 0 : 1)}",
            HpaValidation.Errors(spec with { MinReplicas = -1 }, HpaSemantics.ForKubernetes(minor)).Single());
    }

    [Fact]
    public void WhatItScaledToZeroItself_ItScalesFromZero()
    {
        var bench = Bench(0, replicas: 3);
        Assert.Equal(0, bench.Step(0).DesiredReplicas);
        Assert.True(bench.Hpa.Conditions.IsScaledToZero);
        Assert.Equal((HpaOutcome.Evaluated, 0), (bench.Step(0).Outcome, bench.Replicas));

        Assert.Equal(4, bench.Step(40).DesiredReplicas);
        Assert.Equal(
            new HpaCondition(
                HpaConditionType.ScaledToZero, false, HpaConditionReason.NotScaledToZero, "the HPA controller did not scale the workload to zero"),
            bench.Hpa.Conditions.Describe("default")[^1]);
    }

    [Fact]
    public void WhatSomebodyElseScaledToZero_ItLeavesAlone()
    {
        var bench = Bench(0, replicas: 3);
        bench.Step(40);
        bench.Replicas = 0;

        Assert.False(bench.Hpa.AsksMetrics(0));
        Assert.Equal((HpaOutcome.ScalingDisabled, 0), (bench.Step(40).Outcome, bench.Replicas));
        Assert.Equal(HpaConditionReason.ScalingDisabled, bench.Hpa.Conditions.Reason(HpaConditionType.ScalingActive));
    }

    [Fact]
    public void ATargetThatBeginsAtZero_IsNeverScaled() => Assert.Equal(HpaOutcome.ScalingDisabled, Bench(0).Step(40).Outcome);

    [Fact]
    public void WithoutTheFeature_AMinimumOfZeroIsEvaluated() => Assert.Equal(
        (HpaOutcome.Evaluated, 4), (Bench(0, minor: 36).Step(40).Outcome, Bench(0, minor: 36).Step(40).DesiredReplicas));

    [Fact]
    public void MinimumRaisedWhileItHoldsZero_IsReachedWithoutLoad()
    {
        var bench = Bench(0, replicas: 3);
        bench.Step(0);
        var raised = new HpaBench(2, 10, _fast, semantics: HpaSemantics.Newest) { Replicas = 0 };
        raised.Hpa.Conditions.SetScaledToZero(bench.Hpa.Conditions.IsScaledToZero);

        Assert.Equal((HpaOutcome.Evaluated, 2), (raised.Step(0).Outcome, raised.Replicas));
        Assert.False(raised.Hpa.Conditions.IsScaledToZero);
    }

    [Theory]
    [InlineData(36, HpaConditionReason.None)]
    [InlineData(37, HpaConditionReason.NotScaledToZero)]
    public void KedasHpa_ScalesAsBefore_AndCarriesTheConditionFrom137(int minor, HpaConditionReason expected)
    {
        var bench = Bench(1, minor, replicas: 3);
        Assert.Equal(1, bench.Step(0).DesiredReplicas);
        Assert.Equal(expected, bench.Hpa.Conditions.Reason(HpaConditionType.ScaledToZero));

        bench.Replicas = 0;
        Assert.Equal(HpaOutcome.ScalingDisabled, bench.Step(40).Outcome);
    }

    private static HpaBench Bench(int min, int minor = 37, int replicas = 0) =>
        new(min, 10, _fast, semantics: HpaSemantics.ForKubernetes(minor)) { Replicas = replicas };
}
