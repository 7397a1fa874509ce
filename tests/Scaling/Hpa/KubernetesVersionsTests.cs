using KedaStack.Scaling.Hpa.Semantics;
using KedaStack.Scaling.Hpa.Spec;

namespace KedaStack.Tests.Scaling.Hpa;

/// <summary>What the HPA controller of each version of Kubernetes does, at the versions around each change.</summary>
public sealed class KubernetesVersionsTests
{
    private static readonly TimeSpan _quarter = TimeSpan.FromSeconds(15);

    [Fact]
    public void ForKubernetes_NewerThanTheModel_FollowsTheNewest()
    {
        Assert.Equal(HpaSemantics.Newest, HpaSemantics.ForKubernetes(40));
        Assert.Equal(HpaSemantics.Default, HpaSemantics.ForKubernetes(HpaSemantics.DefaultMinor));
        Assert.Equal(HpaSemantics.Default, HpaSemantics.ForKubernetes(36));
    }

    [Theory]
    [InlineData(25, 1)]
    [InlineData(26, 5)]
    public void ConcurrentSyncs_AreSeveralFrom126(int minor, int expected) =>
        Assert.Equal(expected, HpaSemantics.ForKubernetes(minor).ConcurrentSyncs);

    // 20 replicas and a target of 10: at a ratio of exactly 1.1 doubles differ, at 1.0999 and 1.1001 they do not.
    [Theory]
    [InlineData(32, 220, 22)]
    [InlineData(33, 220, 20)]
    [InlineData(32, 219.98, 20)]
    [InlineData(33, 219.98, 20)]
    [InlineData(32, 220.02, 23)]
    [InlineData(33, 220.02, 23)]
    [InlineData(32, 185, 20)]
    [InlineData(32, 179.98, 18)]
    [InlineData(33, 180, 20)]
    [InlineData(33, 179.98, 18)]
    public void Tolerance_AtItsEnd_IsAnIntervalFrom133(int minor, double usage, int expected)
    {
        var bench = new HpaBench(1, 100, _noWindows, semantics: HpaSemantics.ForKubernetes(minor)) { Replicas = 20 };

        Assert.Equal(expected, bench.Step(usage).DesiredReplicas);
    }

    [Theory]
    [InlineData(32, 20)]
    [InlineData(33, 20)]
    [InlineData(34, 20)]
    [InlineData(35, 21)]
    [InlineData(37, 21)]
    public void Tolerance_OfTheHpa_CountsFrom135(int minor, int expected)
    {
        var behavior = new HorizontalPodAutoscalerBehavior(new ScalingRules { Tolerance = 0.01m }, null);
        var bench = new HpaBench(1, 100, behavior, semantics: HpaSemantics.ForKubernetes(minor)) { Replicas = 20 };

        Assert.Equal(expected, bench.Step(205).DesiredReplicas);
    }

    // Up to about 1.19 only what was removed within the period counted for the way down, so that a step up was free.
    [Theory]
    [InlineData(19, 9)]
    [InlineData(20, 4)]
    public void Events_OfTheOtherDirection_CountAfter119(int minor, int expected)
    {
        var behavior = new HorizontalPodAutoscalerBehavior(
            new ScalingRules { Policies = [new(ScalingPolicyType.Pods, 5, TimeSpan.FromSeconds(300))] },
            new ScalingRules { StabilizationWindow = TimeSpan.Zero, Policies = [new(ScalingPolicyType.Pods, 1, TimeSpan.FromSeconds(300))] });
        var bench = new HpaBench(1, 100, behavior, semantics: HpaSemantics.ForKubernetes(minor)) { Replicas = 5 };
        Assert.Equal(10, bench.Step(200).DesiredReplicas);

        Assert.Equal(expected, bench.Step(0).DesiredReplicas);
    }

