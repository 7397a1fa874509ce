using KedaStack.Scaling;
using KedaStack.Scaling.Explain;
using KedaStack.Scaling.Explain.Answers;
using KedaStack.Scaling.Explain.Forecast;
using KedaStack.Scaling.Hpa.Spec;
using KedaStack.Scaling.Keda;
using KedaStack.Scaling.Keda.Modifiers;
using KedaStack.Scaling.Keda.Semantics;
using KedaStack.Scaling.Keda.Triggers;
using KedaStack.Scaling.Keda.Triggers.Config;
using KedaStack.Scaling.Keda.Triggers.Cron;
using KedaStack.Scaling.Keda.Triggers.Reading;
using KedaStack.Scaling.Quantities;

namespace KedaStack.Tests.Scaling.Explain;

public sealed class TriggersExplanationTests
{
    private static readonly ResourceTrigger _cpu = new()
    {
        Resource = "cpu",
        TriggerIndex = 2,
        MetricType = MetricTargetType.Utilization,
        Value = new MilliQuantity(60_000),
    };

    // The specification's vectors: the ramp of a cron window from 1 replica, and its dead band.
    [Theory]
    [InlineData(5, 1, "0s 1->4, 15s 4->5")]
    [InlineData(11, 1, "0s 1->4, 15s 4->8, 30s 8->11")]
    [InlineData(45, 1, "0s 1->4, 15s 4->8, 30s 8->16, 45s 16->32, 60s 32->45")]
    [InlineData(9, 10, "")]
    [InlineData(11, 10, "")]
    [InlineData(89, 10, "0s 10->20, 15s 20->40, 30s 40->80, 45s 80->89")]
    public void Cron_WithoutBehavior_RampsAsKubernetesDoes(int desired, int current, string path)
    {
        var explanation = Explain(current, Cron(desired, "0 8 * * *", "0 18 * * *", "2026-03-30T12:00Z"));

        Assert.Equal(path, Cases.Path(explanation.Forecast));
    }

    [Fact]
    public void Rules_OfSeveralTriggers_NameEach()
    {
        var rules = Explain(4, Queue(0, "120"), Cpu(43)).Rules.Select(rule => rule.Rule).ToList();

        Assert.Contains(rules, rule => rule.StartsWith("activity of ", StringComparison.Ordinal));
        Assert.DoesNotContain("activity", rules);
    }

    [Fact]
    public void Polling_CpuAlone_CountsAsActive() => Assert.Equal(
        "cpu and memory only, which count as active", Explain(4, Cpu(43)).Rules.Single(rule => rule.Rule == "KEDA's polling loop").Input);

    // The first proposal of 22 is cut to 20, from where 22 is within tolerance. Without behavior the window of five minutes still holds
    // it, and the next sync goes on; with behavior scaling out has no window.
    [Theory]
    [InlineData(false, "0s 10->20, 15s 20->22")]
    [InlineData(true, "0s 10->20")]
    public void Cron_CutNearItsCount_StopsThereWithBehaviorOnly(bool hasBehavior, string path)
    {
        var cron = Cron(22, "0 8 * * *", "0 18 * * *", "2026-03-30T12:00Z");
        var behavior = new HorizontalPodAutoscalerBehavior(
            new ScalingRules { Policies = [new ScalingPolicy(ScalingPolicyType.Percent, 100, TimeSpan.FromSeconds(15))] }, null);
        var scaledObject = Of([cron.Trigger]) with { Behavior = hasBehavior ? behavior : null };

        Assert.Equal(path, Cases.Path(ScalingExplanation.Of(scaledObject, [cron], 10).Forecast));
    }

    [Fact]
    public void Metrics_ThreeTriggers_HighestWinsAndEachHasItsEdges()
    {
        var explanation = Explain(4, Queue(0, "120"), Cron(10, "0 8 * * 1-5", "0 18 * * 1-5", "2026-03-30T12:00Z") with { Name = "cron" }, Cpu(43));
        var (queue, cron, cpu) = (explanation.Metrics[0], explanation.Metrics[1], explanation.Metrics[2]);

        Assert.Equal((24, 10, 3), (queue.Proposal, cron.Proposal, cpu.Proposal));
        Assert.Equal((true, false, false), (queue.Wins, cron.Wins, cpu.Wins));
        Assert.Equal((132_001L, 107_999L), (queue.AtRest!.More!.Value.ValueMilli, queue.AtRest.Less!.Value.ValueMilli));
        Assert.Equal((67_000L, null), (cpu.AtRest!.More!.Value.ValueMilli, cpu.AtRest.Less?.ValueMilli));
        Assert.Equal((54_000L, 66_000L), (cpu.AtRest.Tolerance!.Value.LowestMilli, cpu.AtRest.Tolerance.Value.HighestMilli));
        Assert.Equal((DateTimeOffset.Parse("2026-03-30T18:00Z", null), false, 24), (cron.Change!.At, cron.Change.Opens, cron.Change.Replicas));
    }

