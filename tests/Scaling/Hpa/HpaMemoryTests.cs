using KedaStack.Scaling.Hpa.Policies;
using KedaStack.Scaling.Hpa.Recommendations;
using KedaStack.Scaling.Hpa.Semantics;
using KedaStack.Scaling.Hpa.Spec;

namespace KedaStack.Tests.Scaling.Hpa;

/// <summary>What an HPA remembers, for how long exactly, and that it forgets all of it.</summary>
public sealed class HpaMemoryTests
{
    private static readonly TimeSpan _fiveMinutes = TimeSpan.FromMinutes(5);

    [Fact]
    public void Forget_ThenScaleAgain_EventsDoNotCount()
    {
        var slow = new ScalingRules { StabilizationWindow = TimeSpan.Zero, Policies = [new(ScalingPolicyType.Pods, 4, _fiveMinutes)] };
        var bench = new HpaBench(1, 100, new(slow, slow)) { Replicas = 10 };
        Assert.Equal([14, 14], bench.Steps(1000, 2));
        bench.Hpa.Forget();
        Assert.Equal([18, 18], bench.Steps(1000, 2));

        // What was added is no longer taken for the size five minutes ago, from which 4 may go.
        bench.Hpa.Forget();
        Assert.Equal([14, 14], bench.Steps(10, 2));
        bench.Hpa.Forget();
        Assert.Equal([10, 10], bench.Steps(10, 2));
        bench.Hpa.Forget();
        Assert.Equal(14, bench.Step(1000).DesiredReplicas);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Forget_ThenScaleAgain_ProposalsDoNotStabilize(bool withBehavior)
    {
        var windows = new HorizontalPodAutoscalerBehavior(
            new ScalingRules { StabilizationWindow = _fiveMinutes }, new ScalingRules { StabilizationWindow = _fiveMinutes });
        var bench = new HpaBench(1, 100, withBehavior ? windows : null) { Replicas = 10 };
        Assert.All(bench.Steps(100, 40), replicas => Assert.Equal(10, replicas));
        bench.Step(20);
        bench.Step(100);

        // Made anew on a target of 5: nothing high holds it up, and nothing low holds it down.
        bench.Hpa.Forget();
        bench.Replicas = 5;
        Assert.Equal(5, bench.Step(50).DesiredReplicas);
        Assert.Equal([new(bench.Now, 5), new(bench.Now, 5)], bench.Hpa.Recommendations.Entries.ToArray());
        Assert.Equal(5, bench.Step(20).DesiredReplicas);
        Assert.Equal(withBehavior ? 5 : 8, bench.Step(80).DesiredReplicas);
        bench.Now += 301_000;
        Assert.Equal(2, bench.Step(20).DesiredReplicas);
    }

    [Fact]
    public void Change_ToALongerWindow_HoldsByProposalsThatTheShorterOneHadPassed()
    {
        var bench = new HpaBench(1, 100, Down(TimeSpan.FromMinutes(1))) { Replicas = 20 };
        bench.Step(200);
        Assert.Equal(20, bench.Step(150).DesiredReplicas);
        Assert.Equal([20, 20, 15], bench.Steps(150, 3));

        bench.Hpa.Change(bench.Hpa.Spec with { Behavior = Down(_fiveMinutes) });

        bench.Replicas = 20;
        Assert.Equal(20, bench.Step(150).DesiredReplicas);

        static HorizontalPodAutoscalerBehavior Down(TimeSpan window) => new(null, new ScalingRules { StabilizationWindow = window });
    }

    [Fact]
    public void Recommendations_OfALongWindow_AreAllKept()
    {
        var hour = new ScalingRules { StabilizationWindow = TimeSpan.FromHours(1) };
        var bench = new HpaBench(1, 100, new(null, hour)) { Replicas = 30 };
        bench.Step(300);

        // The first proposal of 30 holds for 239 more syncs, with others between.
        for (var i = 1; i < 240; i++)
        {
            Assert.Equal(30, bench.Step(10 + (i % 7 * 10)).DesiredReplicas);
        }

        Assert.Equal(241, bench.Hpa.Recommendations.Entries.Length);
        Assert.Equal(7, bench.Step(10).DesiredReplicas);
    }

    [Fact]
    public void Recommendations_InAnyOrder_AreSortedByTime()
    {
        var log = new RecommendationLog();
        foreach (var at in (long[])[50_000, 20_000, 40_000, 10_000, 30_000])
        {
            log.Add(at, (int)(at / 10_000));
        }

        // 2 and 1 are too old; their places are taken, the last of them first.
        Assert.Equal(5, Stabilization.WithoutBehavior(log, 55_000, 1, 0, 30_000).Replicas);
        Assert.Equal(5, Stabilization.WithoutBehavior(log, 55_001, 1, 0, 30_000).Replicas);
        Assert.Equal(5, log.Entries.Length);
        Assert.Equal(2, log.Entries.ToArray().Count(entry => entry.Replicas == 0));
        Assert.Equal(0, Stabilization.WithoutBehavior(log, 85_002, 1, 0, 30_000).Replicas);
    }

    [Fact]
    public void Events_MoreThanSixteen_AllCount()
    {
        var slow = new ScalingRules { Tolerance = 0, Policies = [new(ScalingPolicyType.Pods, 40, TimeSpan.FromMinutes(30))] };
        var bench = new HpaBench(1, 100, new(slow, null));

        // One pod a sync; after 40 of them the half hour allows no more.
        for (var replicas = 2; replicas <= 41; replicas++)
        {
            Assert.Equal(replicas, bench.Step(replicas * 10).DesiredReplicas);
        }

        Assert.Equal(40, bench.Hpa.ScaleUpEvents.Events.Length);
        Assert.Equal(41, bench.Step(1000).DesiredReplicas);
        bench.Hpa.ScaleUpEvents.Clear();
        Assert.True(bench.Hpa.ScaleUpEvents.Events.IsEmpty);
    }

    [Fact]
    public void Event_ExactlyAsOldAsTheLongestPeriod_IsNotOutdatedAndDoesNotCount()
    {
        var events = new ScaleEventLog();
        events.Store(0, 3, 15_000);

        events.Store(15_000, 2, 15_000);
        Assert.Equal(2, events.Events.Length);
        Assert.Equal(2, events.ChangeWithin(15_000, 15_000));
        Assert.Equal(5, events.ChangeWithin(14_999, 15_000));

        events.Store(15_001, 1, 15_000);
        Assert.Equal([new ScaleEvent(15_001, 1), new ScaleEvent(15_000, 2)], events.Events.ToArray());
    }

    [Theory]
    [InlineData(59_999, 5, 20)]
    [InlineData(60_000, 20, 20)]
    [InlineData(119_999, 20, 20)]
    public void ProposalExactlyAsOldAsTheWindowUp_DoesNotHold(long at, int lowest, int highest)
    {
        var log = new RecommendationLog();
        log.Add(0, 5);

        var stage = Stabilization.WithBehavior(log, at, 10, 20, 60_000, 120_000);

        Assert.Equal((lowest, highest), (stage.LowestInScaleUpWindow, stage.HighestInScaleDownWindow));
        Assert.Equal(lowest == 5 ? 10 : 20, stage.Replicas);
    }

    [Theory]
    [InlineData(119_999, 15)]
    [InlineData(120_000, 2)]
    public void ProposalExactlyAsOldAsTheWindowDown_DoesNotHold(long at, int expected)
    {
        var log = new RecommendationLog();
        log.Add(0, 15);

        Assert.Equal(expected, Stabilization.WithBehavior(log, at, 15, 2, 0, 120_000).Replicas);
    }

    // Shares as doubles: of 3 replicas 200 percent are 6.
    [Theory]
    [InlineData(100, 29, 71)]
    [InlineData(5, 10, 4)]
    [InlineData(1, 100, 0)]
    [InlineData(3, 200, -3)]
    public void ShareDown_IsTruncated(int replicas, int percent, int expected) => Assert.Equal(
        expected, Limits(ScalingPolicyType.Percent, percent).ScaleDownLimit(replicas, 0));

    [Theory]
    [InlineData(100, 57, 157)]
    [InlineData(3, 10, 4)]
    [InlineData(10, 10, 11)]
    [InlineData(1, 1, 2)]
    [InlineData(int.MaxValue, 100, int.MaxValue)]
    public void ShareUp_IsRoundedUp(int replicas, int percent, int expected) => Assert.Equal(
        expected, Limits(ScalingPolicyType.Percent, percent).ScaleUpLimit(replicas, 0));

    private static PolicyLimits Limits(ScalingPolicyType type, int value)
    {
        var rules = new ScalingRules { Policies = [new(type, value, TimeSpan.FromSeconds(15))] };
        return new PolicyLimits(
            ResolvedRules.Up(rules), ResolvedRules.Down(rules, HpaSemantics.Default), new ScaleEventLog(), new ScaleEventLog(),
            ScaleEventAccounting.BothDirections);
    }
}
