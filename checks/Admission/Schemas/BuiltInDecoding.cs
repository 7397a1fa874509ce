using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using KedaStack.Resources.Graph;
using KedaStack.Resources.Objects;
using KedaStack.Scaling.Keda.Semantics;
using KedaStack.Scaling.Quantities;

namespace KedaStack.Checks.Admission.Schemas;

/// <summary>
/// What the API server cannot decode of one of Kubernetes' own objects, in the words of Go's decoder (encoding/json,
/// UnmarshalTypeError). It stops at the first, in the order of sorted keys in which kubectl sends them; all are listed here.
/// </summary>
internal static partial class BuiltInDecoding
{
    /// <summary>The decoder's words for a value that does not fit.</summary>
    /// <param name="value">The value.</param>
    /// <param name="field">The field in Go: its struct and the path of keys, such as <c>ObjectMeta.metadata.labels</c>.</param>
    /// <param name="type">The type in Go.</param>
    public static string Words(JsonNode value, string field, string type) => $"json: cannot unmarshal {Kind(value)} into Go struct field {field} of type {type}";

    /// <summary>What cannot be decoded.</summary>
    /// <param name="schema">The object's definition.</param>
    /// <param name="resource">The object.</param>
    public static IReadOnlyList<SchemaFault> Faults(ObjectSchema schema, GraphResource resource)
    {
        var (kind, version) = (resource.Inputs.Text("kind"), resource.Inputs.Text("apiVersion")!);
        var prefix = $"{kind} in version \"{version[(version.IndexOf('/', StringComparison.Ordinal) + 1)..]}\" cannot be handled as a {kind}: ";
        return [.. Fields(schema, resource.Inputs, "", "", kind!).Select(fault => fault with { Message = prefix + fault.Message })];
    }

    private static IEnumerable<SchemaFault> Fields(ObjectSchema schema, JsonObject json, string path, string keys, string parent) =>
        from entry in json.OrderBy(entry => entry.Key, StringComparer.Ordinal)
        // YAML's null leaves a field as it is.
        where entry.Value is not null && schema.Fields.ContainsKey(entry.Key)
        from fault in Value(
            schema.Fields[entry.Key], entry.Value, PropertyPath.Key(path, entry.Key), keys.Length == 0 ? entry.Key : $"{keys}.{entry.Key}", parent)
        select fault;

    private static IEnumerable<SchemaFault> Value(ObjectSchema schema, JsonNode value, string path, string keys, string parent)
    {
        // None of the fields is a boolean.
        var go = schema.Go ?? (schema.Type == "integer" ? "int32" : "string");
        switch (schema.Type, value)
        {
            case ("object", JsonObject map):
                return Fields(schema, map, path, keys, go[(go.IndexOf('.', StringComparison.Ordinal) + 1)..]);
            case ("array", JsonArray list):
                return list.SelectMany((item, index) => item is null ? [] : Value(schema with { Type = "object" }, item, PropertyPath.Item(path, index), keys, parent));
            case ("any", _):
            case ("string", JsonValue) when value.GetValueKind() == JsonValueKind.String:
            case ("integer", JsonValue) when value.GetValueKind() == JsonValueKind.Number && int.TryParse(value.ToJsonString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _):
                return [];
            case ("quantity", _):
                return Quantity(value, path);
            default:
                return [new SchemaFault(path, Words(value, $"{parent}.{keys}", schema.Type == "array" ? $"[]{go}" : go), SchemaValidation.Described(schema, KedaVersion.Newest), IsUnknown: false)];
        }
    }

    /// <summary>Quantities decode themselves, from a text or a number (apimachinery/pkg/api/resource, ParseQuantity).</summary>
    private static IEnumerable<SchemaFault> Quantity(JsonNode value, string path)
    {
        var text = Inputs.Scalar(value)?.Trim() ?? "";
        if (value.GetValueKind() is JsonValueKind.String or JsonValueKind.Number && MilliQuantity.TryParse(text) is not null)
        {
            yield break;
        }

        yield return new SchemaFault(
            path, WithUnknownSuffix().IsMatch(text) ? "unable to parse quantity's suffix" : SchemaValidation.NoQuantity, "a quantity such as 10 or 500m", IsUnknown: false);
    }

    private static string Kind(JsonNode value) => value switch
    {
        JsonObject => "object",
        JsonArray => "array",
        _ => value.GetValueKind() switch
        {
            JsonValueKind.String => "string",
            JsonValueKind.Number when value.ToJsonString() is var number && !int.TryParse(number, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _) => $"number {number}",
            JsonValueKind.Number => "number",
            _ => "bool",
        },
    };

    [GeneratedRegex(@"^[+-]?[0-9]+(?:\.[0-9]*)?[eEinumkKMGTP]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex WithUnknownSuffix();
}
