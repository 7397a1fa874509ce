using System.Globalization;
using KedaStack.Scaling.Hpa.Proposals;
using KedaStack.Scaling.Hpa.Readings;
using KedaStack.Tests.Scaling.Upstream;

namespace KedaStack.Tests.Scaling.Hpa.Upstream;

/// <summary>The proposals of Kubernetes' replica_calculator_test.go.</summary>
public sealed class ReplicaCalculatorUpstreamTests
{
    private const string Table = "replica_calculator_test.txt";

    public static TheoryData<string> Cases => UpstreamTable.Names(Table);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Propose_UpstreamCase_SameReplicasAndReportedUsage(string name)
    {
        var row = UpstreamTable.Case(Table, name);
        if (row["usage"] == "empty")
        {
            Assert.Equal(MetricReading.NoMetricsReturned, MetricReading.Sum([]).Error);
            return;
        }

        var usage = MetricReading.Sum(row["usage"].Split('+').Select(Number).ToArray()).UsageMilli;
        if (row["target type"] == "PerPod")
        {
            Assert.Equal(Number(row["reported"]), ReplicaCalculator.PerPod(usage, row.Int("current")));
            return;
        }

        var tolerances = new Tolerances(row.Double("down"), row.Double("up"));
        var target = new ScaleTargetStatus(row.Int("current"), row.Int("current"), row.Int("ready"), row.Int("current"));

        var proposal = row["target type"] == "Value"
            ? ReplicaCalculator.Value(usage, Number(row["target"]), target, tolerances)
            : ReplicaCalculator.AverageValue(usage, Number(row["target"]), row.Int("current"), tolerances);

        Assert.Equal((row.Int("replicas"), Number(row["reported"])), (proposal.Replicas, proposal.ReportedMilli));
    }

    [Fact]
    public void UpstreamFiles_EveryTest_IsAppliedOrListedWithReason() => UpstreamCoverage.AssertComplete(
        UpstreamTable.Load("replica_calculator_test.all.txt"),
        UpstreamTable.Load(Table)
            .Concat(UpstreamTable.Load("replica_calculator_pods.txt"))
            .Concat(UpstreamTable.Load("group_pods.txt")),
        UpstreamTable.Load("replica_calculator_test.not-applicable.txt"));

    private static long Number(string text) => text switch
    {
        "MAX" => long.MaxValue,
        "HALF" => (long.MaxValue / 2) + 1,
        _ => long.Parse(text, CultureInfo.InvariantCulture),
    };
}
