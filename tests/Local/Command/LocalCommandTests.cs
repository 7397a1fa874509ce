using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using KedaStack.Local;
using KedaStack.Tests.Cli;
using KedaStack.Tests.Shared;
using KedaStack.Tests.Workload.Scripts.Running;

namespace KedaStack.Tests.Local.Command;

[Collection(LocalProcesses.Name)]
public sealed class LocalCommandTests
{
    [Fact]
    public async Task Options_Wrong_AreAllSaidAtOnce()
    {
        using var directory = new TemporaryDirectory();
        var report = directory.Combine("missing", "run.html");

        var run = await CommandRun.OfAsync(
            "local", "--config", "minReplicaCount=-1", "--speed", "0", "--traffic", "0s:5000", "--prometheus", "localhost:9090", "--port", "http", "--report", report);

        Assert.Equal(1, run.ExitCode);
        var lines = run.Error.Split('\n');
        Assert.StartsWith("minReplicaCount: ", lines[0], StringComparison.Ordinal);
        Assert.StartsWith($"--report: {report} cannot be written (", lines[^2], StringComparison.Ordinal);
        Assert.Equal(
            """
            --speed: is too small (got "0"); write a number from 1 to 100
            --prometheus: is not an address with http:// or https:// (got "localhost:9090"); write one such as http://localhost:9090
            --traffic: is more than one machine carries (got 5000 req/s); write at most 1000 req/s, or look at it with kedastack simulate
            --port: is not a whole number (got "http"); write a whole number from 0 to 65535
            """,
            string.Join('\n', lines[1..^2]));
    }

    [Fact]
    public async Task Settings_BeyondWhatIsSimulated_AreSaid()
    {
        var run = await CommandRun.OfAsync("local", "--config", "maxReplicaCount=20000", "--config", "window=2d");

        Assert.Equal(
            (1, "local predicts the run: window is 2d; it must be from 1ms to 1d to be simulated.\n"
                + "local predicts the run: maxReplicaCount is 20000; it must be from 1 to 10000 to be simulated.\n"),
            (run.ExitCode, run.Error));
    }

    [PythonFact]
    public async Task Output_ShortRun_HasTheLinesInTheFileAndNoneOnStandardOutput()
    {
        using var directory = new TemporaryDirectory();
        var file = directory.Combine("run.json");

        var run = await CommandRun.OfAsync(
            "local", "--traffic", "0s:60", "--duration", "1m", "--speed", "20", "--prometheus", "built-in", "--json", "-o", file);

        Assert.Equal((0, ""), (run.ExitCode, run.Output));
        Assert.EndsWith($"Wrote {file}.\n", run.Error, StringComparison.Ordinal);
        var lines = File.ReadAllLines(file).Select(line => (string?)JsonNode.Parse(line)!["line"]).ToList();
        Assert.Equal(("plan", "result"), (lines[0], lines[^1]));
    }

    [Fact]
    public async Task Output_ThatIsTheReport_IsRefused()
    {
        using var directory = new TemporaryDirectory();
        var file = directory.Combine("run.html");

        var run = await CommandRun.OfAsync("local", "-o", file, "--report", file);

        Assert.Equal((1, $"--report: names the same file as --output (got \"{file}\"); write each to a file of its own\n"), (run.ExitCode, run.Error));
    }

    [PythonFact]
    public async Task Json_ShortRun_IsOneObjectALineWithTheResultLast()
    {
        var run = await CommandRun.OfAsync(
            "local", "--traffic", "0s:60", "--duration", "1m", "--speed", "20", "--prometheus", "built-in", "--json");

        Assert.Equal(0, run.ExitCode);
        var lines = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!).ToList();
        Assert.Equal("plan", (string?)lines[0]["line"]);
        Assert.Contains(lines, line => (string?)line["line"] == "sync" && (string?)line["reason"] != "");
        Assert.Equal("result", (string?)lines[^1]["line"]);
        Assert.Equal(("finished", "builtIn"), ((string?)lines[^1]["end"], (string?)lines[^1]["metrics"]));
        Assert.True((long)lines[^1]["requests"]!["answered"]! > 0, run.Output);
    }

    [PythonFact]
    public async Task Text_ShortRun_ShowsEachStepAndItsReason()
    {
        var run = await CommandRun.OfAsync(
            "local", "--traffic", "0s:150", "--duration", "1m", "--speed", "20", "--prometheus", "built-in", "--config", "scrapeInterval=5s", "--headless",
            "--config", "kedaChartVersion=2.22.0");

        Assert.Equal(0, run.ExitCode);
        Assert.Matches(@"(?m)^ +\d:\d\d 1 -> \d replicas at .* req/s: the metric asks for \d", run.Output);
        Assert.Contains("\nSimulation: 1, ", run.Output, StringComparison.Ordinal);
        Assert.Equal(2, run.Error.Split("every interval of the settings is 20 times as short").Length);
        Assert.Contains("built-in scraper", run.Error, StringComparison.Ordinal);
        Assert.StartsWith("Followed: the rules of KEDA 2.22.0 and Kubernetes 1.35, as the settings say.\nNot modelled: KEDA 2.22.0;", run.Error, StringComparison.Ordinal);
    }

    [PythonFact]
    public async Task Python_Missing_IsOneSentence()
    {
        using var empty = new TemporaryDirectory();
        using var process = new KedaStackProcess(empty.Path, KedaStackProcess.Endless);

        Assert.Equal(1, await process.WaitForExitAsync());

        Assert.Equal(
            "python3: is not on the PATH; the sample app and the load generator are Python scripts: install Python 3.8 or later so that python3 is on the PATH",
            process.Lines[^1]);
        Assert.DoesNotContain(process.Lines, line => line.Contains("   at ", StringComparison.Ordinal));
    }

    [PythonFact]
    public async Task Port_InUse_IsOneSentenceAndNothingRuns()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;

        var run = await CommandRun.OfAsync("local", "--prometheus", "built-in", "--port", port.ToString(CultureInfo.InvariantCulture));

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(
            $"--port: {port} is in use on 127.0.0.1 (another kedastack local?); stop what uses it, or name another port, 0 for any\n", run.Error);
        Assert.Empty(run.Output);
    }

    [ProcFact]
    public async Task SecondInstance_AtTheSameTime_BothRunOnLoopbackOnly()
    {
        using var first = await KedaStackProcess.RunningAsync("--prometheus", "built-in");
        await using var second = LocalRun.Start(await LocalRuns.OptionsAsync("0s:60", TimeSpan.FromHours(10)));

        await second.WaitForAsync(snapshot => snapshot.LastSync?.MetricMilli > 0);
        await first.WaitForLineAsync("replicas at");

        ListeningSockets.AssertLoopbackOnly(first);
    }
}
