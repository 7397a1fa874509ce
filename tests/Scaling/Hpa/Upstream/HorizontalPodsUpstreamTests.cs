using KedaStack.Scaling.Hpa;
using KedaStack.Scaling.Hpa.Conditions;
using KedaStack.Scaling.Hpa.Proposals;
using KedaStack.Scaling.Hpa.Readings;
using KedaStack.Scaling.Hpa.Spec;
using KedaStack.Scaling.Quantities;
using KedaStack.Tests.Scaling.Upstream;

namespace KedaStack.Tests.Scaling.Hpa.Upstream;

/// <summary>The reconciles of Kubernetes' horizontal_test.go over pods that are not all alike, and over failing metrics of each type.</summary>
public sealed class HorizontalPodsUpstreamTests
{
    private const string Table = "horizontal_pods.txt";

    public static TheoryData<string> Cases => UpstreamTable.Names(Table);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Reconcile_UpstreamCase_SameReplicasAndConditions(string name)
    {
        var row = UpstreamTable.Case(Table, name);
        var semantics = HpaCase.Semantics with
        {
            CpuInitializationPeriod = TimeSpan.FromMinutes(2),
            InitialReadinessDelay = TimeSpan.FromSeconds(10),
        };
        var replicas = row.Int("replicas");
        var hpa = new HpaReconciler(
            new HorizontalPodAutoscalerSpec { MinReplicas = row.Int("min"), MaxReplicas = row.Int("max"), Metrics = [Source(row)] }, semantics);
        HpaCase.FillRecommendations(hpa.Recommendations, row["recommendations"]);
        var reading = row["pods"] == "fail"
            ? MetricReading.Failed("something went wrong")
            : MetricReading.Of(PodsReading.Of(
                [.. row["pods"].Split(' ').Select((text, place) => PodCell.Read(text, place, HpaCase.Now))], "cpu", HpaCase.Now, semantics));

        var result = hpa.Reconcile(HpaCase.Now, ScaleTargetStatus.AtRest(replicas), [reading]);

        Assert.Equal(row.Int("desired"), result.DesiredReplicas);
        Assert.Equal(
            $"{row["AbleToScale"]} {row["ScalingActive"]} {row["ScalingLimited"]}".Replace(" -", " None", StringComparison.Ordinal),
            $"{hpa.Conditions.Reason(HpaConditionType.AbleToScale)} {hpa.Conditions.Reason(HpaConditionType.ScalingActive)} "
                + $"{hpa.Conditions.Reason(HpaConditionType.ScalingLimited)}");
    }

    private static MetricSource Source(UpstreamRow row) => row["metric"] switch
    {
        "Resource" => new ResourceMetricSource
        {
            Name = "cpu",
            TargetType = MetricTargetType.Utilization,
            Target = new MilliQuantity(row.Int("target") * 1000L),
        },
        "Pods" => new PodsMetricSource { Name = "qps", Target = new MilliQuantity(row.Int("target")) },
        _ => new ObjectMetricSource
        {
            Name = "qps",
            ObjectKind = "Deployment",
            ObjectName = "some-deployment",
            TargetType = MetricTargetType.Value,
            Target = new MilliQuantity(row.Int("target")),
        },
    };
}