    // And the other way round: what was removed within the period may be added on top of the policy after 1.19.
    [Theory]
    [InlineData(19, 7)]
    [InlineData(20, 12)]
    public void Events_RemovedReplicas_MayComeBackAfter119(int minor, int expected)
    {
        var behavior = new HorizontalPodAutoscalerBehavior(
            new ScalingRules { Policies = [new(ScalingPolicyType.Pods, 2, TimeSpan.FromSeconds(300))] },
            new ScalingRules { StabilizationWindow = TimeSpan.Zero });
        var bench = new HpaBench(1, 100, behavior, semantics: HpaSemantics.ForKubernetes(minor)) { Replicas = 10 };
        Assert.Equal(5, bench.Step(50).DesiredReplicas);

        Assert.Equal(expected, bench.Step(500).DesiredReplicas);
    }

    // What the same direction did within the period counts in every version.
    [Theory]
    [InlineData(19)]
    [InlineData(20)]
    public void Events_OfTheSameDirection_CountInEveryVersion(int minor)
    {
        ScalingPolicy[] two = [new(ScalingPolicyType.Pods, 2, TimeSpan.FromSeconds(300))];
        var behavior = new HorizontalPodAutoscalerBehavior(
            new ScalingRules { Policies = two }, new ScalingRules { StabilizationWindow = TimeSpan.Zero, Policies = two });
        var up = new HpaBench(1, 100, behavior, semantics: HpaSemantics.ForKubernetes(minor)) { Replicas = 10 };
        var down = new HpaBench(1, 100, behavior, semantics: HpaSemantics.ForKubernetes(minor)) { Replicas = 10 };

        Assert.Equal([12, 12], up.Steps(500, 2));
        Assert.Equal([8, 8], down.Steps(10, 2));
    }

    // A proposal that asks for what there is counts as one upwards, which the window down does not hold.
    [Theory]
    [InlineData(19)]
    [InlineData(20)]
    public void Stabilization_ProposalOfTheCurrentCount_ChangesNothing(int minor)
    {
        var bench = new HpaBench(1, 100, new HorizontalPodAutoscalerBehavior(
            null, new ScalingRules { StabilizationWindow = TimeSpan.FromSeconds(300), Policies = [new(ScalingPolicyType.Pods, 100, _quarter)] }),
            semantics: HpaSemantics.ForKubernetes(minor))
        { Replicas = 10 };
        bench.Step(200);
        bench.Replicas = 10;

        Assert.Equal(10, bench.Step(100).DesiredReplicas);
    }

    // Up to about 1.19 a proposal below the current count was held by the window down alone, so that it could even rise.
    [Theory]
    [InlineData(19, 30)]
    [InlineData(20, 20)]
    public void Stabilization_OnlyOfTheProposalsDirection_UpTo119(int minor, int expected)
    {
        var bench = new HpaBench(1, 100, new HorizontalPodAutoscalerBehavior(
            new ScalingRules { StabilizationWindow = TimeSpan.FromSeconds(60), Policies = [new(ScalingPolicyType.Pods, 100, _quarter)] }, null),
            semantics: HpaSemantics.ForKubernetes(minor))
        { Replicas = 20 };
        bench.Step(200);

        // A proposal of 30, which the window up holds back in both; then one of 10, below the current 20.
        Assert.Equal(20, bench.Step(300).DesiredReplicas);
        Assert.Equal(expected, bench.Step(100).DesiredReplicas);
    }

    [Theory]
    [InlineData(19, 1)]
    [InlineData(20, 3)]
    public void SelectPolicyMin_Upwards_WorksAfter119(int minor, int expected)
    {
        var rules = new ScalingRules
        {
            SelectPolicy = SelectPolicy.Min,
            Policies = [new(ScalingPolicyType.Pods, 4, _quarter), new(ScalingPolicyType.Pods, 2, _quarter)],
        };

        Assert.Equal(expected, new HpaBench(1, 100, new(rules, null), semantics: HpaSemantics.ForKubernetes(minor)).Step(500).DesiredReplicas);
    }

    [Theory]
    [InlineData(36, false)]
    [InlineData(37, true)]
    public void Changes_AreReconciledAtOnceFrom137(int minor, bool expected) =>
        Assert.Equal(expected, HpaSemantics.ForKubernetes(minor).ReconcilesChangesAtOnce);

    private static readonly HorizontalPodAutoscalerBehavior _noWindows = new(
        new ScalingRules { Policies = [new(ScalingPolicyType.Percent, 1000, _quarter)] },
        new ScalingRules { StabilizationWindow = TimeSpan.Zero });
}
