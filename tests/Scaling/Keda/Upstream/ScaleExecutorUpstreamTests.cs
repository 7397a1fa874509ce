using System.Globalization;
using KedaStack.Scaling.Keda;
using KedaStack.Scaling.Keda.Loop;
using KedaStack.Tests.Scaling.Upstream;

namespace KedaStack.Tests.Scaling.Keda.Upstream;

/// <summary>The decisions of KEDA's scale_scaledobjects_test.go.</summary>
public sealed class ScaleExecutorUpstreamTests
{
    private const string Table = "scale_scaledobjects_test.txt";
    private const long Now = 1_000_000_000;

    public static TheoryData<string> Cases => UpstreamTable.Names(Table);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Decide_UpstreamCase_SameReplicasAndConditions(string name)
    {
        var row = UpstreamTable.Case(Table, name);

        var decision = ScaleExecutor.Decide(Object(row), Check(row));

        Assert.Equal(Optional(row, "replicas"), decision.Replicas);
        AssertCondition(row["ready condition"], decision.Ready);
        AssertCondition(row["active condition"], decision.Active);
        Assert.Equal(row.Name == "TestScaleToPausedReplicasCount", decision.Paused is not null);
        Assert.True(row["remembers"] == "?" || decision.RemembersActivity);
    }

    [Fact]
    public void Event_UpstreamTriggers_SameMessage()
    {
        var row = UpstreamTable.Case(Table, "TestEventWitTriggerInfo");

        var decision = ScaleExecutor.Decide(Object(row), Check(row));

        // The kind of the target is empty there.
        Assert.Equal(
            "Scaled  namespace/name from 2 to 5, triggered by testTrigger",
            ScaleDecisionText.Event(decision, " namespace/name", "testTrigger"));
    }

    [Fact]
    public void UpstreamFile_EveryTest_IsAppliedOrListedWithReason() => UpstreamCoverage.AssertComplete(
        UpstreamTable.Load("scale_scaledobjects_test.all.txt"),
        UpstreamTable.Load(Table),
        UpstreamTable.Load("scale_scaledobjects_test.not-applicable.txt"));

    private static ScaledObject Object(UpstreamRow row) => KedaCase.Object(Optional(row, "min"), null, Optional(row, "idle")) with
    {
        Fallback = row.Has("fallback") ? new Fallback(0, row.Int("fallback")) : null,
        Annotations = row.Has("annotations")
            ? ScaledObjectAnnotations.Read(new Dictionary<string, string>
            {
                ["autoscaling.keda.sh/" + row["annotations"].Split('=')[0]] = row["annotations"].Split('=')[1],
            })
            : ScaledObjectAnnotations.None,
    };

    private static ScaleCheck Check(UpstreamRow row) => new()
    {
        NowMilliseconds = Now,
        CurrentReplicas = row.Int("current"),
        IsActive = row["active"] == "yes",
        IsError = row["error"] == "yes",
    };

    private static int? Optional(UpstreamRow row, string column) =>
        row.Has(column) ? int.Parse(row[column], CultureInfo.InvariantCulture) : null;

    private static void AssertCondition(string expected, ScaledObjectCondition? actual)
    {
        var text = actual is null ? "-" : $"{actual.Status} {actual.Reason} {actual.Message}";
        Assert.True(
            expected == "?" || text.StartsWith(expected.Replace("?", "", StringComparison.Ordinal), StringComparison.Ordinal),
            $"expected {expected}, got {text}");
    }
}
