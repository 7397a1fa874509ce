using KedaStack.Cli.Shell;
using KedaStack.Tests.Shared;

namespace KedaStack.Tests.Cli.Explain;

public sealed class ExplainHpaTests
{
    [Theory]
    [InlineData("hpa-scaling-up.yaml", "keda-hpa-sample-app goes from 1 to 4 replicas, and 5 in the end (1 -> 4 -> 5).")]
    [InlineData("hpa-held.yaml", "keda-hpa-sample-app stays at 10 replicas, and 1 in the end (10 -> 1).")]
    [InlineData("hpa-list.yaml", "keda-hpa-sample-app stays at 10 replicas, and 1 in the end (10 -> 1).")]
    [InlineData("hpa-rounded.yaml", "keda-hpa-sample-app goes from 3 to 5 replicas.")]
    [InlineData("hpa-no-metric.yaml", "keda-hpa-sample-app stays at 6 replicas: nothing is computed without a value of s0-prometheus.")]
    [InlineData("hpa-behavior.yaml", "keda-hpa-sample-app goes from 8 to 7 replicas, and 2 in the end (8 -> 7 -> 6 -> 5 -> 4 -> 3 -> 2).")]
    public async Task Hpa_Recorded_IsExplained(string file, string headline)
    {
        var run = await CommandRun.OfAsync("explain", "--hpa", ExampleFile.Path(file));

        Assert.Equal((ExitCodes.Success, headline, ""), (run.ExitCode, run.Output.Split('\n')[0], run.Error));
        Assert.Contains(": as the rules say.\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hpa_Recorded_ShowsItsOwnConditionsAndTargets()
    {
        var run = await CommandRun.OfAsync("explain", "--hpa", ExampleFile.Path("hpa-held.yaml"));

        Assert.Contains("recent recommendations were higher than current one", run.Output, StringComparison.Ordinal);
        Assert.Contains("TARGETS 87m/10 (avg)", run.Output, StringComparison.Ordinal);
        Assert.Contains("870m / (10 * 10 created pods)", run.Output, StringComparison.Ordinal);
        Assert.Contains("That a proposal of 10 is still held is taken from the recorded result", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hpa_AnotherResultThanTheRules_SaysSo()
    {
        var run = await ExampleFile.ExplainAsync(
            "--hpa", "hpa-scaling-up.yaml",
            text => text.Replace("desiredReplicas: 4", "desiredReplicas: 9", StringComparison.Ordinal));

        Assert.Equal(ExitCodes.Success, run.ExitCode);
        Assert.StartsWith("keda-hpa-sample-app goes from 1 to 9 replicas as recorded; the rules give 4.\n", run.Output, StringComparison.Ordinal);
        Assert.Contains(
            "  9 replicas as recorded; the rules give 4, from which all below goes on.\n  5 replicas after 15 s if the value stays:\n",
            run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hpa_AnotherResultThanTheRules_SaysWhereTheRulesStay()
    {
        var run = await ExampleFile.ExplainAsync(
            "--hpa", "hpa-rounded.yaml",
            text => text.Replace("desiredReplicas: 5", "desiredReplicas: 4", StringComparison.Ordinal));

        Assert.Contains(
            "  4 replicas as recorded; the rules give 6, from which all below goes on.\n  By the rules it stays at 6 if the value does.\n",
            run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hpa_SeveralMetrics_SaysWhatWouldChangeItOfEachAndWhoseValueIsUncertain()
    {
        var run = await CommandRun.OfAsync("explain", "--hpa", ExampleFile.Path("hpa-two-metrics.yaml"));

        Assert.Equal(ExitCodes.Success, run.ExitCode);
        Assert.Contains(
            "What would change it, at 5 replicas, the others as they are\n  s0-prometheus  tolerance  45 to 55: it proposes no change\n",
            run.Output, StringComparison.Ordinal);
        Assert.Contains("  The value of s0-prometheus is the recorded average times 3 pods; averages are rounded up, so it may be up to 2m less.\n", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("The value of s1-prometheus", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("    cpu (Resource)  40%    60%             4 replicas  1 fewer\n", ": s0-prometheus decides", "", "")]
    [InlineData("  > cpu (Resource)  95%    60%             8 replicas  wins\n", "", "averageUtilization: 40", "averageUtilization: 95")]
    [InlineData("    cpu (Resource)  no value  60%             none: it fails\n", ": s0-prometheus decides, and nothing is scaled in without a value of cpu", "name: cpu\n      current:", "name: memory\n      current:")]
    public async Task Hpa_WithAnotherMetric_TakesPart(string row, string decision, string right, string wrong)
    {
        var run = await ExampleFile.ExplainAsync(
            "--hpa", "hpa-with-cpu.yaml",
            text => right.Length == 0 ? text : text.Replace(right, wrong, StringComparison.Ordinal));

        Assert.Equal(ExitCodes.Success, run.ExitCode);
        Assert.StartsWith("keda-hpa-sample-app stays at 5 replicas" + decision, run.Output, StringComparison.Ordinal);
        Assert.Contains(row, run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hpa_OutsideAProject_NeedsNone()
    {
        using var directory = new TemporaryDirectory();

        var run = await CommandRun.InAsync(directory.Path, "explain", "--hpa", ExampleFile.Path("hpa-held.yaml"));

        Assert.Equal(ExitCodes.Success, run.ExitCode);
    }
}
