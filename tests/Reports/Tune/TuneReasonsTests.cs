using KedaStack.Reports.Tune;
using KedaStack.Resources.Workloads;
using KedaStack.Scaling.Simulation.Scenarios;
using KedaStack.Scaling.Tuning;
using KedaStack.Tests.Scaling.Tuning;

namespace KedaStack.Tests.Reports.Tune;

public sealed class TuneReasonsTests
{
    [Theory]
    [InlineData(TuningEnd.Budget, 0, "Nothing but today's settings could be tried within the budget; give it more seconds.")]
    [InlineData(TuningEnd.Budget, 1234, "1,234 different settings tried within the budget; --candidates 1234 --seed 1 repeats this.")]
    [InlineData(TuningEnd.Interrupted, 0, "Stopped before anything was tried.")]
    [InlineData(TuningEnd.Interrupted, 7, "7 different settings tried until it was stopped; --candidates 7 --seed 1 repeats this.")]
    [InlineData(TuningEnd.Exhausted, 9, "9 different settings tried, all there are.")]
    [InlineData(TuningEnd.Complete, 10_000, "10,000 different settings tried.")]
    public void End_OfASearch_IsSaid(TuningEnd end, int candidates, string text)
    {
        var problem = Problems.Of("0s:30");
        var report = new TuneReport
        {
            Stack = "dev",
            Traffics = [],
            World = new SimulatedWorld { Pods = new PodModel() },
            Problem = problem,
            Options = new TuningOptions { Seed = 1 },
            Result = problem.Tune(2) with { Candidates = candidates, End = end },
        };

        Assert.Equal(text, TuneReasons.End(report));
    }
}
