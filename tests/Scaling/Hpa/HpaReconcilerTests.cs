using KedaStack.Scaling.Hpa.Conditions;
using KedaStack.Scaling.Hpa.Proposals;
using KedaStack.Scaling.Hpa.Readings;
using KedaStack.Scaling.Hpa.Semantics;
using KedaStack.Scaling.Hpa.Spec;
using KedaStack.Scaling.Hpa.Trace;
using KedaStack.Tests.Shared;

namespace KedaStack.Tests.Scaling.Hpa;

public sealed class HpaReconcilerTests
{
    private static readonly HorizontalPodAutoscalerBehavior _writtenOut = new(null, null);

    [Fact]
    public void Reconcile_WithoutBehavior_DoublesEachSyncFromFour() => Assert.Equal([4, 8, 16, 32, 64, 100], new HpaBench(1, 100).Steps(2000, 6));

    [Fact]
    public void Reconcile_WrittenOutBehavior_AllowsFiveFromOne() => Assert.Equal([5, 10, 20, 40], new HpaBench(1, 100, _writtenOut).Steps(2000, 4));

    [Fact]
    public void Reconcile_WrittenOutBehavior_CountsThePeriodNotTheSyncs()
    {
        var bench = new HpaBench(1, 100, _writtenOut);
        Assert.Equal(5, bench.Step(2000).DesiredReplicas);

        // 10 s later the 4 pods added are younger than the 15 s of the policies.
        Assert.Equal(5, bench.Step(2000, 10_000).DesiredReplicas);
        Assert.Equal(HpaConditionReason.ScaleUpLimit, bench.Hpa.Conditions.Reason(HpaConditionType.ScalingLimited));
        Assert.Equal(10, bench.Step(2000, 5_000).DesiredReplicas);
    }

    [Fact]
    public void Reconcile_WithoutBehavior_KeepsTheFirstSizeForThreeHundredSecondsInclusive()
    {
        var bench = new HpaBench(1, 10) { Replicas = 10 };

        // The first sync records the current size; the entry exactly 300 s old still counts.
        Assert.All(bench.Steps(0, 21), replicas => Assert.Equal(10, replicas));
        Assert.Equal(1, bench.Step(0).DesiredReplicas);
    }

    [Fact]
    public void Reconcile_WithBehavior_ReleasesExactlyAtTheWindow()
    {
        var bench = new HpaBench(1, 10, _writtenOut) { Replicas = 10 };

        Assert.All(bench.Steps(0, 20), replicas => Assert.Equal(10, replicas));
        Assert.Equal(1, bench.Step(0).DesiredReplicas);
    }

    [Fact]
    public void Reconcile_ProposalAboveTheMaximum_StaysInTheLog()
    {
        var bench = new HpaBench(1, 10) { Replicas = 10 };

        bench.Step(150);

        Assert.Equal(15, bench.Hpa.Recommendations.Entries[1].Replicas);
        Assert.Equal(HpaConditionReason.TooManyReplicas, bench.Hpa.Conditions.Reason(HpaConditionType.ScalingLimited));
    }

    [Fact]
    public void Reconcile_MissingMetric_FreezesAndStoresNothing()
    {
        var bench = new HpaBench(1, 10) { Replicas = 5 };

        var result = bench.Step(null);

        Assert.Equal((HpaOutcome.MetricsFailed, 5), (result.Outcome, result.DesiredReplicas));
        Assert.Equal(1, bench.Hpa.Recommendations.Entries.Length);
    }

    [Fact]
    public void Reconcile_SurgeWithinTolerance_ProposesTheCreatedPods()
    {
        var bench = new HpaBench(1, 10);

        var result = bench.Hpa.Reconcile(0, new ScaleTargetStatus(4, 5, 4, 5), [MetricReading.Of(50_000)]);

        Assert.Equal(5, result.DesiredReplicas);
    }

    [Fact]
    public void Reconcile_OutOfBounds_GoesToTheBoundAtOnceAndRecordsAnEvent()
    {
        var bench = new HpaBench(3, 5, _writtenOut) { Replicas = 20 };

        Assert.Equal((HpaOutcome.AboveMaxReplicas, 5), (bench.Step(null).Outcome, bench.Replicas));
        Assert.Equal(15, bench.Hpa.ScaleDownEvents.Events[0].ReplicaChange);
    }

