using System.Text.Json.Nodes;
using KedaStack.Resources.Timeline;
using KedaStack.Resources.Writing;

namespace KedaStack.Reports.Preview;

/// <summary>The timeline for machines; all times in seconds.</summary>
internal static class TimelineJson
{
    /// <summary>Indented JSON with a final line break.</summary>
    public static string Write(DeploymentTimeline timeline)
    {
        var critical = timeline.CriticalPath;
        return MachineJson.Write(new JsonObject
        {
            ["shortestSeconds"] = timeline.Shortest.TotalSeconds,
            ["typicalSeconds"] = timeline.Typical.TotalSeconds,
            ["longestSeconds"] = timeline.Longest.TotalSeconds,
            ["firstValueSeconds"] = timeline.FirstValue.TotalSeconds,
            ["criticalPath"] = new JsonArray([.. critical.Select(step => (JsonNode?)step.Resource.Urn)]),
            ["resources"] = new JsonArray([.. timeline.Steps.Select(Step)]),
        });
    }

    private static JsonObject Step(TimelineStep step) => new()
    {
        ["urn"] = step.Resource.Urn,
        ["startSeconds"] = step.Start.TotalSeconds,
        ["shortestSeconds"] = step.Time.Shortest.TotalSeconds,
        ["typicalSeconds"] = step.Time.Typical.TotalSeconds,
        ["longestSeconds"] = step.Time.Longest.TotalSeconds,
        ["after"] = step.After?.Urn,
        ["source"] = step.Time.Source,
    };
}
