using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using KedaStack.Cli;
using KedaStack.Cli.Shell;
using KedaStack.Tests.Shared;

namespace KedaStack.Tests.Cli.Simulate;

public sealed class SimulateCommandTests
{
    [Fact]
    public async Task Simulate_Demo_ShowsChartDecisionsAndFigures()
    {
        var run = await CommandRun.OfAsync("simulate", "--traffic", "demo");

        Assert.Equal((ExitCodes.Success, ""), (run.ExitCode, run.Error));
        Assert.StartsWith("Stack dev, traffic demo, 1h, seed 1\n", run.Output, StringComparison.Ordinal);
        foreach (var part in (string[])["Load in req/s", "M maxReplicaCount", "-> 10", "the stabilization window still holds", "Time to target", "Assumed: a pod serves at most 30 req/s"])
        {
            Assert.Contains(part, run.Output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Simulate_WithoutTraffic_IsTheDemo() =>
        Assert.Equal((await CommandRun.OfAsync("simulate", "--traffic", "demo")).Output, (await CommandRun.OfAsync("simulate")).Output);

    [Theory]
    [InlineData("0s:30, 5m:150, 10m:0")]
    [InlineData("steady")]
    [InlineData("step")]
    [InlineData("ramp")]
    [InlineData("spike")]
    [InlineData("diurnal")]
    [InlineData("bursty")]
    public async Task Simulate_EveryTraffic_Runs(string traffic)
    {
        var run = await CommandRun.OfAsync("simulate", "--traffic", traffic);

        Assert.Equal((ExitCodes.Success, ""), (run.ExitCode, run.Error));
        Assert.Contains("Replica-hours", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Simulate_EveryOptionOfTheWorld_Runs()
    {
        var run = await CommandRun.OfAsync(
            "simulate", "--pod-capacity", "unlimited", "--queue-limit", "0", "--start-up", "10s", "--pods-per-node", "2", "--node-delay", "90s",
            "--initial-replicas", "3", "--counted-probe", "10s", "--counted-by", "pods", "--ingestion-lag", "16s", "--prometheus-version", "2.45",
            "--sync-duration", "1s", "--hpas", "500", "--disturb", "metrics-api-outage@0s+30s", "--disturb", "metrics-outage@9m+1m:6s",
            "--disturb", "metrics-outage@1m+1m", "--disturb", "scrape-gap@3m+1m", "--disturb", "prometheus-restart@5m+1m:loses-data",
            "--disturb", "slow-start@6m+1m:30s", "--disturb", "crash-loop@7m+2m:2/30s",
            "--price-per-replica-hour", "0.05", "--price-per-node-hour", "0.1");

        Assert.Equal((ExitCodes.Success, ""), (run.ExitCode, run.Error));
        Assert.Contains("Cost", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Assumed", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Simulate_File_IsAsLongAsTheFile()
    {
        using var directory = new TemporaryDirectory();
        var path = directory.Combine("trace.csv");
        await File.WriteAllTextAsync(path, "\uFEFFtime,rate\r\n0,30\r\n600,150\r\n1200,0\r\n");

        var run = await CommandRun.OfAsync("simulate", "--traffic", path);

        Assert.Equal(ExitCodes.Success, run.ExitCode);
        Assert.StartsWith($"Stack dev, traffic {path}, 30m, seed 1\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Simulate_Compare_ShowsEachVariantWithTheDifference()
    {
        var run = await CommandRun.OfAsync("simulate", "--compare", "threshold=20", "--compare", "scaleUpPolicies=1 Pods/30s,50 Percent/1m,window=1m");

        Assert.Equal((ExitCodes.Success, ""), (run.ExitCode, run.Error));
        foreach (var part in (string[])[
            "threshold=20: target 20 per replica",
            "variant 2, scaleUpPolicies=1 Pods/30s,50 Percent/1m,window=1m: target 10 per replica", "behavior up: 1 Pods/30s, 50 Percent/1m",
            "Decisions of threshold=20\n", "Decisions of variant 2\n", "Replicas of threshold=20, and a line where dev has more\n"])
        {
            Assert.Contains(part, run.Output, StringComparison.Ordinal);
        }

        Assert.Matches(@"Most replicas +10 +8 \(-2\) +10\n", run.Output);
    }

    [Theory]
    [InlineData("cooldownPeriod=300", true)]
    [InlineData("location=westeurope", true)]
    [InlineData("threshold=11", false)]
    public async Task Simulate_CompareWithTheSame_SaysSo(string variant, bool isSaid)
    {
        var run = await CommandRun.OfAsync("simulate", "--compare", variant);

        Assert.Equal(isSaid, run.Output.Contains($"{variant}: makes no difference to this run.\n", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("metrics-outage@60m+5m", true)]
    [InlineData("metrics-outage@59m+5m", false)]
    public async Task Simulate_DisturbanceAfterTheEnd_SaysSo(string disturbance, bool isSaid)
    {
        var run = await CommandRun.OfAsync("simulate", "--disturb", disturbance);

        Assert.Equal(isSaid, run.Output.Contains("metrics outage: begins at 1h, when the run of 1h is over.\n", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Simulate_PodsThatCannotShowMoreThanTheThreshold_SaysSo()
    {
        var run = await CommandRun.OfAsync("simulate", "--pod-capacity", "11");

        Assert.Contains("dev: a pod counts what it serves, at most 11 req/s", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("305", false)]
    [InlineData("1000", true)]
    public async Task Simulate_MoreHpasThanTheControllerKeepsUpWith_SaysHowOftenThisOneIsSynced(string hpas, bool isSaid)
    {
        var run = await CommandRun.OfAsync("simulate", "--hpas", hpas);

        Assert.Equal(
            isSaid,
            Regex.Replace(run.Output, @"\s+", " ").Contains(
                "dev: the HPA is synced every 50s, not every 15s: the controller has 1,000 HPAs for 5 workers, and a sync takes 250ms (--hpas, --sync-duration).",
                StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("pods", true)]
    [InlineData("ingress", false)]
    public async Task Simulate_FromZero_SaysWhenNothingCanWakeThePods(string origin, bool isSaid)
    {
        var run = await CommandRun.OfAsync("simulate", "--config", "minReplicaCount=0", "--counted-by", origin);

        Assert.Equal(isSaid, run.Output.Contains("nothing wakes them from 0 replicas", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Simulate_Output_GoesToTheFile()
    {
        using var directory = new TemporaryDirectory();
        var path = directory.Combine("out.txt");

        var run = await CommandRun.OfAsync("simulate", "--output", path);

        Assert.Equal((ExitCodes.Success, "", $"Wrote {path}.\n"), (run.ExitCode, run.Output, run.Error));
        Assert.Equal((await CommandRun.OfAsync("simulate")).Output, await File.ReadAllTextAsync(path));
    }

    [Fact]
    public async Task Simulate_Cancelled_SaysSo()
    {
        using var stopped = new CancellationTokenSource();
        await stopped.CancelAsync();
        var error = new StringWriter { NewLine = "\n" };

        var exitCode = await KedaStackCommand.RunAsync(
            ["simulate", "--directory", RepositoryRoot.Path], new Terminal(TextWriter.Null, error, null), stopped.Token);

        Assert.Equal((ExitCodes.Interrupted, "Stopped before the end; nothing was written.\n"), (exitCode, error.ToString()));
    }

    [Theory]
    [InlineData(80)]
    [InlineData(40)]
    public async Task Simulate_InATerminal_FitsIt(int columns)
    {
        var output = new StringWriter { NewLine = "\n" };

        await KedaStackCommand.RunAsync(
            ["simulate", "--directory", RepositoryRoot.Path, "--compare", "threshold=20"],
            new Terminal(output, TextWriter.Null, columns), CancellationToken.None);

        Assert.All(output.ToString().Split('\n'), line => Assert.InRange(line.Length, 0, columns));
    }

    [Fact]
    public async Task Simulate_InAnEncodingWithoutBlocks_WritesAscii()
    {
        var output = new AsciiWriter();

        await KedaStackCommand.RunAsync(
            ["simulate", "--directory", RepositoryRoot.Path], new Terminal(output, TextWriter.Null, null), CancellationToken.None);

        Assert.All(output.ToString(), character => Assert.True(char.IsAscii(character)));
        Assert.Contains("  150 |", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("#########", output.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("ar-SA")]
    public async Task Simulate_InAnyCulture_WritesTheSame(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        var expected = await CommandRun.OfAsync("simulate", "--csv");
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);

            Assert.Equal(expected, await CommandRun.OfAsync("simulate", "--csv"));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private sealed class AsciiWriter : StringWriter
    {
        public override Encoding Encoding => Encoding.ASCII;
    }
}
