using KedaStack.Scaling.Hpa.Conditions;
using KedaStack.Scaling.Keda;
using KedaStack.Scaling.Keda.Loop;
using KedaStack.Scaling.Keda.Semantics;
using KedaStack.Scaling.Keda.Triggers;
using KedaStack.Scaling.Quantities;

namespace KedaStack.Tests.Scaling.Keda;

/// <summary>What each version of KEDA does, at the versions around each change.</summary>
public sealed class KedaVersionsTests
{
    private static readonly HpaCondition _failing = new(
        HpaConditionType.ScalingActive, false, HpaConditionReason.FailedGetExternalMetric, "the HPA was unable to compute the replica count: no");

    [Fact]
    public void ForVersion_WithoutPatch_IsTheLastOneOfItsMinor()
    {
        Assert.Equal(KedaSemantics.Default, KedaSemantics.ForVersion(20));
        Assert.Equal(KedaSemantics.Default, KedaSemantics.ForVersion(20, 2));
        Assert.Equal(KedaSemantics.ForVersion(KedaSemantics.NewestMinor), KedaSemantics.ForVersion(22));
    }

    [Theory]
    [InlineData(19, 0, -2.5005, -2500)]
    [InlineData(20, 0, -2.5005, -2501)]
    [InlineData(20, 0, -0.0625, -62)]
    [InlineData(20, 0, -0.1875, -188)]
    [InlineData(20, 1, -2.5, -2500)]
    [InlineData(20, 2, -2.5, 0)]
    [InlineData(21, 0, -2.5, 0)]
    [InlineData(19, 0, 5.7929, 5792)]
    [InlineData(20, 0, 5.7929, 5793)]
    [InlineData(20, 2, 5.7929, 5793)]
    [InlineData(20, 0, double.NaN, 0)]
    [InlineData(20, 1, double.NegativeInfinity, 0)]
    public void Answer_Value_IsConvertedAsTheVersionDoes(int minor, int patch, double value, long milli) =>
        Assert.Equal(milli, KedaMetricsServer.Answer(value, KedaSemantics.ForVersion(minor, patch)).UsageMilli);

    [Theory]
    [InlineData(19, null)]
    [InlineData(20, 0.0)]
    public void Read_NotANumber_GoesOnToTheHpaUpTo219(int minor, double? expected)
    {
        var (trigger, semantics) = (KedaCase.Trigger, KedaSemantics.ForVersion(minor, 0));

        var value = PrometheusScaler.Read(double.NaN, trigger, semantics).Value;

        Assert.Equal(expected ?? double.NaN, value);
        Assert.Equal(
            expected is null ? null : "prometheus query returns NaN",
            PrometheusScaler.Read(double.NaN, trigger with { IgnoreNullValues = false }, semantics).Error);
    }

    [Theory]
    [InlineData(18, false, true)]
    [InlineData(19, true, false)]
    public void State_OnTheFallback_IsActiveFrom219(int minor, bool isActive, bool isError)
    {
        var semantics = KedaSemantics.ForVersion(minor);
        Assert.Equal(isActive, semantics.PollingCountsFailures);

        Assert.Equal(
            new TriggerState(isActive, isError),
            TriggerState.Of(KedaCase.Trigger, ScalerReading.Failed("no"), new FallbackOutcome(new MilliQuantity(60_000), true, null), semantics));
    }

    [Theory]
    [InlineData(17, false)]
    [InlineData(18, true)]
    public void Annotations_OfOneDirection_AreKnownFrom218(int minor, bool isKnown)
    {
        var annotations = ScaledObjectAnnotations.Read(
            new Dictionary<string, string>
            {
                ["autoscaling.keda.sh/paused-scale-in"] = "true",
                ["autoscaling.keda.sh/paused-scale-out"] = "yes",
                ["autoscaling.keda.sh/force-activation"] = "",
                ["autoscaling.keda.sh/paused"] = "false",
            },
            KedaSemantics.ForVersion(minor));

        Assert.Equal((isKnown, isKnown, isKnown), (annotations.PausedScaleIn, annotations.PausedScaleOut, annotations.ForceActivation));
        Assert.False(annotations.Paused);
    }

    [Fact]
    public void Annotations_EachOfOneDirection_IsReadByItself()
    {
        ScaledObjectAnnotations Only(string name) =>
            ScaledObjectAnnotations.Read(new Dictionary<string, string> { ["autoscaling.keda.sh/" + name] = "true" });

        Assert.Equal(new ScaledObjectAnnotations { PausedScaleIn = true }, Only("paused-scale-in"));
        Assert.Equal(new ScaledObjectAnnotations { PausedScaleOut = true }, Only("paused-scale-out"));
        Assert.Equal(new ScaledObjectAnnotations { ForceActivation = true }, Only("force-activation"));
    }

