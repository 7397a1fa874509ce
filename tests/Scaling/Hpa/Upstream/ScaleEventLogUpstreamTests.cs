using KedaStack.Scaling.Hpa;
using KedaStack.Scaling.Hpa.Policies;
using KedaStack.Scaling.Hpa.Spec;
using KedaStack.Tests.Scaling.Upstream;

namespace KedaStack.Tests.Scaling.Hpa.Upstream;

/// <summary>TestStoreScaleEvents of horizontal_test.go, for both directions as there.</summary>
public sealed class ScaleEventLogUpstreamTests
{
    private const string Table = "store_scale_events.txt";
    private const int Before = 10;

    public static TheoryData<string> Cases => UpstreamTable.Names(Table);

    [Theory]
    [MemberData(nameof(Cases))]
    public void StoreScaleEvent_UpstreamCase_SameEventsUp(string name)
    {
        var row = UpstreamTable.Case(Table, name);
        var hpa = Hpa(row);

        AssertSame(row, hpa, hpa.ScaleUpEvents, Before + row.Int("store"));
        Assert.Empty(hpa.ScaleDownEvents.Events.ToArray());
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void StoreScaleEvent_UpstreamCase_SameEventsDown(string name)
    {
        var row = UpstreamTable.Case(Table, name);
        var hpa = Hpa(row);

        AssertSame(row, hpa, hpa.ScaleDownEvents, Before - row.Int("store"));
        Assert.Empty(hpa.ScaleUpEvents.Events.ToArray());
    }

    private static HpaReconciler Hpa(UpstreamRow row) => new(
        new HorizontalPodAutoscalerSpec
        {
            MaxReplicas = 100,
            Metrics = [HpaCase.Source(MetricTargetType.Value, 1000)],
            Behavior = HpaCase.Behavior(row["rules"], row["rules"]),
        });

    private static void AssertSame(UpstreamRow row, HpaReconciler hpa, ScaleEventLog log, int after)
    {
        foreach (var (time, replicas) in HpaCase.Timed(row["events"]))
        {
            log.Add(time, replicas);
        }

        Assert.Equal(row.Int("change"), log.ChangeWithin(HpaCase.Now, 60_000));
        hpa.StoreScaleEvent(HpaCase.Now, Before, after);

        var left = string.Join(' ', log.Events.ToArray().Select(e => $"{e.ReplicaChange}{(e.Outdated ? "!" : "")}"));
        Assert.Equal(row.Has("after") ? row["after"] : "", left);
    }
}
