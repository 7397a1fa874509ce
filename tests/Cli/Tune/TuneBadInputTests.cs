using KedaStack.Cli.Shell;

namespace KedaStack.Tests.Cli.Tune;

public sealed class TuneBadInputTests
{
    private const string Names = "threshold, window, scrapeInterval, pollingInterval, cooldownPeriod, minReplicaCount, maxReplicaCount, scaleUpStabilizationWindowSeconds, "
        + "scaleUpPolicies, scaleDownStabilizationWindowSeconds, scaleDownPolicies";

    [Theory]
    [InlineData("--only", "thresold", "--only: is not a setting that can be tuned (got \"thresold\"); did you mean threshold?")]
    [InlineData("--only", "location", "--only: is not a setting that can be tuned (got \"location\"); write one of " + Names)]
    [InlineData("--fix", "window,maxReplicas", "--fix: is not a setting that can be tuned (got \"maxReplicas\"); did you mean maxReplicaCount?")]
    [InlineData("--budget", "0", "--budget: is too small (got \"0\"); write a number from 0.1 to 86400")]
    [InlineData("--budget", "-5", "--budget: is too small (got \"-5\"); write a number from 0.1 to 86400")]
    [InlineData("--budget", "soon", "--budget: is not a number (got \"soon\"); write a number from 0.1 to 86400")]
    [InlineData("--candidates", "0", "--candidates: is too small (got \"0\"); write a whole number from 1 to 1000000")]
    [InlineData("--max-unmet", "101", "--max-unmet: is too large (got \"101\"); write a number from 0 to 100")]
    [InlineData("--max-flaps", "-1", "--max-flaps: is too small (got \"-1\"); write a number from 0 to 1000000")]
    [InlineData("--limit", "maxReplicaCount", "--limit: is not a range (got \"maxReplicaCount\"); write it like maxReplicaCount=5..20")]
    [InlineData("--limit", "maxReplicas=5..20", "--limit: is not a setting that can be tuned (got \"maxReplicas\"); did you mean maxReplicaCount?")]
    [InlineData("--limit", "maxReplicaCount=20..5", "--limit: begins above its end (got \"maxReplicaCount=20..5\"); write the lower value first")]
    [InlineData("--limit", "maxReplicaCount=5..x", "--limit: does not have two values of maxReplicaCount (got \"maxReplicaCount=5..x\"); write whole numbers from 1 to 10000, such as maxReplicaCount=5..20")]
    [InlineData("--limit", "maxReplicaCount=0..5", "--limit: goes beyond what is allowed (got \"maxReplicaCount=0..5\"); write whole numbers from 1 to 10000, such as maxReplicaCount=5..20")]
    [InlineData("--limit", "window=1..5", "--limit: does not have two values of window (got \"window=1..5\"); write Prometheus durations from 1s to 1d, such as window=1m..5m")]
    [InlineData("--limit", "threshold=-1..5", "--limit: goes beyond what is allowed (got \"threshold=-1..5\"); write numbers from 0.001 to 100000, such as threshold=2.5..20")]
    [InlineData("--limit", "scaleUpPolicies=1..5", "--limit: scaleUpPolicies is a list, which has no range (got \"scaleUpPolicies=1..5\"); leave it out, or write --fix scaleUpPolicies")]
    [InlineData("--limit=threshold=5..8", "--only=window", "--limit: is for a setting that is not tuned (got \"threshold\"); add threshold to --only, or leave the limit out")]
    [InlineData("--limit=threshold=5..8", "--fix=threshold", "--limit: is for a setting that is not tuned (got \"threshold\"); leave threshold out of --fix, or the limit out")]
    [InlineData("--limit", "minReplicaCount=200..300", "tune: Every minReplicaCount to try is above every maxReplicaCount to try.")]
    [InlineData("--config", "minReplicaCount=11", "minReplicaCount: is above maxReplicaCount (got \"11\" with maxReplicaCount \"10\"); write at most 10 or raise maxReplicaCount")]
    [InlineData("--pod-capacity", "unlimited", "--pod-capacity: leaves no request unmet, so that there is nothing to tune for (got \"unlimited\"); write the requests per second that a pod can serve")]
    public Task Tune_BadOption_SaysWhatIsWrong(string option, string value, string message) =>
        RefusesAsync(message, "--traffic", "demo", option, value);

    [Fact]
    public Task Tune_WithoutTraffic_SaysSo() =>
        RefusesAsync("--traffic: is missing (got nothing); name the load to serve, such as --traffic diurnal or a file .csv or .json");

    [Fact]
    public Task Tune_RangeTwice_SaysSo() => RefusesAsync(
        "--limit: bounds window twice (got \"window=2m..3m\"); write one range for a setting",
        "--traffic", "demo", "--limit", "window=1m..5m", "--limit", "window=2m..3m");

    [Fact]
    public Task Tune_NothingLeft_SaysWhy() => RefusesAsync(
        "tune: Nothing is left to tune: pollingInterval: It does nothing while minReplicaCount is 1 or more: the HPA asks every 15 s whatever KEDA polls.",
        "--traffic", "demo", "--only", "pollingInterval");

    [Fact]
    public Task Tune_OnlyWhatIsFixed_SaysWhy() => RefusesAsync(
        "tune: Nothing is left to tune: every setting to be tuned is also fixed.",
        "--traffic", "demo", "--only", "window", "--fix", "window");

    [Fact]
    public async Task Tune_FileThatCannotBeWritten_SaysSoBeforeTheSearch()
    {
        var run = await CommandRun.OfAsync("tune", "--traffic", "no traffic", "--output", "nowhere/out.txt");

        Assert.Equal((ExitCodes.Failure, ""), (run.ExitCode, run.Output));
        Assert.StartsWith("--output: nowhere/out.txt cannot be written (", run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task Tune_SeveralMistakes_ReportsAll()
    {
        var run = await CommandRun.OfAsync("tune", "--traffic", "demmo", "--only", "x", "--budget", "0", "--queue-limit", "-1");

        Assert.Equal(4, run.Error.TrimEnd().Split('\n').Length);
    }

    [Fact]
    public async Task Simulate_TrafficTwice_SaysSo()
    {
        var run = await CommandRun.OfAsync("simulate", "--traffic", "demo", "--traffic", "step");

        Assert.Equal(ExitCodes.Failure, run.ExitCode);
        Assert.Contains("--traffic: is given more than once; leave out all but one", run.Error, StringComparison.Ordinal);
    }

    private static async Task RefusesAsync(string message, params string[] options)
    {
        var run = await CommandRun.OfAsync(["tune", .. options]);

        Assert.Equal((ExitCodes.Failure, "", message + "\n"), (run.ExitCode, run.Output, run.Error));
    }
}
