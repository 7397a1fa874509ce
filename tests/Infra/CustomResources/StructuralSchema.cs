using System.Text.Json;
using System.Text.Json.Nodes;

namespace KedaStack.Tests.Infra.CustomResources;

/// <summary>
/// A structural schema of a custom resource definition, applied as the API server applies it
/// (kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions). Properties that the schema
/// does not name are violations too: the API server would drop them without a word.
/// </summary>
/// <param name="schema">The schema as in <c>openAPIV3Schema</c>.</param>
internal sealed class StructuralSchema(JsonObject schema)
{
    /// <summary>Keywords that constrain nothing, or that are CEL, which this does not evaluate.</summary>
    private static readonly string[] _withoutEffect =
        ["description", "default", "title", "example", "x-kubernetes-map-type", "x-kubernetes-validations"];

    private static readonly string[] _structural =
    [
        "type", "nullable", "properties", "required", "additionalProperties", "items", "allOf", "anyOf", "oneOf", "not",
        "x-kubernetes-int-or-string", "x-kubernetes-preserve-unknown-fields",
    ];

    /// <summary>What is wrong with a value, each as <c>path: what</c>; nothing when it is valid.</summary>
    /// <exception cref="NotSupportedException">The schema has a keyword that this does not know.</exception>
    public IReadOnlyList<string> Validate(JsonNode? value) => [.. Check(schema, value, "", mustBeNamed: true)];

    /// <summary>The keywords of the schema and of all schemas in it that this does not know.</summary>
    public IEnumerable<string> UnknownKeywords() => Subschemas(schema).SelectMany(Unknown).Distinct();

    private static IEnumerable<string> Check(JsonObject schema, JsonNode? value, string path, bool mustBeNamed)
    {
        if (Unknown(schema).FirstOrDefault() is { } unknown)
        {
            throw new NotSupportedException($"{path}: the keyword {unknown} is not supported.");
        }

        if (value is null)
        {
            return Flag(schema, "nullable") ? [] : [$"{path}: is null"];
        }

        var type = Flag(schema, "x-kubernetes-int-or-string") ? "integer or string" : (string?)schema["type"];
        if (type is not null && !IsOf(type, value))
        {
            return [$"{path}: must be {type}"];
        }

        return Junctors(schema, value, path).Concat(ValueKeywords.Check(schema, value, path)).Concat(value switch
        {
            JsonObject map => Properties(schema, map, path, mustBeNamed),
            JsonArray list => Items(schema, list, path, mustBeNamed),
            _ => [],
        });
    }

    private static bool IsOf(string type, JsonNode value) => (type, value.GetValueKind()) switch
    {
        ("object", JsonValueKind.Object) or ("array", JsonValueKind.Array) or ("string", JsonValueKind.String) => true,
        ("boolean", JsonValueKind.True or JsonValueKind.False) or ("number", JsonValueKind.Number) => true,
        ("integer" or "integer or string", JsonValueKind.Number) => double.IsInteger(value.Deserialize<double>()),
        ("integer or string", JsonValueKind.String) => true,
        _ => false,
    };

    private static IEnumerable<string> Properties(JsonObject schema, JsonObject map, string path, bool mustBeNamed)
    {
        foreach (var name in schema["required"] as JsonArray ?? [])
        {
            if (!map.ContainsKey((string)name!))
            {
                yield return $"{path}: lacks {name}";
            }
        }

        var named = schema["properties"] as JsonObject ?? [];
        var others = schema["additionalProperties"];
        var anyOther = Flag(schema, "x-kubernetes-preserve-unknown-fields") || others?.GetValueKind() == JsonValueKind.True;
        foreach (var (name, value) in map)
        {
            var child = path.Length == 0 ? name : $"{path}.{name}";
            if ((named[name] ?? others) is JsonObject known)
            {
                foreach (var violation in Check(known, value, child, mustBeNamed))
                {
                    yield return violation;
                }
            }
            else if (mustBeNamed && !anyOther)
            {
                yield return $"{child}: is not in the schema";
            }
        }
    }

    private static IEnumerable<string> Items(JsonObject schema, JsonArray list, string path, bool mustBeNamed) =>
        schema["items"] is JsonObject items
            ? list.SelectMany((item, i) => Check(items, item, $"{path}[{i}]", mustBeNamed))
            : [];

    /// <summary>Schemas under these only constrain values; what exists is said outside of them.</summary>
    private static IEnumerable<string> Junctors(JsonObject schema, JsonNode value, string path)
    {
        foreach (var branch in Branches(schema, "allOf"))
        {
            foreach (var violation in Check(branch, value, path, mustBeNamed: false))
            {
                yield return violation;
            }
        }

        if (schema.ContainsKey("anyOf") && !Branches(schema, "anyOf").Any(Fits))
        {
            yield return $"{path}: fits none of anyOf";
        }

        if (schema.ContainsKey("oneOf") && Branches(schema, "oneOf").Count(Fits) != 1)
        {
            yield return $"{path}: does not fit exactly one of oneOf";
        }

        if (schema["not"] is JsonObject forbidden && Fits(forbidden))
        {
            yield return $"{path}: fits not";
        }

        bool Fits(JsonObject branch) => !Check(branch, value, path, mustBeNamed: false).Any();
    }

    private static IEnumerable<JsonObject> Branches(JsonObject schema, string keyword) =>
        (schema[keyword] as JsonArray ?? []).OfType<JsonObject>();

    private static bool Flag(JsonObject schema, string keyword) => schema[keyword]?.GetValueKind() == JsonValueKind.True;

    private static IEnumerable<string> Unknown(JsonObject schema) => schema
        .Select(entry => entry.Key)
        .Where(key => !_withoutEffect.Contains(key) && !_structural.Contains(key) && !ValueKeywords.All.Contains(key));

    private static IEnumerable<JsonObject> Subschemas(JsonObject schema)
    {
        var named = (schema["properties"] as JsonObject ?? []).Select(entry => entry.Value);
        return named
            .Concat([schema["items"], schema["additionalProperties"], schema["not"]])
            .OfType<JsonObject>()
            .Concat(Branches(schema, "allOf"))
            .Concat(Branches(schema, "anyOf"))
            .Concat(Branches(schema, "oneOf"))
            .SelectMany(Subschemas)
            .Prepend(schema);
    }
}
