using System.Text.Json;
using System.Text.Json.Nodes;
using KedaStack.Reports.Charts;
using KedaStack.Scaling.Simulation.Recording.Timeline;

namespace KedaStack.Reports.Simulate.Page;

/// <summary>The numbers that the cursor of a report reads, as JSON within a page.</summary>
internal static class ReportData
{
    /// <summary>The JSON of a simulation; nothing in it can end its element.</summary>
    public static string Write(SimulationReport report) => Write(
        report.Traffic.Duration, report.Runs.Select(run => (report.Runs.Count == 1 ? "" : run.Label, run.Result.Points)));

    /// <summary>The JSON of some runs; nothing in it can end its element.</summary>
    /// <param name="duration">The length of the axis of time.</param>
    /// <param name="runs">Their names, empty for one alone, and their points.</param>
    public static string Write(TimeSpan duration, IEnumerable<(string Name, IReadOnlyList<TimelinePoint> Points)> runs) => new JsonObject
    {
        ["seconds"] = duration.TotalSeconds,
        ["left"] = SvgSize.Left,
        ["right"] = SvgSize.Right,
        ["runs"] = new JsonArray([.. runs.Select(run => Run(run.Name, run.Points))]),
    }.ToJsonString(JsonSerializerOptions.Default);

    private static JsonObject Run(string name, IReadOnlyList<TimelinePoint> points)
    {
        return new JsonObject
        {
            ["name"] = name,
            ["at"] = Numbers(points.Select(point => (decimal?)point.AtMilliseconds / 1000)),
            ["load"] = Numbers(points.Select(point => (decimal?)point.OfferedMilli / 1000)),
            ["value"] = Numbers(points.Select(point => point.PerReplicaMilli / 1000m)),
            ["desired"] = Numbers(points.Select(point => (decimal?)point.SpecReplicas)),
            ["ready"] = Numbers(points.Select(point => (decimal?)point.ReadyPods)),
            ["limit"] = new JsonArray([.. LimitKind.All(points).Select(limit => (JsonNode?)(limit?.Meaning ?? ""))]),
        };
    }

    private static JsonArray Numbers(IEnumerable<decimal?> numbers) => new([.. numbers.Select(number => (JsonNode?)number)]);
}
