using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using KedaStack.Infra.Settings.Problems;
using KedaStack.Resources.Graph;
using KedaStack.Resources.Objects;
using KedaStack.Scaling.Keda.Semantics;
using KedaStack.Scaling.Quantities;

namespace KedaStack.Checks.Admission.Schemas;

/// <summary>
/// Holds an object against its definition as the API server does, in its words (k8s.io/kube-openapi/pkg/validation/errors
/// and k8s.io/apimachinery/pkg/util/validation/field of Kubernetes 1.37).
/// </summary>
internal static class SchemaValidation
{
    /// <summary>The words for what is no quantity.</summary>
    public const string NoQuantity = "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'";

    private static readonly string[] _ofEveryObject = ["apiVersion", "kind", "metadata", "status"];
    private static readonly TimeSpan _longest = TimeSpan.FromSeconds(1);

    /// <summary>What the API server says of an object of a custom definition.</summary>
    /// <param name="schema">The object's definition.</param>
    /// <param name="json">The object.</param>
    /// <param name="keda">The version of KEDA whose definition it is.</param>
    public static IReadOnlyList<SchemaFault> Faults(ObjectSchema schema, JsonObject json, KedaVersion keda)
    {
        var faults = new List<SchemaFault>();
        Fields(schema.Fields, json, "", _ofEveryObject, keda, faults);
        return faults;
    }

    private static void Fields(
        IReadOnlyDictionary<string, ObjectSchema> fields, JsonObject json, string path, string[] others, KedaVersion keda, List<SchemaFault> faults)
    {
        foreach (var (name, _) in json)
        {
            if (!others.Contains(name) && (!fields.TryGetValue(name, out var known) || !known.IsKnownTo(keda)))
            {
                faults.Add(Unknown(fields, path, name, keda));
            }
        }

        foreach (var (name, schema) in fields)
        {
            var place = PropertyPath.Key(path, name);
            // The API server takes a null out before it looks, since no field here is nullable.
            if (json[name] is { } value)
            {
                if (schema.IsKnownTo(keda))
                {
                    Value(schema, value, place, keda, faults);
                }
            }
            else if (schema.IsRequired && schema.IsKnownTo(keda))
            {
                faults.Add(new SchemaFault(place, $"{place}: Required value", Described(schema, keda), IsUnknown: false));
            }
        }
    }

    private static void Value(ObjectSchema schema, JsonNode? value, string path, KedaVersion keda, List<SchemaFault> faults)
    {
        if (!HasType(schema.Type, value))
        {
            var (found, wanted) = (TypeOf(value), schema.Type switch { "map" => "object", "quantity" or "intOrString" => "integer or string", _ => schema.Type });
            Refuse(faults, path, $"\"{found}\"", $"{path} in body must be of type {wanted}: \"{found}\"", Described(schema, keda));
            return;
        }

        switch (value)
        {
            case JsonObject map when schema.Type == "object":
                Fields(schema.Fields, map, path, [], keda, faults);
                break;
            case JsonObject map when schema.Type == "map":
                foreach (var (name, item) in map.Where(entry => entry.Value is not null))
                {
                    Item(schema, item, PropertyPath.Key(path, name), keda, faults);
                }

                break;
            case JsonArray list when schema.Type == "array":
                if (list.Count < schema.LeastItems && schema.IsBoundedBy(keda))
                {
                    Refuse(faults, path, $"{list.Count}", $"{path} in body should have at least {schema.LeastItems} items", $"at least {schema.LeastItems}");
                }

                for (var i = 0; i < list.Count; i++)
                {
                    Item(schema, list[i], PropertyPath.Item(path, i), keda, faults);
                }

                break;
            case JsonValue scalar:
                Scalar(schema, scalar, path, keda, faults);
                break;
        }
    }

    private static void Item(ObjectSchema schema, JsonNode? item, string path, KedaVersion keda, List<SchemaFault> faults) =>
        Value(schema with { Type = schema.Of ?? "object", Of = null, LeastItems = 0 }, item, path, keda, faults);

