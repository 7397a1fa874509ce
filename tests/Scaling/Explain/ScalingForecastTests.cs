using KedaStack.Scaling;
using KedaStack.Scaling.Explain;
using KedaStack.Scaling.Hpa.Conditions;
using KedaStack.Scaling.Keda;
using KedaStack.Scaling.Keda.Semantics;
using KedaStack.Scaling.Prometheus;

namespace KedaStack.Tests.Scaling.Explain;

public sealed class ScalingForecastTests
{
    [Theory]
    [InlineData("45", 1, "0s 1->4, 15s 4->5")]
    [InlineData("100", 1, "0s 1->4, 15s 4->8, 30s 8->10")]
    [InlineData("150", 1, "0s 1->4, 15s 4->8, 30s 8->10")]
    [InlineData("0", 1, "")]
    [InlineData("10.9", 1, "")]
    [InlineData("11.0", 1, "")]
    [InlineData("11.1", 1, "0s 1->2")]
    [InlineData("45", 5, "")]
    [InlineData("0", 10, "300s 10->1")]
    [InlineData("45", 12, "0s 12->10, 300s 10->5")]
    [InlineData("45", 0, "0s 0->1, 15s 1->4, 30s 4->5")]
    [InlineData("0", 0, "0s 0->1")]
    public void Forecast_ValueStays_TakesThesePathsToItsCount(string value, int current, string path) =>
        Assert.Equal(path, Cases.Path(Cases.Explain(value, current).Forecast));

    [Theory]
    [InlineData("NaN")]
    [InlineData("+Inf")]
    [InlineData("-Inf")]
    [InlineData("empty")]
    public void Forecast_NoNumber_KeepsTheReplicasUnlessIgnored(string value)
    {
        var ignoring = Cases.WithTrigger(trigger => trigger with { IgnoreNullValues = true });

        Assert.Equal("", Cases.Path(Cases.Explain(value, 6).Forecast));
        Assert.Equal("300s 6->1", Cases.Path(Cases.Explain(value, 6, ignoring).Forecast));
    }

    [Fact]
    public void Forecast_NoNumberWithFallback_FallsBackAfterItsFailures()
    {
        // Poll and sync count alike: the fourth failure is the second poll.
        var scaledObject = Cases.ScaledObject with { Fallback = new Fallback(3, 6) };

        Assert.Equal("30s 3->6", Cases.Path(Cases.Explain("empty", 3, scaledObject).Forecast));
    }

    // Up to 2.18 only the HPA's requests count. With an HPA that never had a metric the polls of 2.21 ask for themselves, too.
    [Theory]
    [InlineData(18, "45s 3->6")]
    [InlineData(19, "30s 3->6")]
    [InlineData(20, "30s 3->6")]
    [InlineData(21, "30s 3->6")]
    public void Forecast_NoNumberWithFallback_CountsWhatTheVersionCounts(int minor, string path)
    {
        var scaledObject = Cases.ScaledObject with { Fallback = new Fallback(3, 6) };
        var semantics = new ScalingSemantics { Keda = KedaSemantics.ForVersion(minor) };

        Assert.Equal(path, Cases.Path(ScalingExplanation.Of(scaledObject, InstantQueryResponse.Empty, 3, semantics).Forecast));
    }

    [Fact]
    public void Forecast_PolicyOfOnePodAMinute_TakesAMinuteForEach()
    {
        var scaledObject = Cases.ScaledObject with { Behavior = Cases.SlowDown };

        Assert.Equal("0s 4->3, 60s 3->2, 120s 2->1", Cases.Path(Cases.Explain("0", 4, scaledObject).Forecast));
    }

    [Fact]
    public void Forecast_MinimumZeroAndNotActive_GoesToZeroAfterTheCooldown()
    {
        var scaledObject = Cases.ScaledObject with { MinReplicaCount = 0 };

        Assert.Equal("90s 5->0", Cases.Path(Cases.Explain("0", 5, scaledObject).Forecast));
    }

    [Fact]
    public void Forecast_IdleReplicasAboveZero_DoesNotSettle()
    {
        var scaledObject = Cases.ScaledObject with { MinReplicaCount = 3, IdleReplicaCount = 1, CooldownPeriod = TimeSpan.Zero };

        var explanation = Cases.Explain("0", 3, scaledObject);

        Assert.False(explanation.Forecast.Settled);
        Assert.Null(explanation.AtRest);
    }

    [Fact]
    public void Forecast_PausedWithReplicas_SetsThemWithoutAnHpa()
    {
        var scaledObject = Cases.ScaledObject with { Annotations = new ScaledObjectAnnotations { Paused = true, PausedReplicas = 7 } };

        var explanation = Cases.Explain("45", 3, scaledObject);

        Assert.Equal("0s 3->7", Cases.Path(explanation.Forecast));
        Assert.Null(explanation.Forecast.TargetsNow);
        Assert.Null(explanation.More);
    }

    [Fact]
    public void Forecast_FirstSync_HasTargetsAndConditions()
    {
        var forecast = Cases.Explain("45").Forecast;

        Assert.Equal("45/10 (avg)", forecast.TargetsNow);
        Assert.Equal("9/10 (avg)", forecast.TargetsAtEnd);
        Assert.Equal(
            [HpaConditionReason.SucceededRescale, HpaConditionReason.ValidMetricFound, HpaConditionReason.ScaleUpLimit],
            forecast.Conditions.Select(condition => condition.Reason));
    }

    [Fact]
    public void Forecast_ScaleInHeld_SaysThatStabilizationHolds()
    {
        Assert.True(Cases.Explain("45", 10).Forecast.StabilizationHolds);
        Assert.False(Cases.Explain("45", 5).Forecast.StabilizationHolds);
    }
}
