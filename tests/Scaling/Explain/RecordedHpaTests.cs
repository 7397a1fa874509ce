using KedaStack.Scaling.Explain.Forecast;
using KedaStack.Scaling.Explain.Recorded;
using KedaStack.Scaling.Hpa.Spec;
using KedaStack.Tests.Scaling.Hpa;

namespace KedaStack.Tests.Scaling.Explain;

public sealed class RecordedHpaTests
{
    private const string Calculated = "the HPA was able to successfully calculate a replica count from ";

    [Theory]
    [InlineData("ScaleDownStabilized", true)]
    [InlineData("ScaleUpStabilized", true)]
    [InlineData("ReadyForNewScale", false)]
    public void Stabilized_ByTheReason(string reason, bool expected) =>
        Assert.Equal(expected, Of(MetricTargetType.AverageValue, 1, null, new RecordedCondition("AbleToScale", "True", reason, "")).IsStabilized);

    [Fact]
    public void Failure_OfBothConditions_IsThatOfTheTarget()
    {
        var (able, active) = (new RecordedCondition("AbleToScale", "False", "FailedGetScale", ""), new RecordedCondition("ScalingActive", "False", "FailedGetExternalMetric", ""));

        Assert.Same(able, Of(MetricTargetType.AverageValue, 1, null, active, able).Failure);
        Assert.Same(active, Of(MetricTargetType.AverageValue, 1, null, able with { Status = "True" }, active).Failure);
        Assert.Null(Of(MetricTargetType.AverageValue, 1, null, active with { Reason = "ScalingDisabled" }).Failure);
        Assert.Null(Of(MetricTargetType.AverageValue, 1, null, active with { Status = "True" }).Failure);
    }

    [Fact]
    public void NamedMetric_IsTheOneOfTheMessage()
    {
        var second = HpaCase.Source(MetricTargetType.AverageValue, 1, place: 1);
        RecordedHpa With(string status, string message)
        {
            var recorded = Of(MetricTargetType.AverageValue, 1, null, new RecordedCondition("ScalingActive", status, "ValidMetricFound", message));
            return recorded with { Spec = recorded.Spec with { Metrics = [.. recorded.Spec.Metrics, second] } };
        }

        Assert.Equal(1, With("True", Calculated + second.Description).NamedMetric);
        Assert.Null(With("False", Calculated + second.Description).NamedMetric);
        Assert.Null(With("True", second.Description).NamedMetric);
        Assert.Null(With("True", Calculated + "another metric").NamedMetric);
    }

    [Theory]
    [InlineData("True", true)]
    [InlineData("False", false)]
    [InlineData(null, null)]
    public void ScaledToZero_ByItsCondition(string? status, bool? expected) =>
        Assert.Equal(expected, Of(MetricTargetType.AverageValue, 1, null, new RecordedCondition(status is null ? "Other" : "ScaledToZero", status ?? "", "", "")).IsScaledToZero);

    // An average was cut to thousandths: three pods had 50.001 at most and 49.999 at least.
    [Theory]
    [InlineData(MetricTargetType.AverageValue, 3, 16_667L, true, 50_001L)]
    [InlineData(MetricTargetType.AverageValue, 3, 16_667L, false, 49_999L)]
    [InlineData(MetricTargetType.AverageValue, 3, 0L, false, 0L)]
    [InlineData(MetricTargetType.AverageValue, 0, 16_667L, false, 16_667L)]
    [InlineData(MetricTargetType.Value, 3, 16_667L, false, 16_667L)]
    public void Readings_OfAnAverage_AreWhatTheSumMayHaveBeen(MetricTargetType type, int replicas, long reported, bool greatest, long expected) =>
        Assert.Equal(new HeldMetric(expected), Assert.Single(Of(type, replicas, reported).Readings(greatest)));

    [Fact]
    public void Readings_WithoutAValue_AreAnError() =>
        Assert.Equal("no value is recorded", Assert.Single(Of(MetricTargetType.AverageValue, 3, null).Readings(greatest: true)).Error);

    private static RecordedHpa Of(MetricTargetType type, int replicas, long? reported, params RecordedCondition[] conditions) => new()
    {
        Spec = new HorizontalPodAutoscalerSpec { MaxReplicas = 10, Metrics = [HpaCase.Source(type, 10_000)] },
        CurrentReplicas = replicas,
        DesiredReplicas = replicas,
        ReportedMilli = [reported],
        Conditions = conditions,
    };
}