    // What the pods use in sum is spread over more of them.
    [Theory]
    [InlineData(95, 5, "0s 5->8")]
    [InlineData(54, 5, "")]
    [InlineData(30, 8, "300s 8->4")]
    public void Cpu_Usage_IsSpreadOverThePods(int percent, int current, string path) =>
        Assert.Equal(path, Cases.Path(Explain(current, Cpu(percent)).Forecast));

    [Fact]
    public void Failure_OfOneTrigger_ScalesOutButNeverIn()
    {
        var failed = Queue(0, "error") with { Reading = ScalerReading.Failed("no") };

        Assert.Equal("0s 4->6", Cases.Path(Explain(4, failed, Queue(1, "30")).Forecast));
        Assert.Equal("", Cases.Path(Explain(4, failed, Queue(1, "5")).Forecast));
    }

    [Fact]
    public void Outage_WithAFallback_IsToldCheckByCheck()
    {
        var failed = Queue(0, "error") with { Reading = ScalerReading.Failed("no") };
        var scaledObject = Of([failed.Trigger]) with { MinReplicaCount = 1, Fallback = new Fallback(2, 6) };
        var outage = ScalingExplanation.Of(scaledObject, [failed], 3).Outage!;

        Assert.Equal(
            "Hpa 1 error, Keda 2, Hpa 3 30, Hpa 4 30",
            string.Join(", ", outage.Checks.Take(4).Select(check =>
                $"{check.By} {check.Failures}" + (check.By == ScalingActor.Keda ? "" : check.ValueMilli is { } value ? $" {value / 1000}" : " error"))));
        Assert.Equal(["True 6", "False 3"], outage.Variants.Select(variant => $"{variant.IsOwn} {variant.Forecast.ReplicasAtEnd}"));
    }

    [Fact]
    public void Formula_ItsEdges_AreWhereTheCountChanges()
    {
        var (a, b) = (Queue(0, "30"), Queue(1, "4"));
        TriggerAnswer[] answers = [a with { Trigger = ((OtherTrigger)a.Trigger) with { Name = "a" } }, b with { Trigger = ((OtherTrigger)b.Trigger) with { Name = "b" } }];
        var scaledObject = Of([.. answers.Select(answer => answer.Trigger)]) with
        {
            MinReplicaCount = 1,
            Modifiers = ScalingModifiers.Read("a > 50 ? 40 : b * 2", "4", "", "", ["a", "b"], out _)!,
        };
        var explanation = ScalingExplanation.Of(scaledObject, answers, 2);

        Assert.Equal(2, explanation.Forecast.ReplicasAtEnd);
        Assert.Equal((50_001L, 10), (explanation.Metrics[0].AtRest!.More!.Value.ValueMilli, explanation.Metrics[0].AtRest!.More!.Value.Replicas));
        Assert.Equal((4_401L, 3), (explanation.Metrics[1].AtRest!.More!.Value.ValueMilli, explanation.Metrics[1].AtRest!.More!.Value.Replicas));
        Assert.True(explanation.Metrics[2].Wins);
    }

    // What a formula makes is active above activationTarget, not at it, whatever its triggers' own activations are.
    [Theory]
    [InlineData("10", "20 > activationTarget 20; the triggers' own do not count", "not active", "0 replicas, no trigger is active", "nothing is written")]
    [InlineData("10.001", "20002m > activationTarget 20; the triggers' own do not count", "active", "0 replicas, a trigger is active", "set to 1 replica")]
    [InlineData("error", "without a value not active", "not active", "0 replicas, a trigger is in error, none is active", "nothing is written")]
    public void Formula_Activation_IsAboveItsTarget(string value, string formula, string activity, string poll, string written)
    {
        var queue = Queue(0, value);
        var answer = queue with { Trigger = ((OtherTrigger)queue.Trigger) with { Name = "a" } };
        var scaledObject = Of([answer.Trigger]) with { Modifiers = ScalingModifiers.Read("a * 2", "4", "20", "", ["a"], out _)! };

        var rules = ScalingExplanation.Of(scaledObject, [answer], 0).Rules;

        var active = rules.Single(rule => rule.Rule == "activity");
        var loop = rules.Single(rule => rule.Rule == "KEDA's polling loop");
        Assert.Equal((formula, activity, poll, written), (active.Formula, active.Output, loop.Input, loop.Output));
        Assert.DoesNotContain(rules, rule => rule.Rule.StartsWith("metric for the HPA", StringComparison.Ordinal));
    }

