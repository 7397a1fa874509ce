using KedaStack.Scaling.Hpa.Proposals;
using KedaStack.Scaling.Hpa.Semantics;
using KedaStack.Scaling.Hpa.Spec;

namespace KedaStack.Tests.Scaling.Hpa;

public sealed class TolerancesTests
{
    // Of 20 replicas with a target of 10 each: at a ratio of exactly 1.1 the forms differ, and nowhere else.
    [Theory]
    [InlineData(ToleranceForm.Interval, 220_000, 20)]
    [InlineData(ToleranceForm.AbsoluteDifference, 220_000, 22)]
    [InlineData(ToleranceForm.Interval, 220_001, 23)]
    [InlineData(ToleranceForm.AbsoluteDifference, 219_999, 20)]
    [InlineData(ToleranceForm.Interval, 185_000, 20)]
    [InlineData(ToleranceForm.AbsoluteDifference, 185_000, 20)]
    [InlineData(ToleranceForm.Interval, 180_000, 20)]
    [InlineData(ToleranceForm.AbsoluteDifference, 180_000, 20)]
    [InlineData(ToleranceForm.Interval, 179_999, 18)]
    [InlineData(ToleranceForm.AbsoluteDifference, 179_999, 18)]
    public void AverageValue_RatioAtTheTolerance_DependsOnTheForm(ToleranceForm form, long usageMilli, int expected)
    {
        var tolerances = new Tolerances(0.1, 0.1, form);

        Assert.Equal(expected, ReplicaCalculator.AverageValue(usageMilli, 10_000, 20, tolerances).Replicas);
    }

    // Halves are exact doubles, so that the ends are the ends in both forms.
    [Theory]
    [InlineData(ToleranceForm.Interval)]
    [InlineData(ToleranceForm.AbsoluteDifference)]
    public void IsWithin_EndsOfTheTolerance_Count(ToleranceForm form)
    {
        var tolerances = new Tolerances(0.5, 0.5, form);

        Assert.Equal([false, true, true, false], ((double[])[0.4999, 0.5, 1.5, 1.5001]).Select(tolerances.IsWithin));
    }

    // The older form knows one tolerance, that upwards.
    [Theory]
    [InlineData(ToleranceForm.Interval, 0.6, false)]
    [InlineData(ToleranceForm.Interval, 0.7, true)]
    [InlineData(ToleranceForm.AbsoluteDifference, 0.7, false)]
    [InlineData(ToleranceForm.AbsoluteDifference, 0.9, true)]
    public void IsWithin_TolerancesThatDiffer_AreEachDirectionsInTheNewForm(ToleranceForm form, double ratio, bool expected) =>
        Assert.Equal(expected, new Tolerances(0.3, 0.1, form).IsWithin(ratio));

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
