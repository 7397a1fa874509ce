using KedaStack.Cli;
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
        foreach (var part in (string[])["Load in req/s", "M maxReplicaCount", "9 -> 10", "the maximum is 10", "Time to target", "Assumed: a pod serves at most 20 req/s"])
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
}
