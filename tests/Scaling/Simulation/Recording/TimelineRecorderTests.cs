using KedaStack.Scaling.Hpa.Conditions;
using KedaStack.Scaling.Hpa.Trace;
using KedaStack.Scaling.Simulation.Recording;
using KedaStack.Scaling.Simulation.Recording.Timeline;

namespace KedaStack.Tests.Scaling.Simulation.Recording;

public sealed class TimelineRecorderTests
{
    private static readonly HpaSync _low = Sync(0, 1, 1, 1, 1, 1, 1, 1);

    private static readonly string[] _numbers = ["offered", "metric", "per replica", "spec", "status", "ready", "queued"];

    public static TheoryData<string> Numbers => [.. _numbers];

    // Whichever of two neighbours has the higher number, the point has it.
    [Theory]
    [MemberData(nameof(Numbers))]
    public void Point_OfTwoSyncs_HasTheHigherOfEachNumber(string number)
    {
        var high = number switch
        {
            "offered" => Sync(15, 9, 1, 1, 1, 1, 1, 1),
            "metric" => Sync(15, 1, 9, 1, 1, 1, 1, 1),
            "per replica" => Sync(15, 1, 1, 9, 1, 1, 1, 1),
            "spec" => Sync(15, 1, 1, 1, 9, 1, 1, 1),
            "status" => Sync(15, 1, 1, 1, 1, 9, 1, 1),
            "ready" => Sync(15, 1, 1, 1, 1, 1, 9, 1),
            _ => Sync(15, 1, 1, 1, 1, 1, 1, 9),
        };

        foreach (var point in (TimelinePoint[])[Merged(_low, high), Merged(high, _low)])
        {
            long?[] numbers = [point.OfferedMilli, point.MetricMilli, point.PerReplicaMilli, point.SpecReplicas, point.StatusReplicas, point.ReadyPods, point.QueuedMicro];
            Assert.Equal(1, numbers.Count(one => one == 9));
            Assert.Equal(6, numbers.Count(one => one == 1));
            Assert.Equal(9, numbers[Array.IndexOf(_numbers, number)]);
        }
    }

    [Fact]
    public void Point_OfTwoSyncs_IsAtTheFirst() => Assert.Equal(15_000, Merged(Sync(15, 1, 1, 1, 1, 1, 1, 1), Sync(30, 1, 1, 1, 1, 1, 1, 1)).AtMilliseconds);

    [Fact]
    public void Point_OfASyncWithoutAValue_HasThatOfItsNeighbour()
    {
        var none = Sync(0, 1, null, null, 1, 1, 1, 1);

        Assert.Equal((1, 1), (Merged(none, _low).MetricMilli, Merged(none, _low).PerReplicaMilli));
        Assert.Equal((1, 1), (Merged(_low, none).MetricMilli, Merged(_low, none).PerReplicaMilli));
        Assert.Null(Merged(none, none).MetricMilli);
    }

    [Theory]
    [InlineData(HpaConditionReason.ScaleUpLimit, HpaConditionReason.None, HpaConditionReason.ScaleUpLimit)]
    [InlineData(HpaConditionReason.ScaleUpLimit, HpaConditionReason.DesiredWithinRange, HpaConditionReason.ScaleUpLimit)]
    [InlineData(HpaConditionReason.ScaleUpLimit, HpaConditionReason.TooManyReplicas, HpaConditionReason.TooManyReplicas)]
    [InlineData(HpaConditionReason.DesiredWithinRange, HpaConditionReason.TooFewReplicas, HpaConditionReason.TooFewReplicas)]
    public void Point_OfTwoSyncs_HasTheLastLimitThatIsOne(HpaConditionReason first, HpaConditionReason second, HpaConditionReason limit) =>
        Assert.Equal(limit, Merged(Limited(first), Limited(second)).Limit);

    [Theory]
    [InlineData(false, false, false)]
    [InlineData(true, false, true)]
    [InlineData(false, true, true)]
    public void Point_OfTwoSyncs_FailedIfOneDid(bool first, bool second, bool failed) => Assert.Equal(failed, Merged(Failed(first), Failed(second)).MetricFailed);

    // 3 points at the most: after 3 syncs two are one, and an odd one stands alone until its neighbour comes.
    [Theory]
    [InlineData(1, 1, 0)]
    [InlineData(3, 1, 0, 15, 30)]
    [InlineData(4, 2, 0, 30)]
    [InlineData(5, 2, 0, 30, 60)]
    [InlineData(6, 2, 0, 30, 60)]
    [InlineData(7, 4, 0, 60)]
    [InlineData(8, 4, 0, 60)]
    [InlineData(9, 4, 0, 60, 120)]
    [InlineData(13, 8, 0, 120)]
    public void Points_BeyondTheMost_AreHalved(int syncs, int perPoint, params int[] seconds)
    {
        var recorder = new TimelineRecorder(3);
        for (var i = 0; i < syncs; i++)
        {
            recorder.OnSync(Sync(15 * i, i, i, i, i, i, i, i));
        }

        Assert.Equal(perPoint, recorder.SyncsPerPoint);
        Assert.Equal(seconds, recorder.Points.Select(point => (int)(point.AtMilliseconds / 1000)));
        Assert.Equal(syncs - 1, recorder.Points[^1].OfferedMilli);
    }

    [Fact]
    public void Recorder_OfFewerThanTwoPoints_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new TimelineRecorder(1));
        Assert.Empty(new TimelineRecorder(2).Points);
    }

    private static TimelinePoint Merged(HpaSync first, HpaSync second)
    {
        var recorder = new TimelineRecorder(2);
        recorder.OnSync(first);
        recorder.OnSync(second);
        recorder.OnSync(_low);
        return recorder.Points[0];
    }

    private static HpaSync Limited(HpaConditionReason reason) => _low with { Result = new HpaReconciliation { DesiredReplicas = 1, LimitReason = reason } };

    private static HpaSync Failed(bool failed) => _low with { Result = new HpaReconciliation { DesiredReplicas = 1, Outcome = failed ? HpaOutcome.MetricsFailed : default } };

    private static HpaSync Sync(int second, long offered, long? metric, long? perReplica, int spec, int status, int ready, long queued) => new()
    {
        AtMilliseconds = second * 1000L,
        OfferedMilli = offered,
        MetricMilli = metric,
        PerReplicaMilli = perReplica,
        Result = new HpaReconciliation { DesiredReplicas = spec },
        StatusReplicas = status,
        ReadyPods = ready,
        QueuedMicro = queued,
    };
}
