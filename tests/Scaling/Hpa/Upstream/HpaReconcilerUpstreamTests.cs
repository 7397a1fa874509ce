using KedaStack.Scaling.Hpa;
using KedaStack.Scaling.Hpa.Conditions;
using KedaStack.Scaling.Hpa.Proposals;
using KedaStack.Scaling.Hpa.Readings;
using KedaStack.Scaling.Hpa.Spec;
using KedaStack.Tests.Scaling.Upstream;

namespace KedaStack.Tests.Scaling.Hpa.Upstream;

/// <summary>The reconciles of Kubernetes' horizontal_test.go.</summary>
public sealed class HpaReconcilerUpstreamTests
{
    private const string Table = "horizontal_test.txt";

    public static TheoryData<string> Cases => UpstreamTable.Names(Table);

    public static TheoryData<string> Tolerances => UpstreamTable.Names("configurable_tolerance.txt");

    [Theory]
    [MemberData(nameof(Cases))]
    public void Reconcile_UpstreamCase_SameReplicasAndConditions(string name)
    {
        var row = UpstreamTable.Case(Table, name);
        var hpa = new HpaReconciler(HpaCase.Spec(row), HpaCase.Semantics);
        HpaCase.FillRecommendations(hpa.Recommendations, row["recommendations"]);
        var readings = HpaCase.Metrics(row["metrics"]).Select(metric => metric.Reading).ToArray();
        var target = new ScaleTargetStatus(row.Int("spec"), row.Int("status"), row.Int("ready"), row.Int("status"));

        var result = hpa.Reconcile(HpaCase.Now, target, readings);

        Assert.Equal(row.Int("desired"), result.DesiredReplicas);
        Assert.Equal(row.Int("spec") != row.Int("desired"), result.Rescaled);
        Assert.Equal(
            $"{row["AbleToScale"]} {row["ScalingActive"]} {row["ScalingLimited"]}".Replace(" -", " None", StringComparison.Ordinal),
            $"{hpa.Conditions.Reason(HpaConditionType.AbleToScale)} {hpa.Conditions.Reason(HpaConditionType.ScalingActive)} "
                + $"{hpa.Conditions.Reason(HpaConditionType.ScalingLimited)}");
    }

    [Theory]
    [MemberData(nameof(Tolerances))]
    public void Reconcile_UpstreamTolerance_SameReplicasAndCondition(string name)
    {
        var row = UpstreamTable.Case("configurable_tolerance.txt", name);
        var (up, down) = (ToleranceRules(row, "up"), ToleranceRules(row, "down"));
        var spec = new HorizontalPodAutoscalerSpec
        {
            MaxReplicas = 5,
            Metrics = [HpaCase.Source(MetricTargetType.Value, row.Int("target"))],
            Behavior = up is null && down is null ? null : new HorizontalPodAutoscalerBehavior(up, down),
        };
        var hpa = new HpaReconciler(spec, HpaCase.Semantics with { ConfigurableTolerance = row["gate"] == "on" });

        var result = hpa.Reconcile(HpaCase.Now, ScaleTargetStatus.AtRest(3), [MetricReading.Of(row.Int("usage"))]);

        Assert.Equal(
            (row.Int("desired"), row["AbleToScale"]),
            (result.DesiredReplicas, hpa.Conditions.Reason(HpaConditionType.AbleToScale).ToString()));
        Assert.Equal(HpaConditionReason.ValidMetricFound, hpa.Conditions.Reason(HpaConditionType.ScalingActive));
        Assert.Equal(HpaConditionReason.DesiredWithinRange, hpa.Conditions.Reason(HpaConditionType.ScalingLimited));
    }

    [Fact]
    public void UpstreamFile_EveryTest_IsAppliedOrListedWithReason() => UpstreamCoverage.AssertComplete(
        UpstreamTable.Load("horizontal_test.all.txt"),
        UpstreamTable.Load(Table)
            .Concat(UpstreamTable.Load("horizontal_pods.txt"))
            .Concat(UpstreamTable.Load("configurable_tolerance.txt"))
            .Concat(UpstreamTable.Load("convert_with_rules.txt"))
            .Concat(UpstreamTable.Load("policy_limits.txt"))
            .Concat(UpstreamTable.Load("normalize.txt"))
            .Concat(UpstreamTable.Load("normalize_with_behavior.txt"))
            .Concat(UpstreamTable.Load("scaling_with_rules.txt"))
            .Concat(UpstreamTable.Load("store_scale_events.txt")),
        UpstreamTable.Load("horizontal_test.not-applicable.txt"));

    private static ScalingRules? ToleranceRules(UpstreamRow row, string column) =>
        row.Has(column) ? new ScalingRules { Tolerance = (decimal)row.Double(column) } : null;
}
