using KedaStack.Scaling.Explain.Edges;
using KedaStack.Scaling.Hpa.Semantics;
using KedaStack.Scaling.Hpa.Spec;
using KedaStack.Scaling.Quantities;
using KedaStack.Tests.Scaling.Hpa;

namespace KedaStack.Tests.Scaling.Explain;

public sealed class ToleranceBandTests
{
    private static readonly HorizontalPodAutoscalerBehavior _uneven = new(new ScalingRules { Tolerance = 0.05m }, new ScalingRules { Tolerance = 0.3m });

    [Theory]
    [InlineData(MetricTargetType.AverageValue, 5, 45_000, 55_000)]
    [InlineData(MetricTargetType.AverageValue, 1, 9_000, 11_000)]
    [InlineData(MetricTargetType.Value, 5, 9_000, 11_000)]
    public void Band_OfATarget_IsOfAllReplicasOrOfTheValueAlone(MetricTargetType type, int replicas, long lowest, long highest) =>
        Assert.Equal(new ToleranceBand(lowest, highest), ToleranceBand.Of(HpaCase.Source(type, 10_000), null, replicas, HpaSemantics.Default));

    [Fact]
    public void Band_OfAUtilization_IsInWholePercent() => Assert.Equal(
        new ToleranceBand(45_000, 55_000),
        ToleranceBand.Of(new ResourceMetricSource { Name = "cpu", TargetType = MetricTargetType.Utilization, Target = new MilliQuantity(50_000) }, null, 5, HpaSemantics.Default));

    // 49.5 and 60.5 percent are none that the HPA sees.
    [Fact]
    public void Band_OfAUtilizationWithHalves_EndsAtWholePercent() => Assert.Equal(
        new ToleranceBand(50_000, 60_000),
        ToleranceBand.Of(new ResourceMetricSource { Name = "cpu", TargetType = MetricTargetType.Utilization, Target = new MilliQuantity(55_000) }, null, 5, HpaSemantics.Default));

    [Fact]
    public void Band_OfAMetricOfThePods_IsOfTheirAverage() => Assert.Equal(
        new ToleranceBand(9_000, 11_000),
        ToleranceBand.Of(new PodsMetricSource { Name = "rps", TargetType = MetricTargetType.AverageValue, Target = new MilliQuantity(10_000) }, null, 5, HpaSemantics.Default));

    // Before 1.34 the difference counts, in which a ratio of exactly 1.1 is outside.
    [Fact]
    public void Band_OfAnOlderVersion_EndsBeforeTheTolerance() => Assert.Equal(
        new ToleranceBand(45_000, 54_999), ToleranceBand.Of(HpaCase.Source(MetricTargetType.AverageValue, 10_000), null, 5, HpaSemantics.ForKubernetes(32)));

    [Fact]
    public void Band_OfABehavior_HasATolerancePerDirection() => Assert.Equal(
        new ToleranceBand(35_000, 52_500), ToleranceBand.Of(HpaCase.Source(MetricTargetType.AverageValue, 10_000), _uneven, 5, HpaSemantics.Default));

    [Fact]
    public void Band_WithoutReplicasOrOfSeveralMetrics_IsNone()
    {
        var metric = HpaCase.Source(MetricTargetType.AverageValue, 10_000);
        var spec = new HorizontalPodAutoscalerSpec { MaxReplicas = 10, Metrics = [metric] };

        Assert.Null(ToleranceBand.Of(metric, null, 0, HpaSemantics.Default));
        Assert.NotNull(ToleranceBand.Of(spec, 1, HpaSemantics.Default));
        Assert.Null(ToleranceBand.Of(spec with { Metrics = [metric, metric] }, 1, HpaSemantics.Default));
    }
}
