using KedaStack.Scaling;
using KedaStack.Scaling.Explain;
using KedaStack.Scaling.Hpa.Spec;
using KedaStack.Scaling.Keda;
using KedaStack.Scaling.Keda.Semantics;
using KedaStack.Scaling.Prometheus;

namespace KedaStack.Tests.Scaling.Explain;

public sealed class ScalingExplanationTests
{
    [Theory]
    [InlineData(null, 600, true)]
    [InlineData(60, 0, false)]
    [InlineData(null, 100, false)]
    public void Explanation_WindowWithBehavior_SaysThatItHoldsASyncLess(int? up, int down, bool isNoted)
    {
        var behavior = new HorizontalPodAutoscalerBehavior(
            up is { } seconds ? new ScalingRules { StabilizationWindow = TimeSpan.FromSeconds(seconds) } : null,
            new ScalingRules { StabilizationWindow = TimeSpan.FromSeconds(down) });

        var explanation = Cases.Explain("0", 10, Cases.ScaledObject with { Behavior = behavior });

        Assert.Equal(isNoted, explanation.Notes.Any(note => note.StartsWith("A window of 600 s holds for 585 s:", StringComparison.Ordinal)));
    }

    [Fact]
    public void Explanation_WindowUpwards_IsNotedToo()
    {
        var behavior = new HorizontalPodAutoscalerBehavior(new ScalingRules { StabilizationWindow = TimeSpan.FromSeconds(60) }, null);

        var explanation = Cases.Explain("45", 1, Cases.ScaledObject with { Behavior = behavior });

        Assert.Contains(explanation.Notes, note => note.StartsWith("A window of 60 s holds for 45 s:", StringComparison.Ordinal));
    }

    [Fact]
    public void Explanation_NoBehavior_HoldsTheWholeWindowAndNotesNothing()
    {
        var explanation = Cases.Explain("0", 10);

        Assert.Equal((300_000L, 0), (explanation.Forecast.SettledAfterMilliseconds, explanation.Notes.Count));
    }

    // What takes too long to settle, or to look at, has no edges.
    [Theory]
    [InlineData(true, 5000, true)]
    [InlineData(true, 5001, false)]
    [InlineData(false, 1, false)]
    public void Edges_OfAForecast_AreLookedForWhenItSettlesSoon(bool settled, int events, bool expected)
    {
        var explanation = Cases.Explain("45");

        Assert.Equal(expected, (explanation with { Forecast = explanation.Forecast with { Settled = settled, Events = events } }).HasEdges);
    }

    // KEDA takes a workload with replicas as one that was active a poll ago.
    [Fact]
    public void Polling_InactiveWithReplicas_WaitsForTheCooldown() => Assert.Equal(
        "not active, but cooldownPeriod 300 s since 15 s ago is not over",
        Cases.Explain("0", 3, Cases.ScaledObject with { MinReplicaCount = 0, CooldownPeriod = TimeSpan.FromSeconds(300) })
            .Rules.Single(rule => rule.Rule == "KEDA's polling loop").Formula);

    [Fact]
    public void Failure_WithAFallback_SaysFromWhichFailureItActs()
    {
        var explanation = Cases.Explain("NaN", 3, Cases.ScaledObject with { Fallback = new Fallback(3, 6) });

        Assert.Equal(
            ("failure 1, the fallback acts from failure 4", "an error is not active"),
            (explanation.Rules.Single(rule => rule.Rule == "metric for the HPA").Formula, explanation.Rules.Single(rule => rule.Rule == "activity").Formula));
    }

    [Fact]
    public void Failure_OnTheFallback_CountsAsActive() => Assert.Equal(
        "on its fallback a trigger counts as active",
        Cases.Explain("NaN", 3, Cases.ScaledObject with { Fallback = new Fallback(0, 6) }).Rules.Single(rule => rule.Rule == "activity").Formula);

    [Fact]
    public void Rules_WhilePaused_HaveNoMetricForTheHpa() => Assert.DoesNotContain(
        Cases.Explain("45", 1, Cases.ScaledObject with { Annotations = ScaledObjectAnnotations.None with { Paused = true } }).Rules,
        rule => rule.Rule == "metric for the HPA");

    [Theory]
    [InlineData(20, "rounded to thousandths, half to even, at least 0")]
    [InlineData(18, "thousandths, cut off")]
    public void Metric_ForTheHpa_IsConvertedAsTheVersionDoes(int minor, string formula) => Assert.Equal(
        formula,
        ScalingExplanation.Of(Cases.ScaledObject, InstantQueryResponse.Vector("45"), 1, ScalingSemantics.Default with { Keda = KedaSemantics.ForVersion(minor) })
            .Rules.Single(rule => rule.Rule == "metric for the HPA").Formula);

    [Fact]
    public void Rules_OfAValue_AreInTheOrderOfTheChain() => Assert.Equal(
        [
            "query answer", "activity", "KEDA's polling loop", "metric for the HPA", "bounds of the current count",
            "usage ratio of s0-prometheus", "tolerance", "proposal", "stabilization", "limits without behavior and bounds", "desired replicas",
        ],
        Cases.Explain("45").Rules.Select(rule => rule.Rule));

