using KedaStack.Scaling.Hpa.Readings;
using KedaStack.Scaling.Hpa.Spec;
using KedaStack.Scaling.Keda;
using KedaStack.Scaling.Keda.Loop;
using KedaStack.Scaling.Keda.Metrics;
using KedaStack.Scaling.Keda.Modifiers;
using KedaStack.Scaling.Keda.Semantics;
using KedaStack.Scaling.Keda.Triggers;
using KedaStack.Scaling.Quantities;

namespace KedaStack.Tests.Scaling.Keda.Metrics;

public sealed class ScaledObjectMetricsTests
{
    private static readonly string[] _names = ["a", "b"];

    private readonly Dictionary<string, ScalerReading> _answers = new(StringComparer.Ordinal)
    {
        ["a"] = ScalerReading.Of(30),
        ["b"] = ScalerReading.Of(5),
    };

    private readonly List<string> _asked = [];

    // Pull request 8073 of kedacore/keda.
    [Theory]
    [InlineData(20, "b")]
    [InlineData(21, "")]
    public void Request_OneTriggerFailed_HealthyRecordsStayFrom221(int minor, string asked)
    {
        var metrics = Metrics(Of(useCachedMetrics: true), KedaSemantics.ForVersion(minor));
        _answers["a"] = ScalerReading.Failed("no");
        metrics.Poll(0, 2, 2, isHpaActive: false);
        Assert.NotNull(metrics.Request("s0-prometheus", 1, 2, 2).Error);
        _asked.Clear();

        Assert.Equal(5000, metrics.Request("s1-prometheus", 1, 2, 2).UsageMilli);
        Assert.Equal(asked, string.Join(',', _asked));
    }

    [Theory]
    [InlineData(20, "a,b")]
    [InlineData(21, "")]
    public void Poll_AfterTheHpasRequests_AsksAgainUpTo220(int minor, string asked)
    {
        var metrics = Metrics(Of(), KedaSemantics.ForVersion(minor));
        metrics.Request("s0-prometheus", 0, 2, 2);
        metrics.Request("s1-prometheus", 0, 2, 2);
        _asked.Clear();

        Assert.Equal(new TriggerState(true, false), metrics.Poll(1, 2, 2, isHpaActive: true));
        Assert.Equal(asked, string.Join(',', _asked));
    }

    // The formula needs the values themselves.
    [Fact]
    public void Poll_WithAFormula_AlwaysAsks()
    {
        var scaledObject = Of("a + b");
        var semantics = KedaSemantics.ForVersion(21);
        Assert.True(ScaleLoop.TakesObservations(Of(), semantics));
        Assert.False(ScaleLoop.TakesObservations(scaledObject, semantics));

        var metrics = Metrics(scaledObject, semantics);
        metrics.Request(ScalingModifiers.MetricName, 0, 2, 2);
        _asked.Clear();
        metrics.Poll(1, 2, 2, isHpaActive: true);

        Assert.Equal("a,b", string.Join(',', _asked));
    }

    [Theory]
    [InlineData("a + b", 35_000, true)]
    [InlineData("a - b * 6", 0, false)]
    [InlineData("a > 29 ? 1.2345 : 2", 1234, true)]
    public void Request_WithAFormula_IsItsValueCutToThousandths(string formula, long milli, bool isActive)
    {
        var metrics = Metrics(Of(formula));

        Assert.Equal(milli, metrics.Request(ScalingModifiers.MetricName, 0, 2, 2).UsageMilli);
        Assert.Equal(new TriggerState(isActive, false), metrics.Poll(0, 2, 2, isHpaActive: true));
    }

    [Fact]
    public void Request_FormulaWithAFailedTrigger_FallsBackToReplicasTimesItsTarget()
    {
        var metrics = Metrics(Of("a + b") with { Fallback = new Fallback(1, 6) });
        _answers["b"] = ScalerReading.Failed("no");

        Assert.Equal(new TriggerState(false, true), metrics.Poll(0, 2, 2, isHpaActive: true));
        Assert.Equal(120_000, metrics.Request(ScalingModifiers.MetricName, 0, 2, 2).UsageMilli);
        Assert.Equal(new TriggerState(true, false), metrics.Poll(1, 2, 2, isHpaActive: true));
    }

    // doFallback is not called: the trigger is nil for the formula (formula.go, scalingModifierTriggerValue).
    [Theory]
    [InlineData("b ?? a", 30_000)]
    [InlineData("b", 120_000)]
    [InlineData("a + b", null)]
    public void Request_FallbackOfTheFormula_TakesAFailedTriggerForNil(string formula, int? milli)
    {
        var metrics = Metrics(Of(formula) with { Fallback = new Fallback(0, 6, FallbackBehavior.ScalingModifiers) });
        _answers["b"] = ScalerReading.Failed("no");
        var reading = metrics.Request(ScalingModifiers.MetricName, 0, 2, 2);

        Assert.Equal((milli ?? 0, milli is null ? MetricReading.NoMetricsReturned : null), (reading.UsageMilli, reading.Error));
    }

    // A formula's fallback needs a target that is a whole number (HasValidFallback).
    [Fact]
    public void Request_FormulaWithAFractionalTarget_HasNoFallback()
    {
        var metrics = Metrics(Of("a + b", "20.5") with { Fallback = new Fallback(0, 6) });
        _answers["b"] = ScalerReading.Failed("no");

        Assert.NotNull(metrics.Request(ScalingModifiers.MetricName, 0, 2, 2).Error);
    }

    [Fact]
    public void Request_FallbackOfAFormulaWithoutOne_IsMinusOne()
    {
        var metrics = Metrics(Of() with { Fallback = new Fallback(0, 6, FallbackBehavior.ScalingModifiers) });
        _answers["b"] = ScalerReading.Failed("no");

        Assert.Equal(-1000, metrics.Request("s1-prometheus", 0, 2, 2).UsageMilli);
        Assert.Equal(new TriggerState(true, false), metrics.Poll(0, 2, 2, isHpaActive: true));
    }

    // cpu and memory never decide over 0, unless there is nothing else.
    [Fact]
    public void Poll_CpuAndMemoryOnly_AreActive()
    {
        var cpu = new ResourceTrigger { Resource = "cpu", MetricType = MetricTargetType.Utilization, Value = new MilliQuantity(60_000) };
        _answers["a"] = _answers["b"] = ScalerReading.Of(0);

        Assert.Equal(new TriggerState(true, false), Metrics(Of() with { Triggers = [cpu] }).Poll(0, 2, 2, isHpaActive: true));
        Assert.Equal(new TriggerState(false, false), Metrics(Of() with { Triggers = [.. Of().Triggers, cpu] }).Poll(0, 2, 2, isHpaActive: true));
    }

    private static ScaledObject Of(string formula = "", string target = "20", bool useCachedMetrics = false) => new()
    {
        Name = "app",
        MinReplicaCount = 1,
        Triggers =
        [
            .. _names.Select((name, place) => new PrometheusTrigger
            {
                Name = name, TriggerIndex = place, ServerAddress = "", Query = "q", Threshold = 10, UseCachedMetrics = useCachedMetrics,
            }),
        ],
        Modifiers = formula.Length == 0 ? null : ScalingModifiers.Read(formula, target, "", "", _names, out _)!,
    };

    private ScaledObjectMetrics Metrics(ScaledObject scaledObject, KedaSemantics? semantics = null) =>
        new(scaledObject, semantics ?? KedaSemantics.Default, (trigger, _) =>
        {
            _asked.Add(trigger.Name);
            return _answers[trigger.Name];
        });
}