    [Fact]
    public void Reconcile_EventOlderThanItsOwnPolicies_IsOverwrittenThoughTheOtherDirectionCountsIt()
    {
        // Up looks back 15 s, down 300 s and may remove 1 a period; the second step up overwrites the first one's event.
        var behavior = new HorizontalPodAutoscalerBehavior(
            new ScalingRules { Policies = [new(ScalingPolicyType.Pods, 4, TimeSpan.FromSeconds(15))] },
            new ScalingRules
            {
                StabilizationWindow = TimeSpan.Zero,
                Policies = [new(ScalingPolicyType.Pods, 1, TimeSpan.FromSeconds(300))],
            });
        var bench = new HpaBench(1, 100, behavior);
        bench.Step(50);
        bench.Step(90, 16_000);

        Assert.Equal(1, bench.Hpa.ScaleUpEvents.Events.Length);
        Assert.Equal(4, bench.Step(0).DesiredReplicas);
    }

    [Theory]
    [InlineData(ScaleEventAccounting.BothDirections, 3)]
    [InlineData(ScaleEventAccounting.SameDirection, 1)]
    public void Reconcile_SelectPolicyMin_NeverScaledUpInOldControllers(ScaleEventAccounting accounting, int expected)
    {
        var rules = new ScalingRules
        {
            SelectPolicy = SelectPolicy.Min,
            Policies = [new(ScalingPolicyType.Pods, 2, TimeSpan.FromSeconds(15)), new(ScalingPolicyType.Pods, 4, TimeSpan.FromSeconds(15))],
        };
        var semantics = HpaSemantics.Default with { ScaleEventAccounting = accounting };

        Assert.Equal(expected, new HpaBench(1, 100, new(rules, null), semantics: semantics).Step(500).DesiredReplicas);
    }

    [Fact]
    public void Reconcile_Disabled_KeepsTheCount()
    {
        var off = new ScalingRules { SelectPolicy = SelectPolicy.Disabled };

        Assert.Equal(1, new HpaBench(1, 100, new(off, null)).Step(500).DesiredReplicas);
        Assert.Equal(10, new HpaBench(1, 100, new(null, off with { StabilizationWindow = TimeSpan.Zero })) { Replicas = 10 }.Steps(0, 5)[^1]);
    }

    [Fact]
    public void Forget_DeletedHpa_StartsAnew()
    {
        var bench = new HpaBench(1, 10);
        bench.Step(100);

        bench.Hpa.Forget();

        Assert.False(bench.Hpa.Recommendations.IsInitialized);
        Assert.Empty(bench.Hpa.Conditions.Describe("default"));
    }

    [Fact]
    public void Reconcile_AfterWarmUp_AllocatesNothing()
    {
        var bench = new HpaBench(1, 100, _writtenOut);
        var random = new Random(1);
        var reading = new MetricReading[1];
        Run(bench, random, reading, 1000);

        Assert.Equal(0, Allocations.Least(() => Run(bench, random, reading, 10_000)));
    }

    private static void Run(HpaBench bench, Random random, MetricReading[] reading, int count)
    {
        for (var i = 0; i < count; i++)
        {
            bench.Now += HpaBench.Sync;
            reading[0] = MetricReading.Of(random.Next(1_500_000));
            bench.Replicas = bench.Hpa.Reconcile(bench.Now, ScaleTargetStatus.AtRest(bench.Replicas), reading).DesiredReplicas;
        }
    }

    [Fact]
    public void Reconcile_EventWrittenLater_CountsForSoMuchLonger()
    {
        HpaBench Begun(long write)
        {
            var bench = new HpaBench(1, 100, _writtenOut);
            bench.Hpa.WriteMilliseconds = write;
            bench.Step(2000);
            return bench;
        }

        // Recorded in all loops: with a period of 15 s the milliseconds of the write decide whether the last step counts.
        Assert.Equal(10, Begun(0).Step(2000, 15_000).DesiredReplicas);
        Assert.Equal(5, Begun(6).Step(2000, 15_000).DesiredReplicas);
    }

    [Fact]
    public void Change_KeepsWhatIsRemembered_AndLooksBackAsFarAsTheNewWindow()
    {
        var shortWindow = new HorizontalPodAutoscalerBehavior(null, new ScalingRules { StabilizationWindow = TimeSpan.FromSeconds(30) });
        var longWindow = new HorizontalPodAutoscalerBehavior(null, new ScalingRules { StabilizationWindow = TimeSpan.FromSeconds(600) });
        var bench = new HpaBench(1, 20, shortWindow) { Replicas = 9 };
        bench.Step(90);
        bench.Step(60);

        bench.Hpa.Change(bench.Hpa.Spec with { Behavior = longWindow, MaxReplicas = 30 });

        Assert.Equal(30, bench.Hpa.Spec.MaxReplicas);
        Assert.Equal(9, bench.Step(10, 300_000).DesiredReplicas);
    }
}
