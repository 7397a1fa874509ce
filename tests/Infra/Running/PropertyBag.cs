using System.Collections;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace KedaStack.Tests.Infra.Running;

/// <summary>The property bags of the mocks as JSON, to look into and to compare whole.</summary>
internal static class PropertyBag
{
    private static readonly JsonSerializerOptions _readable = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>A value of a bag: string, boolean, number, list or map.</summary>
    public static JsonNode? ToJson(object? value) => value switch
    {
        null => null,
        string text => text,
        bool flag => flag,
        double or int => Convert.ToDouble(value, CultureInfo.InvariantCulture),
        IReadOnlyDictionary<string, object> map => new JsonObject(
            map.Select(entry => KeyValuePair.Create(entry.Key, ToJson(entry.Value)))),
        IEnumerable list => new JsonArray([.. list.Cast<object?>().Select(ToJson)]),
        _ => throw new NotSupportedException($"A property bag has no values of type {value.GetType()}."),
    };

    /// <summary>Indented text with sorted keys: the same for equal values.</summary>
    public static string Text(JsonNode? node) => Sorted(node)?.ToJsonString(_readable) ?? "null";

    /// <summary>The value at a path such as <c>spec.ports[0].name</c>; null where there is none.</summary>
    public static JsonNode? Find(JsonNode? node, string path)
    {
        foreach (var step in path.Split('.', '['))
        {
            node = (node, step.TrimEnd(']')) switch
            {
                (JsonObject map, var key) => map[key],
                (JsonArray list, var index) => list.ElementAtOrDefault(int.Parse(index, CultureInfo.InvariantCulture)),
                _ => null,
            };
        }

        return node;
    }

    /// <summary>The node and everything in it.</summary>
    public static IEnumerable<JsonNode> Descend(JsonNode node) => node switch
    {
        JsonObject map => map.Select(entry => entry.Value).OfType<JsonNode>().SelectMany(Descend).Prepend(node),
        JsonArray list => list.OfType<JsonNode>().SelectMany(Descend).Prepend(node),
        _ => [node],
    };

    private static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject map => new JsonObject(map
            .OrderBy(entry => entry.Key, StringComparer.Ordinal)
            .Select(entry => KeyValuePair.Create(entry.Key, Sorted(entry.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Sorted)]),
        JsonValue value when value.GetValueKind() == JsonValueKind.Number => JsonValue.Create(value.Deserialize<double>()),
        _ => node?.DeepClone(),
    };
}
