using KedaStack.Local;
using KedaStack.Local.Comparison;
using KedaStack.Local.Watching;
using KedaStack.Scaling.Hpa.Semantics;
using KedaStack.Tests.Local.Faults;
using KedaStack.Tests.Workload.Scripts.Running;

namespace KedaStack.Tests.Local;

/// <summary>The whole loop, against the times that the specification of the scaling gives, and against the simulation.</summary>
[Collection(QuietMachine.Name)]
public sealed class LocalRunTests
{
    // A process starts in a moment that is long at this speed.
    private static readonly TimeSpan _slack = TimeSpan.FromSeconds(1) * LocalRuns.Speed;
    private static readonly TimeSpan _loadEnds = TimeSpan.FromMinutes(3);

    // A machine that stood still for longer than a sync interval made the run miss what the simulation saw.
    private const int MostAttempts = 3;
    private static readonly TimeSpan _stalled = 2 * HpaSemantics.Default.SyncPeriod;

    [PythonFact]
    public async Task Run_DefaultSettings_ScalesAsPredictedAndLosesNoRequest()
    {
        var options = await LocalRuns.OptionsAsync("0s:150,3m:0", TimeSpan.FromMinutes(11));
        // With a real Prometheus where there is one.
        var result = (await RunAsync(options with { UseBuiltInScraper = false }))[0];

        var steps = string.Join(", ", result.Decisions.Select(decision => $"{decision.Decision.To} at {decision.Time.TotalSeconds}"));
        Assert.True(result.Decisions[0].Decision.To is > 1 and <= 4, steps);
        var ten = result.Decisions.First(decision => decision.Decision.To == 10).Time;
        Assert.True(ten > TimeSpan.FromSeconds(45) && ten < TimeSpan.FromSeconds(130) + _slack, steps);
        var (last, tail) = (result.Decisions[^1], result.Decisions[^1].Time - _loadEnds);
        Assert.True(last.Decision.To == 1 && tail > TimeSpan.FromSeconds(380) - _slack && tail < TimeSpan.FromSeconds(420) + _slack, steps);
        Assert.All(result.Decisions, decision => Assert.NotEqual("", decision.Reason));

        Assert.True(result.Requests.NoneLost && result.Requests.AllScraped, result.Requests.ToString());
        // A busy machine lets the generators send fewer than they are meant to.
        Assert.True(result.Requests.Sent > 100, result.Requests.ToString());

        AssertAgrees(result);
    }

    [LocalPrometheusFact]
    public async Task Runs_PrometheusAndBuiltInScraper_AreTheSame()
    {
        // Scrapes close to each other, since where they fall in their interval is not the same in both; and a load in the
        // middle between two steps of the replicas, since a busy machine scrapes late, and the value is off by some percent.
        var options = await LocalRuns.OptionsAsync(
            "0s:75,150s:0", TimeSpan.FromMinutes(7), "scaleDownStabilizationWindowSeconds=60", "scrapeInterval=10s");
        var results = await RunAsync(options with { UseBuiltInScraper = false }, options);

        var (real, builtIn) = (results[0], results[1]);
        AssertUpAndDown(real, LocalMetricsKind.OwnServer);
        AssertUpAndDown(builtIn, LocalMetricsKind.BuiltIn);
        var difference = ReplicaDifference.Of(Steps(real), Steps(builtIn), real.Duration);
        var sync = new[] { real, builtIn }.Max(result => result.Comparison.SyncPeriod);
        Assert.True(difference.LongestApart <= sync, $"{difference}; {Text(real)}; {Text(builtIn)}");
    }

    private static async Task<LocalRunResult[]> RunAsync(params LocalRunOptions[] options)
    {
        for (var attempt = 1; ; attempt++)
        {
            var runs = options.Select(LocalRun.Start).ToArray();
            try
            {
                var results = await Task.WhenAll(runs.Select(run => run.Completion));
                if (attempt == MostAttempts || results.All(result => result.Comparison.Agrees || result.Comparison.SyncPeriod <= _stalled))
                {
                    return results;
                }
            }
            finally
            {
                await Task.WhenAll(runs.Select(run => run.DisposeAsync().AsTask()));
            }
        }
    }

    private static ReplicaSteps Steps(LocalRunResult result) => new(
        result.Plan.InitialReplicas, [.. result.Decisions.Select(decision => (decision.Time, decision.Decision.To))]);

    private static void AssertUpAndDown(LocalRunResult result, LocalMetricsKind kind)
    {
        Assert.Equal(kind, result.Metrics.Kind);
        Assert.Equal(1, result.Decisions[^1].Decision.To);
        Assert.True(result.Decisions.Max(decision => decision.Decision.To) >= 5, Text(result));
        Assert.True(result.Requests.NoneLost && result.Requests.AllScraped, result.Requests.ToString());
        AssertAgrees(result);
    }

    private static string Text(LocalRunResult result) => string.Join(
        ", ", result.Decisions.Select(decision => FormattableString.Invariant($"{decision.Decision.To} at {decision.Decision.AtMilliseconds}")));

    private static void AssertAgrees(LocalRunResult result)
    {
        var predicted = string.Join(", ", result.Comparison.Prediction.Decisions.Select(decision => $"{decision.To} at {decision.AtMilliseconds}"));
        Assert.True(result.Comparison.Agrees, $"{result.Comparison with { Prediction = null! }}; run {Text(result)}; predicted {predicted}");
    }
}