    [Theory]
    [InlineData(20, false)]
    [InlineData(21, true)]
    public void TakesObservations_MinimumAboveZero_From221(int minor, bool expected) =>
        Assert.Equal(expected, ScaleLoop.TakesObservations(KedaCase.Object(min: 1), KedaSemantics.ForVersion(minor)));

    [Fact]
    public void TakesObservations_WhereAPollScales_Never()
    {
        var newest = KedaSemantics.ForVersion(KedaSemantics.NewestMinor);

        Assert.False(ScaleLoop.TakesObservations(KedaCase.Object(), newest));
        Assert.False(ScaleLoop.TakesObservations(KedaCase.Object(min: 0), newest));
        Assert.False(ScaleLoop.TakesObservations(KedaCase.Object(min: 2, idle: 0), newest));
        Assert.False(ScaleLoop.TakesObservations(
            KedaCase.Object(min: 1) with { Triggers = [KedaCase.Trigger, KedaCase.Trigger with { UseCachedMetrics = true }] }, newest));
    }

    [Theory]
    [InlineData(19, 0, false, "ScaledObjectReady")]
    [InlineData(20, 0, false, "HPAMetricsUnavailable")]
    [InlineData(20, 1, false, "HPAMetricsUnavailable")]
    [InlineData(20, 2, true, "ScaledObjectReady")]
    [InlineData(21, 0, true, "ScaledObjectReady")]
    public void Hpa_WithoutAMetric_IsShownWhereTheVersionShowsIt(int minor, int patch, bool hasCondition, string ready)
    {
        var semantics = KedaSemantics.ForVersion(minor, patch);

        Assert.Equal(
            hasCondition ? "HPA is not actively scaling: the HPA was unable to compute the replica count: no" : null,
            HpaHealth.HpaActive(_failing, semantics)?.Message);
        Assert.Equal(ready, HpaHealth.Ready(IsReady, _failing, TimeSpan.FromMinutes(1), semantics).Reason);
        Assert.Equal(IsReady, HpaHealth.Ready(IsReady, _failing, TimeSpan.FromSeconds(59), semantics));
    }

    [Fact]
    public void HpaActive_OfEachState_IsKedas()
    {
        var found = new HpaCondition(HpaConditionType.ScalingActive, true, HpaConditionReason.ValidMetricFound, "found");
        var disabled = new HpaCondition(HpaConditionType.ScalingActive, false, HpaConditionReason.ScalingDisabled, "is zero");

        Assert.Null(HpaHealth.HpaActive(null));
        Assert.Equal(new ScaledObjectCondition(ConditionStatus.True, "HPAActive", "HPA is actively scaling"), HpaHealth.HpaActive(found));
        Assert.Equal(new ScaledObjectCondition(ConditionStatus.True, "ScalingDisabled", "is zero"), HpaHealth.HpaActive(disabled));
        Assert.Equal((ConditionStatus.False, "FailedGetExternalMetric"), (HpaHealth.HpaActive(_failing)!.Status, HpaHealth.HpaActive(_failing)!.Reason));
    }

    [Fact]
    public void Ready_In2201_OnlyFallsForAnHpaThatFails()
    {
        var (semantics, hour) = (KedaSemantics.ForVersion(20, 1), TimeSpan.FromHours(1));
        var disabled = new HpaCondition(HpaConditionType.ScalingActive, false, HpaConditionReason.ScalingDisabled, "is zero");
        var degraded = new ScaledObjectCondition(ConditionStatus.False, "TriggerError", "Triggers are broken");

        Assert.Equal(IsReady, HpaHealth.Ready(IsReady, null, hour, semantics));
        Assert.Equal(IsReady, HpaHealth.Ready(IsReady, disabled, hour, semantics));
        Assert.Equal(
            "ScaledObject is configured correctly but HPA is not healthy: FailedGetExternalMetric",
            HpaHealth.Ready(IsReady, _failing, hour, semantics).Message);
        Assert.Equal(
            new ScaledObjectCondition(
                ConditionStatus.False,
                "ScalingDegraded",
                "Not ready because HPA is not healthy: FailedGetExternalMetric and SO is not healthy: TriggerError - Triggers are broken"),
            HpaHealth.Ready(degraded, _failing, hour, semantics));
    }

    private static ScaledObjectCondition IsReady { get; } =
        new ScaleLoop(KedaCase.Object(min: 1), 0).Check(0, 1, isActive: true).Ready;
}
