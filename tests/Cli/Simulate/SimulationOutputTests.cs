using System.Globalization;
using System.Text.Json.Nodes;
using KedaStack.Cli.Shell;
using KedaStack.Tests.Shared;

namespace KedaStack.Tests.Cli.Simulate;

public sealed class SimulationOutputTests
{
    [Fact]
    public async Task Json_Always_HasTheSameFields()
    {
        var json = await JsonAsync("simulate", "--json", "--compare", "threshold=20");

        Assert.Equal(["stack", "traffic", "notes", "runs"], Keys(json));
        Assert.Equal(["source", "durationSeconds", "seed", "recordedFrom"], Keys(json["traffic"]!));
        Assert.Equal(["dev", "threshold=20"], json["runs"]!.AsArray().Select(run => run!["name"]!.GetValue<string>()));
        var run = json["runs"]![0]!;
        Assert.Equal(["name", "settings", "kpis", "decisions", "droppedDecisions", "points", "syncsPerPoint"], Keys(run));
        Assert.Equal(["10", "20"], json["runs"]!.AsArray().Select(one => one!["settings"]!["threshold"]!.GetValue<string>()));
        Assert.Equal(
            [
                "timeToFirstScaleUpSeconds", "timeToTargetSeconds", "scaleInTailSeconds", "replicaHours", "nodeHours", "offeredRequests",
                "unmetRequests", "unmetSeconds", "lostRequests", "overshootReplicas", "flaps", "maxReplicaMinutes", "peakReplicas",
                "decisions", "cost",
            ],
            Keys(run["kpis"]!));
        Assert.Equal(["atSeconds", "from", "to", "rule", "metric", "proposal", "stabilized", "reason"], Keys(run["decisions"]![0]!));
        Assert.Equal(
            ["atSeconds", "load", "metric", "perReplica", "desired", "created", "ready", "queued", "limit", "metricFailed"],
            Keys(run["points"]![0]!));
    }

    [Fact]
    public async Task Json_Price_GivesTheCostOfReplicasAndNodes()
    {
        var kpis = (await JsonAsync("simulate", "--json", "--price-per-replica-hour", "0.5", "--price-per-node-hour", "2"))["runs"]![0]!["kpis"]!;

        Assert.Equal(
            (0.5m * kpis["replicaHours"]!.GetValue<decimal>()) + (2 * kpis["nodeHours"]!.GetValue<decimal>()), kpis["cost"]!.GetValue<decimal>(), 5);
    }

    [Fact]
    public async Task Json_EveryDecision_IsAChangeWithItsReason()
    {
        var decisions = (await JsonAsync("simulate", "--json"))["runs"]![0]!["decisions"]!.AsArray();

        Assert.NotEmpty(decisions);
        Assert.All(decisions, decision => Assert.NotEqual(decision!["from"]!.GetValue<int>(), decision["to"]!.GetValue<int>()));
        Assert.All(decisions, decision => Assert.NotEmpty(decision!["reason"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Csv_Compare_HasALineForEachPointOfEachRun()
    {
        string[] arguments = ["--compare", "scaleUpPolicies=1 Pods/30s,50 Percent/1m,window=1m"];
        var lines = await CsvAsync(arguments);
        var points = (await JsonAsync(["simulate", "--json", .. arguments]))["runs"]!.AsArray().Sum(run => run!["points"]!.AsArray().Count);

        Assert.Equal("run,time_seconds,load,metric,per_replica,desired,created,ready,queued,limit,metric_failed", lines[0]);
        Assert.Equal(points, lines.Length - 1);
        Assert.StartsWith("\"scaleUpPolicies=1 Pods/30s,50 Percent/1m,window=1m\",", lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Csv_LongRun_HasALineForEverySync()
    {
        string[] arguments = ["--traffic", "0s:0, 3h:~200, 6h:~0", "--duration", "12h", "--disturb", "metrics-outage@4h+5m"];
        var run = (await JsonAsync(["simulate", "--json", .. arguments]))["runs"]![0]!;
        var (points, syncsPerPoint) = (run["points"]!.AsArray().Count, run["syncsPerPoint"]!.GetValue<int>());

        var lines = (await CsvAsync(arguments))[1..].Select(line => line.Split(',')).ToList();

        Assert.Equal(2, syncsPerPoint);
        Assert.InRange(lines.Count, (points * 2) - 1, points * 2);
        var times = lines.Select(cells => decimal.Parse(cells[1], CultureInfo.InvariantCulture)).ToList();
        Assert.All(times.Zip(times.Skip(1)), pair => Assert.InRange(pair.Second - pair.First, 15, 16));
        Assert.All(lines, cells => Assert.Equal(cells[3].Length == 0, cells[10] == "true"));
    }

    [Fact]
    public async Task JsonAndCsv_RecordingWithDates_SayWhenItBegan()
    {
        using var directory = new TemporaryDirectory();
        var path = directory.Combine("trace.csv");
        await File.WriteAllTextAsync(path, "1795161600,30\n1795162200,60\n");

        var lines = await CsvAsync("--traffic", path);

        Assert.Equal("2026-11-20T08:00:00Z", (await JsonAsync("simulate", "--json", "--traffic", path))["traffic"]!["recordedFrom"]!.GetValue<string>());
        Assert.EndsWith(",metric_failed,recorded_at", lines[0], StringComparison.Ordinal);
        Assert.All(lines.Skip(1), line => Assert.Equal(
            double.Parse(line.Split(',')[1], CultureInfo.InvariantCulture),
            (DateTimeOffset.Parse(line.Split(',')[^1], CultureInfo.InvariantCulture) - new DateTimeOffset(2026, 11, 20, 8, 0, 0, TimeSpan.Zero)).TotalSeconds,
            3));
    }

    [Fact]
    public async Task Csv_Output_GoesToTheFile()
    {
        using var directory = new TemporaryDirectory();
        var path = directory.Combine("out.csv");

        var run = await CommandRun.OfAsync("simulate", "--csv", "--output", path);

        Assert.Equal((ExitCodes.Success, "", $"Wrote {path}.\n"), (run.ExitCode, run.Output, run.Error));
        Assert.Equal(await CsvAsync(), (await File.ReadAllTextAsync(path)).TrimEnd('\n').Split('\n'));
    }

    [Fact]
    public async Task JsonAndCsv_Together_AreRefused()
    {
        var run = await CommandRun.OfAsync("simulate", "--json", "--csv");

        Assert.Equal(ExitCodes.Failure, run.ExitCode);
        Assert.Contains("--json and --csv: only one of them can be written; leave out the other", run.Error, StringComparison.Ordinal);
    }

    private static async Task<string[]> CsvAsync(params string[] arguments)
    {
        var run = await CommandRun.OfAsync(["simulate", "--csv", .. arguments]);
        Assert.Equal((ExitCodes.Success, ""), (run.ExitCode, run.Error));
        return run.Output.TrimEnd('\n').Split('\n');
    }

    private static async Task<JsonNode> JsonAsync(params string[] arguments)
    {
        var run = await CommandRun.OfAsync(arguments);
        Assert.Equal((ExitCodes.Success, ""), (run.ExitCode, run.Error));
        return JsonNode.Parse(run.Output)!;
    }

    private static IEnumerable<string> Keys(JsonNode node) => node.AsObject().Select(field => field.Key);
}