    // Up to KEDA 2.18 the polling loop knows no fallback: it sees the error, whatever the formula's fallback would give the HPA.
    [Theory]
    [InlineData(18, "0 replicas, a trigger is in error, none is active", "nothing is written", "not active")]
    [InlineData(19, "0 replicas, a trigger is active", "set to 1 replica", "active")]
    public void Formula_OnItsFallback_IsActiveSinceTheLoopKnowsIt(int minor, string poll, string written, string activity)
    {
        var queue = Queue(0, "error");
        var answer = queue with { Trigger = ((OtherTrigger)queue.Trigger) with { Name = "a" } };
        var scaledObject = Of([answer.Trigger]) with
        {
            Fallback = new Fallback(0, 6),
            Modifiers = ScalingModifiers.Read("a * 2", "4", "20", "", ["a"], out _)!,
        };
        var semantics = ScalingSemantics.Default with { Keda = KedaSemantics.ForVersion(minor) };

        var rules = ScalingExplanation.Of(scaledObject, [answer], 0, semantics).Rules;

        var loop = rules.Single(rule => rule.Rule == "KEDA's polling loop");
        Assert.Equal((poll, written), (loop.Input, loop.Output));
        Assert.Equal(activity, rules.Single(rule => rule.Rule == "activity").Output);
    }

    // The specification's cases of Berlin: a start that does not fire keeps the window before it open, an end keeps the one before it closed.
    [Theory]
    [InlineData("30 2 * * *", "0 6 * * *", true, "opens 03-28 02:30, closes 03-29 06:00, opens 03-30 02:30, closes 03-30 06:00")]
    [InlineData("0 22 * * *", "30 2 * * *", false, "opens 03-27 22:00, closes 03-28 02:30, opens 03-29 22:00, closes 03-30 02:30")]
    [InlineData("0 1 * * *", "0 4 * * *", null, "")]
    public void SkippedFiring_OfBerlinInSpring_IsFound(string start, string end, bool? isStart, string changes)
    {
        var cron = (CronTrigger)Cron(3, start, end, "2026-02-01T00:00Z", "Europe/Berlin").Trigger;
        var skipped = SkippedFiring.Next(cron, DateTimeOffset.Parse("2026-02-01T00:00Z", null));

        Assert.Equal(isStart, skipped?.IsStart);
        Assert.Equal(changes, string.Join(", ", (skipped?.Changes ?? []).Select(change =>
            $"{(change.Opens ? "opens" : "closes")} {change.At.ToString("MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture)}")));
    }

    private static TriggerAnswer Queue(int index, string value) => new(
        FormattableString.Invariant($"s{index}"),
        new OtherTrigger { ScalerType = "redis", Metadata = new Dictionary<string, string>(), TriggerIndex = index, TargetValue = new MilliQuantity(5_000) },
        value,
        double.TryParse(value, out var number) ? ScalerReading.Of(number) : ScalerReading.Failed(value));

    private static TriggerAnswer Cpu(int percent) => new("cpu", _cpu, $"{percent}%", ScalerReading.Of(percent));

    private static TriggerAnswer Cron(int desired, string start, string end, string at, string zone = "Etc/UTC") => CronMoment.Answer(
        "cron",
        (CronTrigger)TriggerReader.Read(new TriggerDefinition
        {
            Type = CronTrigger.TypeName,
            TriggerIndex = 1,
            Metadata = new Dictionary<string, string>
            {
                ["timezone"] = zone,
                ["start"] = start,
                ["end"] = end,
                ["desiredReplicas"] = FormattableString.Invariant($"{desired}"),
            },
        }).Trigger!,
        DateTimeOffset.Parse(at, null));

    private static ScaledObject Of(IReadOnlyList<Trigger> triggers) => new() { Name = "app", MaxReplicaCount = 100, Triggers = triggers };

    private static ScalingExplanation Explain(int current, params TriggerAnswer[] answers) =>
        ScalingExplanation.Of(Of([.. answers.Select(answer => answer.Trigger)]), answers, current);
}
