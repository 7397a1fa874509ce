using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using KedaStack.Resources.Graph;

namespace KedaStack.Resources.Objects;

/// <summary>Reads inputs by path, such as <c>spec.ports[0].name</c>. What is of another kind than asked for is not there.</summary>
internal static class Inputs
{
    /// <summary>The value at a path; at the empty one, the value itself.</summary>
    public static JsonNode? At(this JsonNode? node, string path)
    {
        foreach (var step in path.Split(['.', '['], StringSplitOptions.RemoveEmptyEntries))
        {
            node = (node, step) switch
            {
                (JsonObject map, _) => map[step],
                (JsonArray list, [.., ']']) when int.TryParse(step[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var index) =>
                    list.ElementAtOrDefault(index),
                _ => null,
            };
        }

        return node;
    }

    /// <summary>A text; null for anything else.</summary>
    public static string? Text(this JsonNode? node, string path) =>
        node.At(path) is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    /// <summary>A text, number or boolean as text.</summary>
    public static string? Scalar(this JsonNode? node, string path) => Scalar(node.At(path));

    /// <summary>A text, number or boolean as text.</summary>
    public static string? Scalar(JsonNode? node) => node switch
    {
        JsonValue value when value.TryGetValue<string>(out var text) => text,
        JsonValue value => value.ToJsonString(),
        _ => null,
    };

    /// <summary>A number.</summary>
    public static decimal? Number(this JsonNode? node, string path) =>
        node.At(path) is JsonValue value && value.GetValueKind() == JsonValueKind.Number
        && decimal.TryParse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Whether there is the boolean true.</summary>
    public static bool IsTrue(this JsonNode? node, string path) => node.At(path) is JsonValue value && value.GetValueKind() == JsonValueKind.True;

    /// <summary>Whether there is the boolean false.</summary>
    public static bool IsFalse(this JsonNode? node, string path) => node.At(path) is JsonValue value && value.GetValueKind() == JsonValueKind.False;

    /// <summary>The objects of a list.</summary>
    public static IReadOnlyList<JsonObject> Objects(this JsonNode? node, string path) =>
        node.At(path) is JsonArray list ? [.. list.OfType<JsonObject>()] : [];

    /// <summary>The texts of a list.</summary>
    public static IReadOnlyList<string> Texts(this JsonNode? node, string path) =>
        node.At(path) is JsonArray list ? [.. list.Select(Scalar).OfType<string>()] : [];

    /// <summary>A map of texts, such as labels.</summary>
    public static ImmutableDictionary<string, string> Map(this JsonNode? node, string path) =>
        node.At(path) is JsonObject map
            ? map.Where(entry => Scalar(entry.Value) is not null).ToImmutableDictionary(entry => entry.Key, entry => Scalar(entry.Value)!)
            : [];

    /// <summary>A value as it is shown in a finding.</summary>
    public static string? Shown(this JsonNode? node, string path) => node.At(path) is { } value ? Scalar(value) ?? value.ToJsonString() : null;

    /// <summary>The namespace of a Kubernetes object; empty when it has none.</summary>
    public static string Namespace(this GraphResource resource) => resource.Inputs.Text("metadata.namespace") ?? "";

    /// <summary>The namespace of a Kubernetes object in a sentence, in which none is that of whoever applies it.</summary>
    public static string NamespaceInWords(this GraphResource resource) => resource.Namespace() is { Length: > 0 } name ? name : "its namespace";

    /// <summary>The name of a Kubernetes object.</summary>
    public static string ObjectName(this GraphResource resource) => resource.Inputs.Text("metadata.name") ?? resource.Name;

    /// <summary>The labels of a Kubernetes object.</summary>
    public static ImmutableDictionary<string, string> Labels(this GraphResource resource) => resource.Inputs.Map("metadata.labels");
}
