using KedaStack.Scaling.Hpa;

namespace KedaStack.Tests.Scaling.Hpa;

public sealed class TolerancesTests
{
    [Theory]
    [InlineData(ToleranceForm.Interval, 11_000, 1)]
    [InlineData(ToleranceForm.AbsoluteDifference, 11_000, 2)]
    [InlineData(ToleranceForm.Interval, 11_001, 2)]
    [InlineData(ToleranceForm.Interval, 9_000, 1)]
    [InlineData(ToleranceForm.AbsoluteDifference, 9_000, 1)]
    public void AverageValue_RatioAtTheTolerance_DependsOnTheForm(ToleranceForm form, long usageMilli, int expected)
    {
        var tolerances = new Tolerances(0.1, 0.1, form);

        Assert.Equal(expected, ReplicaCalculator.AverageValue(usageMilli, 10_000, 1, tolerances).Replicas);
    }

    [Fact]
    public void For_BehaviorWithTolerances_TakesEachDirection()
    {
        var behavior = new HorizontalPodAutoscalerBehavior(new ScalingRules { Tolerance = 0.05m }, new ScalingRules { Tolerance = 0.3m });

        Assert.Equal(new Tolerances(0.3, 0.05), Tolerances.For(behavior, HpaSemantics.Default));
        Assert.Equal(new Tolerances(0.1, 0.1), Tolerances.For(behavior, HpaSemantics.ForKubernetes(34)));
        Assert.Equal(new Tolerances(0.1, 0.1, ToleranceForm.AbsoluteDifference), Tolerances.For(behavior, HpaSemantics.ForKubernetes(32)));
        Assert.Equal(new Tolerances(0.1, 0.1), Tolerances.For(null, HpaSemantics.Default));
    }
}
