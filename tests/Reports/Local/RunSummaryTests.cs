using KedaStack.Local;
using KedaStack.Reports.Local;

namespace KedaStack.Tests.Reports.Local;

/// <summary>What came of a run, in words.</summary>
public sealed class RunSummaryTests
{
    private static readonly LocalRunResult _result = ScriptedRun.Ended();

    [Fact]
    public void Figures_WholeDemo_AreThoseOfTheDecisions()
    {
        var summary = RunSummary.Of(_result);

        Assert.Equal(
            ["Most replicas desired", "First step up", "Most replicas reached", "First step down after it", "Last step down", "Changes of the replicas"],
            summary.Figures.Select(row => row.Name));
        Assert.Equal(new SummaryRow("Most replicas desired", "10", "10"), summary.Figures[0]);
        Assert.Equal($"{_result.Decisions.Count}", summary.Figures[^1].Run);
        Assert.Equal($"{_result.Comparison.Prediction.Decisions.Count}", summary.Figures[^1].Predicted);
        Assert.All(summary.Figures, row => Assert.DoesNotContain("-", (string[])[row.Run, row.Predicted]));
    }

    [Fact]
    public void Figures_NothingChanged_HasNoTimes()
    {
        var summary = RunSummary.Of(_result with { Decisions = [] });

        Assert.Equal(["-", "-", "-", "-"], summary.Figures.Skip(1).SkipLast(1).Select(row => row.Run));
    }

    [Fact]
    public void Differences_Agreeing_SayHowFar() => Assert.Equal(
        [
            "Run and prediction agree: their desired replicas never differed by more than 1 for longer than one sync (15 s); 6.5 s was the longest.",
            "The largest difference of the desired replicas was 2, first at 5:31.",
            "The largest difference of the query value was 11.25 req/s, at 5:45.",
        ],
        RunSummary.Of(_result).Differences);

    [Fact]
    public void Differences_Apart_SayForHowLong() => Assert.Equal(
        "Run and prediction do not agree: their desired replicas differed by more than 1 for 40 s on end, longer than one sync (15 s).",
        RunSummary.Of(_result with { Comparison = _result.Comparison with { LongestApart = TimeSpan.FromSeconds(40) } }).Differences[0]);

    [Fact]
    public void Differences_None_SayIt() => Assert.Equal(
        [
            "Run and prediction agree: their desired replicas never differed by more than 1.",
            "The desired replicas were the predicted ones all the time.",
        ],
        RunSummary.Of(_result with
        {
            Comparison = _result.Comparison with
            {
                LongestApart = TimeSpan.Zero,
                LargestReplicaDifference = 0,
                LargestReplicaDifferenceAt = null,
                LargestMetricDifferenceMilli = 0,
            },
        }).Differences);

    [Fact]
    public void Requests_NoneLost_SayIt() => Assert.Equal(
        [
            "No request was lost: 54,000 were sent, answered and served once each.",
            "Prometheus held all of them, to the request.",
            "914 probes were made besides, which the app does not count.",
        ],
        RunSummary.Of(_result).Requests);

    [Fact]
    public void Requests_SomeLost_AreAccountedFor()
    {
        var account = _result.Requests with
        {
            Answered = 53_990,
            Failed = new Dictionary<string, long> { ["timeout"] = 1, ["reset"] = 9 },
            Served = 53_991,
            Dropped = 2,
            SilentReplicas = 1,
            Scraped = 53_900,
            Unscraped = 91,
        };

        Assert.Equal(
            [
                "54,000 requests were sent, 53,990 answered, 53,991 served by the replicas; 10 failed (reset 9, timeout 1); 2 came due and were not sent.",
                "1 replica and 0 load generators were killed and could not say what they counted.",
                "Prometheus held 53,900 of them; 91 were served after a replica's last scrape.",
                "914 probes were made besides, which the app does not count.",
            ],
            RunSummary.Of(_result with { Requests = account }).Requests);
    }
}
