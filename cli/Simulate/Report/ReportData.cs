using System.Text.Json;
using System.Text.Json.Nodes;
using KedaStack.Cli.Charts;

namespace KedaStack.Cli.Simulate.Report;

/// <summary>The numbers that the cursor of a report reads, as JSON within a page.</summary>
internal static class ReportData
{
    /// <summary>The JSON; nothing in it can end its element.</summary>
    public static string Write(SimulationReport report) => new JsonObject
    {
        ["seconds"] = report.Traffic.Duration.TotalSeconds,
        ["left"] = SvgSize.Left,
        ["right"] = SvgSize.Right,
        ["runs"] = new JsonArray([.. report.Runs.Select(run => Run(run, report.Runs.Count == 1))]),
    }.ToJsonString(JsonSerializerOptions.Default);

    private static JsonObject Run(SimulatedRun run, bool isOnly)
    {
        var points = run.Result.Points;
        return new JsonObject
        {
            ["name"] = isOnly ? "" : run.Label,
            ["at"] = Numbers(points.Select(point => (decimal?)point.AtMilliseconds / 1000)),
            ["load"] = Numbers(points.Select(point => (decimal?)point.OfferedMilli / 1000)),
            ["value"] = Numbers(points.Select(point => point.PerReplicaMilli / 1000m)),
            ["wanted"] = Numbers(points.Select(point => (decimal?)point.SpecReplicas)),
            ["ready"] = Numbers(points.Select(point => (decimal?)point.ReadyPods)),
            ["limit"] = new JsonArray([.. points.Select(point => (JsonNode?)(LimitKind.Of(point)?.Meaning ?? ""))]),
        };
    }

    private static JsonArray Numbers(IEnumerable<decimal?> numbers) => new([.. numbers.Select(number => (JsonNode?)number)]);
}
