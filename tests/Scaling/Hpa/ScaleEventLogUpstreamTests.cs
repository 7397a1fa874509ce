using KedaStack.Scaling.Hpa;
using KedaStack.Tests.Scaling.Upstream;

namespace KedaStack.Tests.Scaling.Hpa;

/// <summary>TestStoreScaleEvents of horizontal_test.go. One log is one direction, so both directions are one test.</summary>
public sealed class ScaleEventLogUpstreamTests
{
    private const string Table = "store_scale_events.txt";

    public static TheoryData<string> Cases => UpstreamTable.Names(Table);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Store_UpstreamCase_SameEvents(string name)
    {
        var row = UpstreamTable.Case(Table, name);
        var log = HpaCase.Events(row["events"]);

        Assert.Equal(row.Int("change"), log.ChangeWithin(HpaCase.Now, 60_000));
        if (HpaCase.Rules(row["rules"]) is { } rules)
        {
            log.Store(HpaCase.Now, row.Int("store"), ResolvedRules.Up(rules).LongestPeriodMilliseconds);
        }

        var after = string.Join(' ', log.Events.ToArray().Select(e => $"{e.ReplicaChange}{(e.Outdated ? "!" : "")}"));
        Assert.Equal(row.Has("after") ? row["after"] : "", after);
    }
}
