using KedaStack.Scaling.Hpa.Spec;
using KedaStack.Scaling.Keda;
using KedaStack.Scaling.Keda.Triggers;
using KedaStack.Scaling.Quantities;

namespace KedaStack.Tests.Scaling.Keda;

public sealed class FallbackCounterTests
{
    private static readonly ExternalMetricSource _average = new() { Name = "s0-prometheus", Target = new MilliQuantity(10_000) };

    [Theory]
    [InlineData(0, 1)]
    [InlineData(3, 4)]
    public void Report_Failures_FallBackWithTheFirstAboveTheThreshold(int threshold, int first)
    {
        var counter = new FallbackCounter(new Fallback(threshold, 6));
        for (var failures = 1; failures < first; failures++)
        {
            Assert.False(Fail(counter).IsFallback);
            Assert.False(counter.IsExceeded);
        }

        Assert.Equal(new FallbackOutcome(new MilliQuantity(60_000), true, null), Fail(counter));
        Assert.True(counter.IsExceeded);
        Assert.Equal(first, counter.Failures);

        Assert.False(counter.Report(ScalerReading.Of(1), _average, 3, 3).IsFallback);
        Assert.Equal((0, false), (counter.Failures, counter.IsExceeded));
    }

    [Fact]
    public void IsExceeded_FailuresWithoutOneThatWasSeen_IsNotTheCondition()
    {
        var counter = new FallbackCounter(new Fallback(3, 6)) { Failures = 5 };

        Assert.False(counter.IsExceeded);
        Fail(counter);
        Assert.True(counter.IsExceeded);
    }

    [Theory]
    [InlineData(0, 0, true)]
    [InlineData(0, -1, false)]
    [InlineData(-1, 6, false)]
    public void Report_NumbersBelowZero_AreNoFallback(int threshold, int replicas, bool isValid)
    {
        var counter = new FallbackCounter(new Fallback(threshold, replicas));

        Assert.Equal(isValid, Fail(counter).IsFallback);
        Assert.Equal(isValid ? 1 : 0, counter.Failures);
        Assert.Equal(isValid, counter.IsExceeded);
    }

    [Theory]
    [InlineData(FallbackBehavior.Static, 3, 6)]
    [InlineData(FallbackBehavior.CurrentReplicas, 3, 3)]
    [InlineData(FallbackBehavior.CurrentReplicasIfHigher, 3, 6)]
    [InlineData(FallbackBehavior.CurrentReplicasIfHigher, 8, 8)]
    [InlineData(FallbackBehavior.CurrentReplicasIfLower, 3, 3)]
    [InlineData(FallbackBehavior.CurrentReplicasIfLower, 8, 6)]
    public void Replicas_OfEachBehavior(FallbackBehavior behavior, int current, int expected)
    {
        var counter = new FallbackCounter(new Fallback(0, 6, behavior));

        Assert.Equal(1000L * 10 * expected, counter.Report(ScalerReading.Failed("no"), _average, current, current).Value!.Value.Milli);
    }

    private static FallbackOutcome Fail(FallbackCounter counter) => counter.Report(ScalerReading.Failed("no"), _average, 3, 3);
}
