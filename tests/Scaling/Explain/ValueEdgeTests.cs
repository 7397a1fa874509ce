using FsCheck.Fluent;
using KedaStack.Scaling.Explain.Edges;
using KedaStack.Scaling.Explain.Forecast;
using KedaStack.Scaling.Hpa.Proposals;
using KedaStack.Scaling.Hpa.Semantics;
using KedaStack.Scaling.Hpa.Spec;
using KedaStack.Scaling.Keda.Triggers;
using KedaStack.Scaling.Quantities;

namespace KedaStack.Tests.Scaling.Explain;

public sealed class ValueEdgeTests
{
    [Theory]
    [InlineData("45", 5, 55_001, 6, 40_000, 4)]
    [InlineData("45", 1, 50_001, 6, 40_000, 4)]
    [InlineData("11", 1, 11_001, 2, null, 0)]
    [InlineData("150", 10, null, 0, 89_999, 9)]
    public void Edges_OfAValue_AreTheNearestThatChangeTheCount(
        string value, int current, int? more, int moreReplicas, int? less, int lessReplicas)
    {
        var explanation = Cases.Explain(value, current);

        Assert.Equal((more, moreReplicas), ((int?)explanation.More?.ValueMilli, explanation.More?.Replicas ?? 0));
        Assert.Equal((less, lessReplicas), ((int?)explanation.Less?.ValueMilli, explanation.Less?.Replicas ?? 0));
    }

    [Fact]
    public void Edges_WithBehavior_TheDeadBandOfTheLimitStopsTheClimb()
    {
        // 1 -> 5 by the default policies, and 55 is within tolerance of 5; without behavior the log would go on to 6.
        var scaledObject = Cases.ScaledObject with { Behavior = Cases.SlowDown };

        Assert.Equal(new ValueEdge(55_001, 6, 15_000), Cases.Explain("50", 1, scaledObject).More);
    }

    [Fact]
    public void Edges_ManyReplicas_JumpOverCounts()
    {
        var scaledObject = Cases.ScaledObject with { MaxReplicaCount = 100 };

        Assert.Equal(new ValueEdge(220_001, 23, 0), Cases.Explain("200", 20, scaledObject).More);
    }

    [Fact]
    public void Edges_NoValue_AreNone()
    {
        var explanation = Cases.Explain("empty");

        Assert.Equal((null, null, null), (explanation.More, explanation.Less, explanation.AtRest));
    }

    [Fact]
    public void AtRest_OfTheSettledCount_HasTheDeadBand()
    {
        var rest = Cases.Explain("45").AtRest!;

        Assert.Equal(
            new RestingCount(5, new ToleranceBand(45_000, 55_000), new ValueEdge(55_001, 6, 0), new ValueEdge(40_000, 4, 300_000)), rest);
    }

    [Fact]
    public void ToleranceBand_AnyTargetAndCount_EndsWhereTheToleranceDoes() => Properties.Hold(
        Gen.Choose(1, 100_000).Two(),
        pair =>
        {
            var (target, replicas) = (pair.Item1, (pair.Item2 % 200) + 1);
            var spec = new HorizontalPodAutoscalerSpec
            {
                MaxReplicas = 300,
                Metrics = [new ExternalMetricSource { Name = "m", Target = new MilliQuantity(target) }],
            };
            var band = ToleranceBand.Of(spec, replicas, HpaSemantics.Default)!.Value;
            var tolerances = Tolerances.For(null, HpaSemantics.Default);
            bool Within(long value) => ReplicaCalculator.AverageValue(value, target, replicas, tolerances).WithinTolerance;
            return Within(band.LowestMilli) && Within(band.HighestMilli)
                && !Within(band.LowestMilli - 1) && !Within(band.HighestMilli + 1);
        });

    [Fact]
    public void Edges_AnyValueAndCount_AreTight() => Properties.Hold(
        Gen.Choose(0, 200_000).Two(),
        pair =>
        {
            var (value, current) = (pair.Item1, (pair.Item2 % 12) + 1);
            var start = ScalingCase.Of(Cases.ScaledObject, ScalerReading.Of(value / 1000.0), current);
            int Count(long milli) => ScalingForecast.Of(start.WithValueAt(0, milli)).ReplicasAtEnd;
            var answer = Count(value);
            var (more, less) = (ValueEdge.More(start), ValueEdge.Less(start));
            return (more is not { } up || (Count(up.ValueMilli) == up.Replicas && Count(up.ValueMilli - 1) == answer))
                && (less is not { } down || (Count(down.ValueMilli) == down.Replicas && Count(down.ValueMilli + 1) == answer));
        });
}
