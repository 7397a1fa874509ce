using System.Globalization;
using KedaStack.Scaling.Hpa.Proposals;
using KedaStack.Scaling.Hpa.Readings;
using KedaStack.Scaling.Hpa.Semantics;
using KedaStack.Scaling.Hpa.Spec;
using KedaStack.Scaling.Quantities;
using KedaStack.Tests.Scaling.Upstream;

namespace KedaStack.Tests.Scaling.Hpa.Upstream;

/// <summary>The Resource, ContainerResource and Pods metrics of Kubernetes' replica_calculator_test.go.</summary>
public sealed class PodsMetricUpstreamTests
{
    private const string Table = "replica_calculator_pods.txt";
    private const string Groups = "group_pods.txt";
    private const long Now = 10_000_000;

    private static readonly HpaSemantics _semantics = HpaSemantics.Default with
    {
        CpuInitializationPeriod = TimeSpan.FromMinutes(2),
        InitialReadinessDelay = TimeSpan.FromSeconds(10),
    };

    public static TheoryData<string> Cases => UpstreamTable.Names(Table);

    public static TheoryData<string> GroupCases => UpstreamTable.Names(Groups);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Propose_UpstreamCase_SameReplicasValueAndError(string name)
    {
        var row = UpstreamTable.Case(Table, name);
        var pods = row["pods"].Split(' ').Select((text, place) => PodCell.Read(text, place, Now)).ToArray();
        var isUtilization = row["target type"] == "Utilization";
        var target = new MilliQuantity(row.Int("target") * (isUtilization ? 1000L : 1));
        MetricSource source = isUtilization
            ? new ResourceMetricSource { Name = "cpu", TargetType = MetricTargetType.Utilization, Target = target }
            : new PodsMetricSource { Name = "qps", Target = target };
        var reading = PodsReading.Of(pods, isUtilization ? "cpu" : "", Now, _semantics);

        var proposal = PodsReplicaCalculator.Propose(
            source, reading, row.Int("current"), new Tolerances(row.Double("down"), row.Double("up")));

        Assert.Equal(row.Has("error") ? row["error"] : null, proposal.Error);
        if (proposal.Error is null)
        {
            Assert.Equal(
                (row.Int("replicas"), row.Int("value") * (isUtilization ? 1000L : 1), row.Int("average")),
                (proposal.Replicas, proposal.ReportedMilli, proposal.AverageMilli));
        }
    }

    [Theory]
    [MemberData(nameof(GroupCases))]
    public void Of_UpstreamPods_SameGroups(string name)
    {
        var row = UpstreamTable.Case(Groups, name);
        var pods = row["pods"] == "none" ? [] : row["pods"].Split("; ").Select(Grouped).ToArray();

        var reading = PodsReading.Of(pods, row["resource"], Now, _semantics);

        Assert.Equal(
            (row.Int("ready"), row.Int("unready"), row.Int("missing"), row.Int("left out")),
            (reading.ReadyPods, reading.UnreadyPods, reading.MissingRequestsMilli.Count, reading.LeftOutPods));
    }

    private static PodMetric Grouped(string text)
    {
        var parts = text.Split(' ');
        var ready = parts[2].Split('@');
        var metric = parts[3].Split('/');
        return new PodMetric
        {
            Phase = PodCell.Phase(parts[0]),
            IsDeleted = parts[0] == "D",
            StartMilliseconds = parts[1] == "-" ? null : Ago(parts[1]),
            IsReady = ready[0] switch { "yes" => true, "no" => false, _ => null },
            ReadyChangedMilliseconds = ready.Length == 2 ? Ago(ready[1]) : PodCell.YearOne,
            UsageMilli = metric[0] == "-" ? null : 1000,
            MeasuredMilliseconds = metric[0] == "-" ? 0 : Ago(metric[0]),
            WindowMilliseconds = metric.Length == 2 ? 1000 * Number(metric[1]) : 0,
        };
    }

    private static long Ago(string text) => text == "0001" ? PodCell.YearOne : Now - (1000 * Number(text));

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