    [Theory]
    [InlineData("NaN", "ignoreNullValues false: an error", "prometheus query returns NaN")]
    [InlineData("+Inf", "ignoreNullValues false: an error", "prometheus query returns +Inf")]
    [InlineData("empty", "ignoreNullValues false: an error", "prometheus metrics 'prometheus' target may be lost, the result is empty")]
    [InlineData("45", "one element with a finite number: taken as it is", "45")]
    public void QueryAnswer_AsKedaTakesIt_IsTheFirstRule(string value, string formula, string output)
    {
        var rule = Cases.Explain(value).Rules[0];

        Assert.Equal((formula, output, value != "45"), (rule.Formula, rule.Output, rule.Changed));
    }

    [Theory]
    [InlineData("0.0004", "0", true)]
    [InlineData("4.5", "4500m", false)]
    [InlineData("-3", "0", true)]
    public void MetricForTheHpa_Rounding_ChangesTheValueOrNot(string value, string output, bool changed)
    {
        var rule = Cases.Explain(value).Rules.Single(rule => rule.Rule == "metric for the HPA");

        Assert.Equal((output, changed), (rule.Output, rule.Changed));
    }

    [Fact]
    public void WithoutEffect_MinimumOne_NamesBothPeriodsAndTheActivation() => Assert.Equal(
        ["pollingInterval 15 s", "cooldownPeriod 90 s", "activationThreshold 0"],
        Cases.Explain("45").WithoutEffect.Select(setting => $"{setting.Setting} {setting.Value}"));

    [Fact]
    public void WithoutEffect_WithAFallback_PollsCountItsFailures() => Assert.DoesNotContain(
        IneffectiveSettings.For(Cases.ScaledObject with { Fallback = new Fallback(3, 2) }), setting => setting.Setting == "pollingInterval");

    [Fact]
    public void WithoutEffect_MinimumZero_IsNothing() =>
        Assert.Empty(Cases.Explain("45", 1, Cases.ScaledObject with { MinReplicaCount = 0 }).WithoutEffect);

    [Theory]
    [InlineData(19, "minReplicaCount = 0 or idleReplicaCount = 0.")]
    [InlineData(20, "minReplicaCount = 0 or idleReplicaCount = 0.")]
    [InlineData(21, "minReplicaCount = 0 or idleReplicaCount is set.")]
    public void WithoutEffect_OfAVersion_IsInTheWordsOfItsWebhook(int minor, string end) => Assert.EndsWith(
        end,
        IneffectiveSettings.For(Cases.ScaledObject, KedaSemantics.ForVersion(minor).Warnings).Single(setting => setting.Setting == "cooldownPeriod").Reason,
        StringComparison.Ordinal);

    [Fact]
    public void WithoutEffect_PoliciesOfADisabledDirection_AreNamed()
    {
        var rules = Cases.SlowDown.ScaleDown! with { SelectPolicy = SelectPolicy.Disabled };

        var found = IneffectiveSettings.For(Cases.ScaledObject with { Behavior = new HorizontalPodAutoscalerBehavior(null, rules) });

        Assert.Contains(found, setting => setting is { Setting: "scaleDown.policies", Value: "1 Pods/1m" });
    }

    [Fact]
    public void WithoutEffect_WindowOfADisabledDirection_IsNamed()
    {
        var rules = new ScalingRules { SelectPolicy = SelectPolicy.Disabled, StabilizationWindow = TimeSpan.FromSeconds(60) };

        var found = IneffectiveSettings.For(Cases.ScaledObject with { Behavior = new HorizontalPodAutoscalerBehavior(rules, null) });

        Assert.Contains(found, setting => setting is { Setting: "scaleUp.stabilizationWindowSeconds", Value: "60 s" });
    }

    [Theory]
    [InlineData(4, 4)]
    [InlineData(0, 1)]
    public void WithoutEffect_NoRoomBetweenMinimumAndMaximum_NamesWhatTheHpaWouldDecideBy(int min, int max)
    {
        var found = IneffectiveSettings.For(Cases.ScaledObject with { MinReplicaCount = min, MaxReplicaCount = max, Behavior = Cases.SlowDown });

        Assert.Equal(["threshold 10", "behavior scaleDown"], found.TakeLast(2).Select(setting => $"{setting.Setting} {setting.Value}"));
        Assert.EndsWith($"both {max}: it keeps that count whatever the query answers.", found[^1].Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(FallbackBehavior.CurrentReplicas, true)]
    [InlineData(FallbackBehavior.CurrentReplicasIfHigher, false)]
    public void WithoutEffect_FallbackToTheCurrentReplicas_NamesItsReplicas(FallbackBehavior behavior, bool isNamed) => Assert.Equal(
        isNamed,
        IneffectiveSettings.For(Cases.ScaledObject with { Fallback = new Fallback(3, 6, behavior) }).Any(setting => setting is { Setting: "fallback.replicas", Value: "6" }));

    [Theory]
    [InlineData(1, true)]
    [InlineData(0, false)]
    public void WithoutEffect_InitialCooldown_IsNamedWhereNothingGoesToZero(int min, bool isNamed) => Assert.Equal(
        isNamed,
        IneffectiveSettings.For(Cases.ScaledObject with { MinReplicaCount = min, InitialCooldownPeriod = TimeSpan.FromMinutes(1) })
            .Any(setting => setting is { Setting: "initialCooldownPeriod", Value: "60 s" }));

    [Fact]
    public void WithoutEffect_IdleReplicasAboveZero_AreNamed() => Assert.Contains(
        IneffectiveSettings.For(Cases.ScaledObject with { MinReplicaCount = 3, IdleReplicaCount = 1 }),
        setting => setting is { Setting: "idleReplicaCount", Value: "1" });
}
