using KedaStack.Scaling.Hpa;
using KedaStack.Scaling.Hpa.Conditions;
using KedaStack.Scaling.Hpa.Proposals;
using KedaStack.Scaling.Hpa.Readings;
using KedaStack.Scaling.Hpa.Spec;
using KedaStack.Scaling.Keda;
using KedaStack.Scaling.Quantities;
using KedaStack.Tests.Scaling.Keda;

namespace KedaStack.Tests.Scaling.Hpa;

/// <summary>What kubectl prints of an HPA, and the explanation of a reconcile.</summary>
public sealed class HpaTextTests
{
    private const string Selector =
        "&LabelSelector{MatchLabels:map[string]string{scaledobject.keda.sh/name: app,},MatchExpressions:[]LabelSelectorRequirement{},}";

    private static HorizontalPodAutoscalerSpec Spec => KedaHpa.Create(KedaCase.Object(min: 1, max: 10))!;

    [Fact]
    public void Conditions_Rescale_ReadAsKubectlDescribes()
    {
        var hpa = new HpaReconciler(Spec);

        var result = hpa.Reconcile(0, ScaleTargetStatus.AtRest(1), [MetricReading.Of(150_000)]);

        Assert.Equal(
            [
                new(HpaConditionType.AbleToScale, true, HpaConditionReason.SucceededRescale, "the HPA controller was able to update the target scale to 4"),
                new(HpaConditionType.ScalingActive, true, HpaConditionReason.ValidMetricFound, $"the HPA was able to successfully calculate a replica count from external metric s0-prometheus({Selector})"),
                new(HpaConditionType.ScalingLimited, true, HpaConditionReason.ScaleUpLimit, "the desired replica count is increasing faster than the maximum scale rate"),
            ],
            hpa.Conditions.Describe("default"));
        Assert.Equal($"New size: 4; reason: external metric s0-prometheus({Selector}) above target", HpaRescaleReason.Event(Spec, result));
    }

    [Fact]
    public void Conditions_KedaInError_NameTheMetricAndKeepTheLimit()
    {
        var hpa = new HpaReconciler(Spec);
        hpa.Reconcile(0, ScaleTargetStatus.AtRest(5), [MetricReading.Of(50_000)]);

        hpa.Reconcile(15_000, ScaleTargetStatus.AtRest(5), [KedaMetricsServer.Error("s0-prometheus")]);

        Assert.Equal(
            [
                new(HpaConditionType.AbleToScale, true, HpaConditionReason.SucceededGetScale, "the HPA controller was able to get the target's current scale"),
                new(HpaConditionType.ScalingActive, false, HpaConditionReason.FailedGetExternalMetric, $"the HPA was unable to compute the replica count: unable to get external metric default/s0-prometheus/{Selector}: unable to fetch metrics from external metrics API: rpc error: code = Unknown desc = error when getting metric values metric:s0-prometheus encountered error"),
                new(HpaConditionType.ScalingLimited, false, HpaConditionReason.DesiredWithinRange, "the desired count is within the acceptable range"),
            ],
            hpa.Conditions.Describe("default"));
    }

    [Theory]
    [InlineData(2, 3, 2, 5_000, HpaConditionReason.TooFewReplicas)]
    [InlineData(2, 3, 2, 100_000, HpaConditionReason.TooManyReplicas)]
    [InlineData(1, 10, 5, 10_000, HpaConditionReason.ScaleDownLimit)]
    public void Conditions_Limited_AreTrue(int min, int max, int current, long milli, HpaConditionReason reason)
    {
        var down = new ScalingRules { StabilizationWindow = TimeSpan.Zero, Policies = [new(ScalingPolicyType.Pods, 1, TimeSpan.FromSeconds(15))] };
        var hpa = new HpaReconciler(Spec with { MinReplicas = min, MaxReplicas = max, Behavior = new(null, down) });

        hpa.Reconcile(0, ScaleTargetStatus.AtRest(current), [MetricReading.Of(milli)]);

        var limited = hpa.Conditions.Describe("default").Single(condition => condition.Type == HpaConditionType.ScalingLimited);
        Assert.Equal((true, reason), (limited.Status, limited.Reason));
    }

