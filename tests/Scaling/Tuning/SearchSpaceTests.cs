using System.Globalization;
using KedaStack.Infra.Settings.Catalogue;
using KedaStack.Scaling.Hpa.Spec;
using KedaStack.Scaling.Keda;
using KedaStack.Scaling.Simulation.Scenarios;
using KedaStack.Scaling.Tuning.Search;
using KedaStack.Tests.Scaling.Simulation;

namespace KedaStack.Tests.Scaling.Tuning;

public sealed class SearchSpaceTests
{
    [Fact]
    public void TunableSettings_AreSettings() =>
        Assert.All(TunableSetting.All, setting => Assert.NotNull(SettingsCatalogue.Find(setting.Name)));

    [Fact]
    public void Knobs_EachHoldsTodaysValueAndSetsEachValue() => Assert.All(Knobs(Problems.Of(Problems.Burst)), knob =>
    {
        Assert.True(knob.HoldsToday);
        Assert.Equal(knob.Values.Count, knob.Values.Distinct().Count());
        var changed = Enumerable.Range(0, knob.Values.Count).Select(position => knob.Set(Scenarios.DemoSettings, position)).ToList();
        Assert.Equal(Scenarios.DemoSettings, changed[knob.Today]);
        Assert.Equal(knob.Values.Count, changed.Distinct().Count());
    });

    [Fact]
    public void Knobs_MinimumAboveZero_LeavePollingAndCooldownAlone()
    {
        var result = Problems.Of(Problems.Burst).Tune(1);

        Assert.Equal(["pollingInterval", "cooldownPeriod", "minReplicaCount"], result.Skipped.Select(skip => skip.Name));
        Assert.DoesNotContain(result.Knobs, knob => knob.Name is TunableSetting.PollingInterval or TunableSetting.CooldownPeriod);
    }

    [Fact]
    public void Knobs_WithFallback_TunePolling() => Assert.Contains(
        Knobs(Problems.Of(Scenarios.DemoSettings with { Fallback = new Fallback(3, 5, FallbackBehavior.Static) }, Problems.Burst)),
        knob => knob.Name == TunableSetting.PollingInterval);

    [Fact]
    public void Knobs_CapacityOnlyAssumed_TryNoThresholdAboveTodays()
    {
        var assumed = Problems.Of(Problems.Burst) with { IsCapacityKnown = false };
        var ranged = assumed with { Ranges = [new KnobRange("threshold", 5, 15)] };

        Assert.Equal("16", Knobs(Problems.Of(Problems.Burst))[0].Values[^1]);
        Assert.Equal("10", Knobs(assumed)[0].Values[^1]);
        Assert.Contains(assumed.Tune(1).Skipped, skip => skip.Name == "threshold");
        Assert.Equal("15", Knobs(ranged)[0].Values[^1]);
        Assert.DoesNotContain(ranged.Tune(1).Skipped, skip => skip.Name == "threshold");
    }

    [Fact]
    public void Knobs_CountedByAnIngress_TryZero()
    {
        var problem = Problems.Of(Problems.Burst);
        var knobs = Knobs(problem with { Scenarios = [problem.Scenarios[0] with { Origin = MetricOrigin.Ingress }] });

        Assert.Equal("0", knobs.Single(knob => knob.Name == TunableSetting.MinReplicaCount).Values[0]);
        Assert.Contains(knobs, knob => knob.Name == TunableSetting.CooldownPeriod);
    }

    [Fact]
    public void Knobs_DisabledDirection_IsLeftAlone()
    {
        var behavior = new HorizontalPodAutoscalerBehavior(null, new ScalingRules { SelectPolicy = SelectPolicy.Disabled });
        var result = Problems.Of(Scenarios.DemoSettings with { Behavior = behavior }, Problems.Burst).Tune(1);

        Assert.Equal(
            [TunableSetting.ScaleDownWindow, TunableSetting.ScaleDownPolicies],
            result.Skipped.Where(skip => skip.Reason == "scaleDownSelectPolicy is Disabled: this direction does not scale.").Select(skip => skip.Name));
    }

    [Fact]
    public void Knobs_MaximumWithNodes_StaysWithinTheirRoom()
    {
        var problem = Problems.Of(Problems.Burst);
        var pool = new NodePool { PodsPerNode = 4, MaxNodes = 3 };
        var knob = Knobs(problem with { Scenarios = [problem.Scenarios[0] with { Nodes = pool }] })
            .Single(knob => knob.Name == TunableSetting.MaxReplicaCount);

        Assert.Equal("12", knob.Values[^1]);
    }