    private static void Scalar(ObjectSchema schema, JsonValue value, string path, KedaVersion keda, List<SchemaFault> faults)
    {
        var text = Inputs.Scalar(value)!;
        var shown = value.GetValueKind() == JsonValueKind.String ? $"\"{text}\"" : text;
        if (!schema.IsBoundedBy(keda))
        {
            return;
        }

        if (schema.Minimum is { } minimum && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number < minimum)
        {
            Refuse(faults, path, shown, $"{path} in body should be greater than or equal to {minimum}", $"{minimum} or more");
        }
        else if (text.Length < schema.LeastLength)
        {
            Refuse(faults, path, shown, $"{path} in body should be at least {schema.LeastLength} chars long", "a text");
        }
        else if (schema.Pattern is { } pattern && !Regex.IsMatch(text, pattern, RegexOptions.CultureInvariant, _longest))
        {
            Refuse(faults, path, shown, $"{path} in body should match '{pattern}'", "a text of this form");
        }
        else if (schema.Words is { Count: > 0 } words && !words.Any(word => word.Text == text && word.IsKnownTo(keda)))
        {
            var known = words.Where(word => word.IsKnownTo(keda)).Select(word => word.Text).ToList();
            var supported = string.Join(", ", known.Select(word => $"\"{word}\""));
            var expected = words.FirstOrDefault(word => word.Text == text) is { Since: { } since } ? $"KEDA from {since.Major}.{since.Minor} on, or one of {string.Join(", ", known)}"
                : EditDistance.Nearest(text, known) ?? $"one of {string.Join(", ", known)}";
            faults.Add(new SchemaFault(path, $"{path}: Unsupported value: {shown}: supported values: {supported}", expected, IsUnknown: false));
        }
        else if (schema.Type == "quantity" && MilliQuantity.TryParse(text) is null)
        {
            Refuse(faults, path, shown, NoQuantity, "a quantity such as 10 or 500m");
        }
    }

    private static void Refuse(List<SchemaFault> faults, string path, string shown, string words, string expected) =>
        faults.Add(new SchemaFault(path, $"{path}: Invalid value: {shown}: {words}", expected, IsUnknown: false));

    private static SchemaFault Unknown(IReadOnlyDictionary<string, ObjectSchema> fields, string path, string name, KedaVersion keda)
    {
        var place = PropertyPath.Key(path, name);
        var expected = fields.GetValueOrDefault(name) is { Before: { } before } && keda >= before ? $"no such field since KEDA {before.Major}.{before.Minor}"
            : fields.GetValueOrDefault(name)?.Since is { } since ? $"KEDA from {since.Major}.{since.Minor} on"
            : EditDistance.Nearest(name, fields.Where(field => field.Value.IsKnownTo(keda)).Select(field => field.Key)) is { } nearest ? nearest
            : "no such field";
        return new SchemaFault(place, $"strict decoding error: unknown field \"{(path.Length == 0 ? name : $"{path}.{name}")}\"", expected, IsUnknown: true);
    }

    /// <summary>What a field takes, for people.</summary>
    /// <param name="schema">The field.</param>
    /// <param name="keda">The version of KEDA that takes it.</param>
    public static string Described(ObjectSchema schema, KedaVersion keda) => schema switch
    {
        { Words.Count: > 0 } => $"one of {string.Join(", ", schema.Words.Where(word => word.IsKnownTo(keda)).Select(word => word.Text))}",
        { Type: "integer" } => "a whole number without quotes",
        { Type: "boolean" } => "true or false without quotes",
        { Type: "string" } => "a text; a number or a boolean in quotes",
        { Type: "array" } => "a list",
        { Type: "quantity" } => "a quantity such as 10 or 500m",
        { Type: "intOrString" } => "a number or a text",
        _ => "fields",
    };

    private static bool HasType(string type, JsonNode? value) => type switch
    {
        "any" => true,
        "object" or "map" => value is JsonObject,
        "array" => value is JsonArray,
        "string" => value?.GetValueKind() == JsonValueKind.String,
        "boolean" => value?.GetValueKind() is JsonValueKind.True or JsonValueKind.False,
        "integer" => value?.GetValueKind() == JsonValueKind.Number && IsWhole(value),
        "number" => value?.GetValueKind() == JsonValueKind.Number,
        _ => value?.GetValueKind() is JsonValueKind.Number or JsonValueKind.String,
    };

    private static string TypeOf(JsonNode? value) => value switch
    {
        null => "null",
        JsonObject => "object",
        JsonArray => "array",
        _ => value.GetValueKind() switch
        {
            JsonValueKind.String => "string",
            JsonValueKind.True or JsonValueKind.False => "boolean",
            _ => IsWhole(value) ? "integer" : "number",
        },
    };

    private static bool IsWhole(JsonNode value) =>
        decimal.TryParse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number == decimal.Truncate(number);
}