    [Fact]
    public void Conditions_SecondMetricFails_NameThatOne()
    {
        var metric = HpaCase.Source(MetricTargetType.AverageValue, 10_000);
        var hpa = new HpaReconciler(Spec with { Metrics = [metric, metric with { Name = "s1-other" }] });
        hpa.Reconcile(0, ScaleTargetStatus.AtRest(5), [MetricReading.Of(50_000), MetricReading.Of(20_000)]);

        hpa.Reconcile(15_000, ScaleTargetStatus.AtRest(5), [MetricReading.Of(20_000), KedaMetricsServer.Error("s1-other")]);

        var active = hpa.Conditions.Describe("default").Single(condition => condition.Type == HpaConditionType.ScalingActive);
        Assert.StartsWith("the HPA was unable to compute the replica count: unable to get external metric default/s1-other/", active.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Targets_AverageAndUnknown_ReadAsKubectlPrints()
    {
        var hpa = new HpaReconciler(Spec);
        Assert.Equal("<unknown>/10 (avg)", HpaTargets.Format(Spec, hpa.Metrics));

        hpa.Reconcile(0, ScaleTargetStatus.AtRest(3), [MetricReading.Of(17_375)]);

        Assert.Equal("5792m/10 (avg)", HpaTargets.Format(Spec, hpa.Metrics));
    }

    [Fact]
    public void Targets_SeveralMetrics_ShowsTwo()
    {
        var value = HpaCase.Source(MetricTargetType.Value, 45_000);
        var spec = Spec with { Metrics = [value, value, value, value] };

        Assert.Equal("<unknown>/45, <unknown>/45 + 2 more...", HpaTargets.Format(spec, []));
    }

    [Fact]
    public void Explanation_FortyFiveFromThree_NamesEveryRule()
    {
        var explanation = new HpaExplanation();
        var bench = new HpaBench(1, 10) { Replicas = 3 };

        bench.Step(45, trace: explanation);

        Assert.Equal(
            """
            bounds of the current count: 3 replicas; 1 <= 3 <= 10; the metrics decide; False
            usage ratio of s0-prometheus: 45 with target 10 (AverageValue); 45 / (10 * 3 created pods); 1.5; False
            tolerance: 1.5; 0.9 <= 1.5 <= 1.1; outside: a new count is computed; False
            proposal: 45; ceil(45 / 10); 5 replicas; True
            stabilization: 5 replicas; highest of 300 s = 5; 5 replicas; False
            limits without behavior and bounds: 5 replicas; 1 to 6, one sync may reach 6; 5 replicas; False
            desired replicas: 3 replicas; differs from the current count: written; 5 replicas; True
            """,
            string.Join('\n', explanation.Steps.Select(s => $"{s.Rule}: {s.Input}; {s.Formula}; {s.Output}; {s.Changed}")));
    }

    [Fact]
    public void Explanation_Behavior_NamesThePolicies()
    {
        var explanation = new HpaExplanation();
        var bench = new HpaBench(1, 100, new HorizontalPodAutoscalerBehavior(null, null));
        bench.Step(500);

        bench.Step(500, trace: explanation);

        Assert.Equal(
            """
            stabilization: 50 replicas; min(max(5, lowest of 0 s = 50), highest of 300 s = 50); 50 replicas; False
            policy 4 Pods/15s up: size a period ago = 5 - 0 + 0; 5 + 4; as far as 9 replicas; False
            policy 100 Percent/15s up: size a period ago = 5 - 0 + 0; 5 * (1 + 100/100); as far as 10 replicas; False
            limits of the behavior and bounds: 50 replicas; 1 to 10; 10 replicas (ScaleUpLimit); True
            desired replicas: 5 replicas; differs from the current count: written; 10 replicas; True
            """,
            string.Join('\n', explanation.Steps.Skip(4).Select(s => $"{s.Rule}: {s.Input}; {s.Formula}; {s.Output}; {s.Changed}")));
    }

    // What the metrics say, their proposals and what is done with them.
    [Theory]
    [InlineData(50_000, 80_000, "choice among the metrics: 2 metrics, 0 failed; the highest proposal; 8 replicas; False", 8)]
    [InlineData(80_000, 50_000, "choice among the metrics: 2 metrics, 0 failed; the highest proposal; 8 replicas; False", 8)]
    [InlineData(80_000, null, "choice among the metrics: 2 metrics, 1 failed; the highest proposal; 8 replicas; False", 8)]
    [InlineData(20_000, null, "choice among the metrics: 2 metrics, 1 failed; without all metrics no scale-in, without any no change; 5 replicas kept; True", 5)]
    [InlineData(null, null, "choice among the metrics: 2 metrics, 2 failed; without all metrics no scale-in, without any no change; 5 replicas kept; True", 5)]
    public void Explanation_SeveralMetrics_SaysWhichDecides(int? one, int? other, string step, int replicas)
    {
        var metric = HpaCase.Source(MetricTargetType.AverageValue, 10_000);
        var explanation = new HpaExplanation();
        var hpa = new HpaReconciler(Spec with { Metrics = [metric, metric] });

        var result = hpa.Reconcile(0, ScaleTargetStatus.AtRest(5), [Reading(one), Reading(other)], explanation);

        Assert.Equal(replicas, result.DesiredReplicas);
        Assert.Equal(
            step, Assert.Single(explanation.Steps.Where(s => s.Rule.StartsWith("choice", StringComparison.Ordinal)).Select(s => $"{s.Rule}: {s.Input}; {s.Formula}; {s.Output}; {s.Changed}")));

        static MetricReading Reading(int? milli) => milli is { } value ? MetricReading.Of(value) : KedaMetricsServer.Error("s0-prometheus");
    }

    [Fact]
    public void Explanation_OnlyMetricFails_SaysThatNothingChanges()
    {
        var explanation = new HpaExplanation();

        new HpaReconciler(Spec).Reconcile(0, ScaleTargetStatus.AtRest(5), [KedaMetricsServer.Error("s0-prometheus")], explanation);

        Assert.Equal("1 metric, 1 failed", explanation.Steps.Single(step => step.Rule == "choice among the metrics").Input);
    }

    // Two pods are measured; the others count with a usage of 0 on the way up, and with the target on the way down.
    [Theory]
    [InlineData(160_000, 3, 0, "pods that are not counted yet: 1.6; 3 pods not Ready as using nothing; 0.64; True")]
    [InlineData(160_000, 1, 0, "pods that are not counted yet: 1.6; 1 pod not Ready as using nothing; 1.06666; True")]
    [InlineData(160_000, 0, 1, "pods that are not counted yet: 1.6; 1 pod without a value as using nothing; 1.06666; True")]
    [InlineData(160_000, 1, 1, "pods that are not counted yet: 1.6; 1 pod without a value as using nothing, 1 pod not Ready as using nothing; 0.8; True")]
    [InlineData(20_000, 0, 2, "pods that are not counted yet: 0.2; 2 pods without a value as using their whole request; 0.6; True")]
    [InlineData(20_000, 2, 1, "pods that are not counted yet: 0.2; 1 pod without a value as using their whole request; 0.46666; True")]
    [InlineData(20_000, 2, 0, null)]
    [InlineData(160_000, 0, 0, null)]
    public void Explanation_PodsThatAreNotCountedYet_SaysWhatTheyCountAs(long usageMilli, int unready, int missing, string? step)
    {
        var explanation = new HpaExplanation();
        var hpa = new HpaReconciler(Spec with { Metrics = [new PodsMetricSource { Name = "rps", Target = new MilliQuantity(50_000) }] });
        var pods = new PodsReading { ReadyPods = 2, UsageMilli = usageMilli, UnreadyPods = unready, MissingRequestsMilli = [.. Enumerable.Repeat(0L, missing)] };

        hpa.Reconcile(0, ScaleTargetStatus.AtRest(2 + unready + missing), [MetricReading.Of(pods)], explanation);

        var said = explanation.Steps.Where(s => s.Rule == "pods that are not counted yet").Select(s => $"{s.Rule}: {s.Input}; {s.Formula}; {s.Output}; {s.Changed}");
        Assert.Equal(step is null ? [] : [step], said);
    }

    [Fact]
    public void Explanation_OneMetric_HasNothingToChooseFrom()
    {
        var explanation = new HpaExplanation();

        new HpaReconciler(Spec).Reconcile(0, ScaleTargetStatus.AtRest(5), [MetricReading.Of(80_000)], explanation);

        Assert.DoesNotContain(explanation.Steps, step => step.Rule.StartsWith("choice", StringComparison.Ordinal));
    }
}