    [Fact]
    public void Only_AndFixed_ChooseTheKnobs()
    {
        var problem = Problems.Of(Problems.Burst);

        Assert.Equal(["threshold", "window"], Names(problem with { Only = ["window", "threshold"] }));
        Assert.Equal(["threshold"], Names(problem with { Only = ["window", "threshold"], Fixed = ["window"] }));
        Assert.DoesNotContain("maxReplicaCount", Names(problem with { Fixed = ["maxReplicaCount"] }));
    }

    [Fact]
    public void Range_HoldsItsEndsAndNothingBeyond()
    {
        var knob = Knobs(Problems.Of(Problems.Burst) with { Ranges = [new KnobRange("threshold", 11, 15.5m)] })[0];

        Assert.Equal(["11", "12", "13", "14", "15", "15.5"], knob.Values);
        Assert.Equal((false, "10", 0), (knob.HoldsToday, knob.TodayValue, knob.Today));
    }

    [Fact]
    public void Range_WithoutToday_IsKeptByWhatIsRecommended()
    {
        var result = (Problems.Of(Problems.Burst) with { Ranges = [new KnobRange("maxReplicaCount", 20, 30)] }).Tune(60);

        Assert.All(result.Front.Where(point => point.Changes.Count > 0), point => Assert.InRange(point.Settings.MaxReplicaCount, 20, 30));
    }

    [Fact]
    public void Range_ThatServesWorseThanToday_IsKeptByWhatIsRecommended()
    {
        var result = (Problems.Of(Problems.Burst) with { Ranges = [new KnobRange("maxReplicaCount", 1, 2)] }).Tune(60);

        Assert.InRange(result.Recommended.Settings.MaxReplicaCount, 1, 2);
        Assert.All(result.Front, point => Assert.InRange(point.Settings.MaxReplicaCount, 1, 2));
        Assert.Contains(result.Front, point => point.Total.UnmetRequests <= result.Recommended.Total.UnmetRequests);
        Assert.True(result.IsAllowed);
        Assert.Equal(10, result.Today.Settings.MaxReplicaCount);
    }

    [Fact]
    public void Window_WithAFixedScrapeInterval_HoldsFourScrapes()
    {
        var settings = Scenarios.DemoSettings with { ScrapeInterval = TimeSpan.FromSeconds(30), Window = TimeSpan.FromSeconds(60) };
        var knob = Knobs(Problems.Of(settings, Problems.Burst) with { Only = ["window"] })[0];

        Assert.Equal(["1m", "2m", "3m", "4m", "5m", "10m"], knob.Values);
    }

    [Fact]
    public void Errors_WithoutLoads_SayIt() =>
        Assert.Equal(["There is no load to tune for."], new TuningProblem { Scenarios = [] }.Errors());

    [Fact]
    public void Errors_UnlimitedPods_SayIt()
    {
        var problem = Problems.Of(Problems.Burst);

        Assert.Equal(
            ["Pods of unlimited capacity leave no request unmet: say what a pod can serve."],
            (problem with { Scenarios = [problem.Scenarios[0] with { Pods = new PodModel() }] }).Errors());
    }

    [Theory]
    [InlineData("No value of maxReplicaCount goes with the settings that stay as they are.", "maxReplicaCount", "minReplicaCount=11..11", "maxReplicaCount=5..8")]
    [InlineData("Every minReplicaCount to try is above every maxReplicaCount to try.", "minReplicaCount maxReplicaCount", "minReplicaCount=9..11", "maxReplicaCount=5..8")]
    [InlineData("No window of those to try holds four of the scrape intervals to try.", "window scrapeInterval", "window=20..60", "scrapeInterval=30..60")]
    [InlineData("Nothing is left to tune: cooldownPeriod: It does nothing while minReplicaCount is 1 or more: it only delays the way from 1 replica to 0.", "cooldownPeriod")]
    public void Errors_NothingFits_SayIt(string error, string only, params string[] ranges)
    {
        var settings = Scenarios.DemoSettings with { MinReplicaCount = 9 };
        var problem = Problems.Of(settings, Problems.Burst) with
        {
            Only = only.Split(' '),
            Ranges = [.. ranges.Select(range => range.Split('=', '.')).Select(parts => new KnobRange(parts[0], Number(parts[1]), Number(parts[^1])))],
        };

        Assert.Equal([error], problem.Errors());
        Assert.Equal(error, Assert.Throws<ArgumentException>(() => problem.Tune()).Message.Split(" (Parameter")[0]);
    }

    private static IReadOnlyList<Knob> Knobs(TuningProblem problem) => problem.Tune(1).Knobs;

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static IEnumerable<string> Names(TuningProblem problem) => Knobs(problem).Select(knob => knob.Name);
}
