using KedaStack.Scaling;
using KedaStack.Scaling.Hpa.Spec;
using KedaStack.Scaling.Keda;
using KedaStack.Scaling.Keda.Semantics;
using KedaStack.Scaling.Keda.Triggers;
using KedaStack.Scaling.Quantities;

namespace KedaStack.Tests.Scaling.Keda;

/// <summary>Sections c.1, c.4 and c.5 of the specification.</summary>
public sealed class KedaHpaTests
{
    [Theory]
    [InlineData(null, null, 1, 100)]
    [InlineData(0, 5, 1, 5)]
    [InlineData(2, 8, 2, 8)]
    public void Create_Counts_TakeTheDefaults(int? min, int? max, int expectedMin, int expectedMax)
    {
        var hpa = KedaHpa.Create(KedaCase.Object(min, max))!;

        Assert.Equal(("keda-hpa-app", "default", expectedMin, expectedMax), (hpa.Name, hpa.Namespace, hpa.MinReplicas, hpa.MaxReplicas));
        Assert.Null(hpa.Behavior);
    }

    [Fact]
    public void Create_PausedScaleIn_MakesABehaviorForBothDirections()
    {
        var annotations = ScaledObjectAnnotations.Read(new Dictionary<string, string> { ["autoscaling.keda.sh/paused-scale-in"] = "yes" });

        var behavior = KedaHpa.Create(KedaCase.Object() with { Annotations = annotations })!.Behavior!;

        Assert.Equal((null, SelectPolicy.Disabled), (behavior.ScaleUp, behavior.ScaleDown!.SelectPolicy));
    }

    [Fact]
    public void Create_PausedScaleOutWithBehavior_KeepsTheRest()
    {
        var up = new ScalingRules { StabilizationWindow = TimeSpan.FromSeconds(60) };
        var scaledObject = KedaCase.Object() with
        {
            Behavior = new HorizontalPodAutoscalerBehavior(up, null),
            Annotations = ScaledObjectAnnotations.None with { PausedScaleOut = true },
        };

        Assert.Equal(new HorizontalPodAutoscalerBehavior(up with { SelectPolicy = SelectPolicy.Disabled }, null), KedaHpa.Create(scaledObject)!.Behavior);
    }

    [Theory]
    [InlineData("paused", "true", true)]
    [InlineData("paused", "anything", true)]
    [InlineData("paused", "false", false)]
    [InlineData("paused-replicas", "x", true)]
    public void Create_PausedAnnotation_DeletesTheHpa(string name, string value, bool paused)
    {
        var annotations = ScaledObjectAnnotations.Read(new Dictionary<string, string> { ["autoscaling.keda.sh/" + name] = value });

        Assert.Equal(paused, KedaHpa.Create(KedaCase.Object() with { Annotations = annotations }) is null);
    }

    [Theory]
    [InlineData(7, 3, null, "MinReplicaCount=7 must be less than MaxReplicaCount=3")]
    [InlineData(4, 10, 4, "IdleReplicaCount=4 must be less than MinReplicaCount=4")]
    [InlineData(null, 10, 0, "IdleReplicaCount=0 must be less than MinReplicaCount=0")]
    public void Errors_Counts_InKedasWords(int? min, int? max, int? idle, string expected) =>
        Assert.Equal([expected], KedaHpa.Errors(KedaCase.Object(min, max, idle)));

    [Theory]
    [InlineData(5, 5, null)]
    [InlineData(100, null, null)]
    [InlineData(101, null, "MinReplicaCount=101 must be less than MaxReplicaCount=100")]
    public void Errors_MinimumAtTheMaximum_IsAllowed(int min, int? max, string? expected) =>
        Assert.Equal(expected is null ? [] : [expected], KedaHpa.Errors(KedaCase.Object(min, max)));

    [Fact]
    public void Create_NameOfTheHpa_IsTheWrittenOne() => Assert.Equal("mine", KedaHpa.Create(KedaCase.Object() with { HpaName = "mine" })!.Name);

    [Fact]
    public void Defaults_OfAScaledObjectAndItsHpa_AreKedasAndKubernetes()
    {
        var scaledObject = new ScaledObject { Name = "app", Triggers = [] };

        Assert.Equal(
            (TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(300), TimeSpan.Zero),
            (scaledObject.PollingInterval, scaledObject.CooldownPeriod, scaledObject.InitialCooldownPeriod));
        Assert.Equal(1, new HorizontalPodAutoscalerSpec { MaxReplicas = 5, Metrics = [] }.MinReplicas);
    }

    [Fact]
    public void Errors_ZeroMinimumWithIdleZero_IsAllowedWhenWrittenOut() => Assert.Empty(KedaHpa.Errors(KedaCase.Object(0, 10, 0)));

    [Fact]
    public void Errors_ThresholdBelowHalfAThousandth_IsRefusedByTheApiServer() => Assert.Equal(
        ["spec.metrics[0].external.target.averageValue: Invalid value: \"0\": must be positive"],
        KedaHpa.Errors(KedaCase.Object() with { Triggers = [KedaCase.Trigger with { Threshold = 0.0004 }] }));

    [Theory]
    [InlineData(MetricTargetType.AverageValue, 0, "60", null)]
    [InlineData(MetricTargetType.Value, 4, "15", null)]
    [InlineData(MetricTargetType.Value, 0, null, "error performing fallback")]
    public void Fallback_TargetType_DecidesWhatIsReported(MetricTargetType type, int ready, string? value, string? error)
    {
        var metric = (KedaCase.Trigger with { MetricType = type }).ToMetric("app");

        var outcome = new FallbackCounter(new Fallback(0, 6)).Report(ScalerReading.Failed("down"), metric, 5, ready);

        Assert.Equal((value, error), (outcome.Value?.ToString(), outcome.Error));
    }

    [Fact]
    public void TriggerState_OnFallback_IsActiveSince219()
    {
        var outcome = new FallbackOutcome(new MilliQuantity(60_000), true, null);
        var reading = ScalerReading.Failed("down");

        Assert.Equal(new TriggerState(true, false), TriggerState.Of(KedaCase.Trigger, reading, outcome));
        Assert.Equal(new TriggerState(false, true), TriggerState.Of(KedaCase.Trigger, reading, outcome, KedaSemantics.ForVersion(18)));
    }

    [Fact]
    public void From_Settings_DescribesTheDeployedScaledObject()
    {
        var settings = new ScalingSettings
        {
            ScrapeInterval = TimeSpan.FromSeconds(15),
            Window = TimeSpan.FromMinutes(2),
            Threshold = 0.1m,
            ActivationThreshold = 0.7m,
            IgnoreNullValues = false,
            PollingInterval = TimeSpan.FromSeconds(20),
            CooldownPeriod = TimeSpan.FromSeconds(60),
            MinReplicaCount = 0,
            MaxReplicaCount = 7,
            Fallback = new Fallback(3, 2),
        };

        var scaledObject = settings.ToScaledObject("app", "default", "up", "http://p");

        Assert.Equal((0.1, 0.7, false), (scaledObject.PrometheusTrigger.Threshold, scaledObject.PrometheusTrigger.ActivationThreshold, scaledObject.PrometheusTrigger.IgnoreNullValues));
        Assert.Equal((0, 7, settings.Fallback), (scaledObject.MinReplicaCount, scaledObject.MaxReplicaCount, scaledObject.Fallback));
    }
}
