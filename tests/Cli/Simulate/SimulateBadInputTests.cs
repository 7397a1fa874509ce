using System.Globalization;
using KedaStack.Cli.Shell;
using KedaStack.Tests.Shared;

namespace KedaStack.Tests.Cli.Simulate;

public sealed class SimulateBadInputTests
{
    [Theory]
    [InlineData("--traffic", "demmo", "--traffic: is not a known traffic name (got \"demmo\"); did you mean demo? The names are steady, step, ramp, demo, spike, diurnal, bursty")]
    [InlineData("--traffic", "xylophone", "--traffic: is not a known traffic name (got \"xylophone\"); write one of steady, step, ramp, demo, spike, diurnal, bursty, or time:rate items such as 0s:30, 5m:150, 10m:0, or 10m:~150 for a slope that ends there, or a file such as trace.csv or trace.json")]
    [InlineData("--traffic", "0s:30,5m:-1", "--traffic: Item 2 of the traffic, '5m:-1': -1 req/s is not from 0 to 100000.")]
    [InlineData("--duration", "0s", "--duration: is zero (got \"0s\"); write from 1s to 366d")]
    [InlineData("--duration", "1 hour", "--duration: is not a duration (got \"1 hour\"); write a Prometheus duration such as 15s, 2m or 1h30m")]
    [InlineData("--duration", "2y", "--duration: is too large (got \"2y\"); write from 1s to 366d")]
    [InlineData("--seed", "1.5", "--seed: is not a whole number (got \"1.5\"); write a whole number from 0 to 9223372036854775807")]
    [InlineData("--seed", "99999999999999999999", "--seed: is too large (got \"99999999999999999999\"); write a whole number from 0 to 9223372036854775807")]
    [InlineData("--gaps", "fill", "--gaps: is unknown (got \"fill\"); write refuse, hold or zero")]
    [InlineData("--pod-capacity", "0", "--pod-capacity: is too small (got \"0\"); write a number from 0.001 to 100000")]
    [InlineData("--pod-capacity", "ten", "--pod-capacity: is not a number (got \"ten\"); write a number from 0.001 to 100000")]
    [InlineData("--pod-capacity", "1e400", "--pod-capacity: is too large (got \"1e400\"); write a number from 0.001 to 100000")]
    [InlineData("--pod-capacity", "-1e400", "--pod-capacity: is too small (got \"-1e400\"); write a number from 0.001 to 100000")]
    [InlineData("--pod-capacity", "1,000", "--pod-capacity: is not a number (got \"1,000\"); write a number from 0.001 to 100000")]
    [InlineData("--start-up", "5s-2s", "--start-up: has its longest delay first (got \"5s-2s\"); write the shortest first, such as 2s-5s")]
    [InlineData("--hpas", "0", "--hpas: is too small (got \"0\"); write a whole number from 1 to 100000")]
    [InlineData("--sync-duration", "2h", "--sync-duration: is too large (got \"2h\"); write from 0s to 1h")]
    [InlineData("--disturb", "metrics-api-outage@5m+1m:6s", "--disturb: is not kind@begin+duration, or has another detail (got \"metrics-api-outage@5m+1m:6s\"); write metrics-outage@10m+5m (:6s, where KEDA waits for its answers), metrics-api-outage@10m+5m, scrape-gap@10m+5m, prometheus-restart@10m+1m (:loses-data), slow-start@5m+10m:60s (the extra delay) or crash-loop@5m+10m:2/30s (pods/uptime)")]
    [InlineData("--counted-by", "node", "--counted-by: is unknown (got \"node\"); write pods or ingress")]
    [InlineData("--prometheus-version", "1.8", "--prometheus-version: is not a version that is modelled (got \"1.8\"); write a version of Prometheus such as 2.50, 2.55 or 3")]
    [InlineData("--disturb", "outage@5m+1m", "--disturb: is not a known disturbance (got \"outage@5m+1m\"); write metrics-outage@10m+5m (:6s, where KEDA waits for its answers), metrics-api-outage@10m+5m, scrape-gap@10m+5m, prometheus-restart@10m+1m (:loses-data), slow-start@5m+10m:60s (the extra delay) or crash-loop@5m+10m:2/30s (pods/uptime)")]
    [InlineData("--disturb", "metric-outage@5m+1m", "--disturb: is not a known disturbance (got \"metric-outage@5m+1m\"); did you mean metrics-outage?")]
    [InlineData("--disturb", "scrape-gap@5m+0s", "--disturb: takes no time (got \"scrape-gap@5m+0s\"); write metrics-outage@10m+5m (:6s, where KEDA waits for its answers), metrics-api-outage@10m+5m, scrape-gap@10m+5m, prometheus-restart@10m+1m (:loses-data), slow-start@5m+10m:60s (the extra delay) or crash-loop@5m+10m:2/30s (pods/uptime)")]
    [InlineData("--disturb", "scrape-gap@2y+1m", "simulation of dev: ScrapeGap.At is 2y; it must be from 0s to 366d to be simulated.")]
    [InlineData("--config", "maxReplicaCount=20000", "simulation of dev: maxReplicaCount is 20000; it must be from 1 to 10000 to be simulated.")]
    [InlineData("--compare", "thresold=20", "--compare thresold=20: thresold: is not a setting (got \"20\"); did you mean threshold?")]
    [InlineData("--compare", "threshold", "--compare: is not key=value, with commas between several (got \"threshold\"); write it like --compare threshold=20,window=1m")]
    [InlineData("--compare", "threshold=x", "--compare threshold=x: threshold: is not a number (got \"x\"); write a decimal number above 0, such as 10 or 2.5")]
    [InlineData("--compare", "threshold=20,threshold=30", "--compare: sets threshold twice (got \"threshold=20,threshold=30\"); write each setting once; for several values, repeat --compare")]
    [InlineData("--compare", "pod-capacity=20", "--compare: --pod-capacity is an option of the whole run, not a setting of a variant (got \"pod-capacity=20\"); write --pod-capacity 20 beside --compare; all variants have it")]
    [InlineData("--compare", "threshold=20,--seed=2", "--compare: --seed is an option of the whole run, not a setting of a variant (got \"threshold=20,--seed=2\"); write --seed 2 beside --compare; all variants have it")]
    [InlineData("--output", "nowhere/out.txt", "--output: nowhere/out.txt cannot be written (Could not find a part of the path '{0}'); name a file in a directory that you can write to")]
    [InlineData("--config", "thresold=20", "thresold: is not a setting (got \"20\"); did you mean threshold?")]
    public async Task Simulate_BadOption_SaysWhatIsWrongAndFails(string option, string value, string message)
    {
        var run = await CommandRun.OfAsync("simulate", option, value);

        var expected = string.Format(CultureInfo.InvariantCulture, message, Path.GetFullPath(value));
        Assert.Equal((ExitCodes.Failure, "", expected + "\n"), (run.ExitCode, run.Output, run.Error));
    }

