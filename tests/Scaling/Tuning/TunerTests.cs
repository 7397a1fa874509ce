using System.Globalization;
using KedaStack.Scaling.Tuning;
using KedaStack.Scaling.Tuning.Evaluation;
using KedaStack.Scaling.Tuning.Search;
using KedaStack.Tests.Scaling.Simulation;

namespace KedaStack.Tests.Scaling.Tuning;

public sealed class TunerTests
{
    private static readonly string[] _twoNumbers = [TunableSetting.Threshold, TunableSetting.MaxReplicaCount];

    [Fact]
    public void Run_SameSeed_IsTheSameWhateverTheParallelism()
    {
        var texts = ((int[])[1, 2, 7, 1]).Select(parallelism =>
            Problems.Text(Tuner.Run(Problems.Of(Problems.Burst), Problems.Few(300) with { Parallelism = parallelism })));

        Assert.Single(texts.ToHashSet());
    }

    [Fact]
    public void Run_OtherSeed_TriesOthers() =>
        Assert.NotEqual(Problems.Text(Problems.Of(Problems.Burst).Tune(seed: 1)), Problems.Text(Problems.Of(Problems.Burst).Tune(seed: 2)));

    [Fact]
    public void Run_InAnotherCulture_IsTheSame()
    {
        var invariant = Problems.Text(Problems.Of(Problems.Burst).Tune(60));
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("fa-IR") { NumberFormat = { NegativeSign = "~", NumberDecimalSeparator = "," } };
            Assert.Equal(invariant, Problems.Text(Problems.Of(Problems.Burst).Tune(60)));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Run_WithinABudget_IsRepeatedByAsManyCandidates()
    {
        var problem = Problems.Of(Problems.Burst);
        var budget = Tuner.Run(problem, Problems.Few(100_000) with { Budget = TimeSpan.FromSeconds(10), Time = new SteadyClock() });

        Assert.Equal(TuningEnd.Budget, budget.End);
        Assert.InRange(budget.Candidates, 10, 1000);
        Assert.Equal(Problems.Text(budget), Problems.Text(problem.Tune(budget.Candidates)));
    }

    [Fact]
    public void Run_Interrupted_GivesTheBestSoFarWhichIsRepeatable()
    {
        using var stop = new CancellationTokenSource();
        var problem = Problems.Of(Problems.Burst);
        var result = Tuner.Run(problem, Problems.Few(100_000) with { Progress = new CancelAfter(stop, 150) }, stop.Token);

        Assert.Equal(TuningEnd.Interrupted, result.End);
        Assert.InRange(result.Candidates, 100, 200);
        Assert.Equal(Problems.Text(problem.Tune(result.Candidates)), Problems.Text(result));
    }

    [Fact]
    public void Run_InterruptedAtOnce_RecommendsTodaysSettings()
    {
        var result = Tuner.Run(Problems.Of(Problems.Burst), Problems.Few(), new CancellationToken(canceled: true));

        Assert.Equal((TuningEnd.Interrupted, 0), (result.End, result.Candidates));
        Assert.Equal(result.Today.Settings, result.Recommended.Settings);
        Assert.Empty(result.Effects);
    }

    [Fact]
    public void Run_SmallSpace_TriesAllOfItAndFindsTheOptimum()
    {
        var problem = Problems.Of(Problems.Burst) with { Only = _twoNumbers, MaxUnmetShare = 0.08m };
        var result = problem.Tune(10_000);
        var figures = Everything(problem, result.Knobs);
        var allowed = figures.Where(point => point.Objectives.UnmetRequests <= result.Bounds[0].UnmetRequests
            && point.Objectives.Flaps <= result.Bounds[0].Flaps).ToList();

        Assert.Equal((TuningEnd.Exhausted, figures.Count), (result.End, result.Candidates));
        Assert.True(result.IsAllowed);
        Assert.InRange(result.Recommended.Total.ReplicaHours, 0, allowed.Min(point => point.Objectives.ReplicaHours) * 1.03m);
        Assert.Contains(result.Recommended.Total, allowed);
    }

    [Theory]
    [InlineData("0s:30, 3m:150, 8m:10", 1)]
    [InlineData("0s:100, 5m:20, 10m:100", 2)]
    [InlineData("0s:0, 5m:300", 3)]
    [InlineData("0s:5", 4)]
    public void Run_AnyLoad_RecommendsWhatIsNotFartherFromTheBoundsThanToday(string traffic, ulong seed)
    {
        var result = Problems.Of(traffic).Tune(100, seed);
        var (bounds, today, recommended) = (result.Bounds[0], result.Today.Total, result.Recommended.Total);

        Assert.InRange(recommended.UnmetRequests, 0, Math.Max(bounds.UnmetRequests, today.UnmetRequests));
        Assert.InRange(recommended.Flaps, 0, Math.Max(bounds.Flaps, today.Flaps));
        Assert.Equal(result.IsAllowed, recommended.UnmetRequests <= bounds.UnmetRequests && recommended.Flaps <= bounds.Flaps);
    }

    [Fact]
    public void Run_SeveralLoads_KeepsTheBoundsOfEach()
    {
        var result = Problems.Of(Problems.Burst, "0s:60, 10m:5").Tune();

        Assert.True(result.IsAllowed);
        Assert.All(
            result.Recommended.Traffics.Zip(result.Bounds),
            pair => Assert.True(pair.First.UnmetRequests <= pair.Second.UnmetRequests && pair.First.Flaps <= pair.Second.Flaps));
        Assert.Equal(result.Recommended.Total.ReplicaHours, result.Recommended.Traffics.Sum(figures => figures.ReplicaHours));
    }

    [Fact]
    public void Run_Front_IsDominatedByNothingConfirmed()
    {
        var result = Problems.Of(Problems.Burst).Tune(300);

        Assert.True(result.Front.Count > 3);
        Assert.All(result.Front, point => Assert.DoesNotContain(
            result.Front.Append(result.Today).Append(result.Recommended), other => other.Total.Objectives.Dominates(point.Total.Objectives)));
        Assert.Equal(result.Front.OrderBy(point => point.Total.UnmetRequests), result.Front);
    }

    [Fact]
    public void Run_Front_CanBeDeployed()
    {
        var result = Problems.Of(Problems.Burst).Tune(300);

        Assert.All(result.Front, point =>
        {
            Assert.True(point.Settings.MinReplicaCount <= point.Settings.MaxReplicaCount);
            Assert.True(point.Settings.Window >= 4 * point.Settings.ScrapeInterval);
        });
    }

    [Fact]
    public void Run_Recommended_HasNoChangeThatDoesNotMatter()
    {
        var result = Problems.Of(Problems.Burst).Tune(300);

        Assert.NotEmpty(result.Effects);
        Assert.Equal(result.Recommended.Changes.Select(change => change.Name), result.Effects.Select(effect => effect.Name));
        Assert.All(result.Effects, effect => Assert.False(
            effect.IsAllowedWithout && effect.Without!.ReplicaHours <= result.Recommended.Total.ReplicaHours));
    }

    [Fact]
    public void Run_ThatStartsCold_CountsFromTheBeginning()
    {
        var atRest = Problems.Of("0s:100");
        var cold = atRest with { Scenarios = [atRest.Scenarios[0] with { InitialReplicas = 1 }] };

        Assert.Equal(0, atRest.Tune(20).Today.Total.UnmetRequests);
        Assert.InRange(cold.Tune(20).Today.Total.UnmetRequests, 1000, 100_000);
    }

    [Fact]
    public void Run_NothingBetterFound_RecommendsNoChange()
    {
        var result = (Problems.Of("0s:30") with { Only = [TunableSetting.ScaleUpWindow] }).Tune();

        Assert.Equal(result.Today.Total, result.Recommended.Total);
        Assert.Empty(result.Recommended.Changes);
    }

    // Today's figures of a problem are those of its settings, with the seeds of the confirmation.
    private static List<TuningFigures> Everything(TuningProblem problem, IReadOnlyList<Knob> knobs) =>
    [
        .. from first in Enumerable.Range(0, knobs[0].Values.Count)
        from second in Enumerable.Range(0, knobs[1].Values.Count)
        let settings = knobs[1].Set(knobs[0].Set(Scenarios.DemoSettings, first), second)
        select Tuner.Run(
            problem with { Scenarios = [problem.Scenarios[0] with { Settings = settings }] },
            Problems.Few(),
            new CancellationToken(canceled: true)).Today.Total,
    ];

    private sealed class CancelAfter(CancellationTokenSource source, int candidates) : IProgress<TuningProgress>
    {
        public void Report(TuningProgress value)
        {
            if (value.Candidates >= candidates)
            {
                source.Cancel();
            }
        }
    }

    // Each look at it takes 10 ms.
    private sealed class SteadyClock : TimeProvider
    {
        private long _looks;

        public override long TimestampFrequency => 100;

        public override long GetTimestamp() => Interlocked.Increment(ref _looks);
    }
}
