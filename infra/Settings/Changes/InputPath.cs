using System.Globalization;
using System.Text.Json.Nodes;

namespace KedaStack.Infra.Settings.Changes;

/// <summary>Finds inputs of a resource by their path.</summary>
public static class InputPath
{
    /// <summary>The value at a path such as <c>agentPoolProfiles[0].vmSize</c>: a text as it is, all else as JSON; null
    /// where there is none.</summary>
    public static string? Find(JsonObject inputs, string path)
    {
        JsonNode? node = inputs;
        foreach (var step in path.Split('.', '['))
        {
            node = (node, step.TrimEnd(']')) switch
            {
                (JsonObject map, var key) => map[key],
                (JsonArray list, var index) => list.ElementAtOrDefault(int.Parse(index, CultureInfo.InvariantCulture)),
                _ => null,
            };
        }

        return node switch
        {
            null => null,
            JsonValue value when value.TryGetValue<string>(out var text) => text,
            _ => node.ToJsonString(),
        };
    }
}