    [Theory]
    [InlineData("threshold=20,window=1m", "threshold=20,window=1m")]
    [InlineData("threshold=20,window=1m", "window=1m, threshold = 20")]
    public async Task Simulate_SameVariantTwice_SaysSo(string first, string second)
    {
        var run = await CommandRun.OfAsync("simulate", "--compare", first, "--compare", second);

        Assert.Equal(
            (ExitCodes.Failure, $"--compare: gives the same variant twice (got \"{second}\"); leave one of them out\n"), (run.ExitCode, run.Error));
    }

    [Fact]
    public async Task Simulate_SeveralMistakes_ReportsAll()
    {
        var run = await CommandRun.OfAsync("simulate", "--seed", "x", "--traffic", "stedy", "--queue-limit", "-1");

        Assert.Equal(3, run.Error.TrimEnd().Split('\n').Length);
    }

    [Theory]
    [InlineData("trace.csv", "0,1\n15,\n", ":2:4: the load is missing (got \"\"); complete the recording, or choose what gaps mean (--gaps hold or --gaps zero)")]
    [InlineData("trace.json", "[[0,1],[15,-1]]", ":1:12: the load is negative (got \"-1\"); write requests per second, a number from 0 to 100000 with a decimal point")]
    [InlineData("trace.txt", "0,1\n15,41.9 req/s\n", ":2:4: the load has a unit (got \"41.9 req/s\"); write the number alone, in requests per second; in the inspector of a Grafana panel, switch off \"Formatted data\"")]
    public async Task Simulate_BadFile_SaysWhere(string name, string content, string message)
    {
        using var directory = new TemporaryDirectory();
        var path = directory.Combine(name);
        await File.WriteAllTextAsync(path, content);

        var run = await CommandRun.OfAsync("simulate", "--traffic", path);

        Assert.Equal((ExitCodes.Failure, path + message + "\n"), (run.ExitCode, run.Error));
    }

    [Fact]
    public async Task Simulate_Directory_SaysSo()
    {
        using var directory = new TemporaryDirectory();
        var path = directory.Combine("trace.csv");
        Directory.CreateDirectory(path);

        var run = await CommandRun.OfAsync("simulate", "--traffic", path, "--svg", path);

        Assert.Equal(
            (ExitCodes.Failure, $"--svg: {path} cannot be written (it is a directory); name a file in a directory that you can write to\n"), (run.ExitCode, run.Error));
        Assert.Equal($"{path}: cannot be read (got a directory); name a file that you can read\n", (await CommandRun.OfAsync("simulate", "--traffic", path)).Error);
    }

    [Fact]
    public async Task Simulate_TwoResultsInOneFile_SaysSo()
    {
        using var directory = new TemporaryDirectory();
        var path = directory.Combine("out");

        var run = await CommandRun.OfAsync("simulate", "--output", path, "--report", directory.Combine(".", "out"));

        Assert.Equal(ExitCodes.Failure, run.ExitCode);
        Assert.Equal($"--report: names the same file as --output (got \"{directory.Combine(".", "out")}\"); write each to a file of its own\n", run.Error);
        Assert.False(File.Exists(path));
    }

    [Fact]
    public async Task Simulate_MissingFile_SaysSo()
    {
        var run = await CommandRun.OfAsync("simulate", "--traffic", "nowhere/trace.csv");

        Assert.Equal(
            (ExitCodes.Failure, "nowhere/trace.csv: is not there (got no file); name a file of times and requests per second, CSV or JSON\n"), (run.ExitCode, run.Error));
    }
}
