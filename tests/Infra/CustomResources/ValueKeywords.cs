using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using KedaStack.Tests.Infra.Running;

namespace KedaStack.Tests.Infra.CustomResources;

/// <summary>The keywords of a schema that constrain one value by itself. Those for another type of value do not apply.</summary>
internal static class ValueKeywords
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        "enum", "pattern", "minLength", "maxLength", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf",
        "minItems", "maxItems", "uniqueItems", "x-kubernetes-list-type", "minProperties", "maxProperties", "format",
    ];

    /// <summary>What is wrong with a value.</summary>
    public static IEnumerable<string> Check(JsonObject schema, JsonNode value, string path) => Violations(schema, value)
        .Concat(value.GetValueKind() switch
        {
            JsonValueKind.String => OfText(schema, value.GetValue<string>()),
            JsonValueKind.Number => OfNumber(schema, value.Deserialize<double>()),
            JsonValueKind.Array => OfList(schema, (JsonArray)value),
            JsonValueKind.Object => Range(schema, "Properties", ((JsonObject)value).Count),
            _ => [],
        })
        .Select(violation => $"{path}: {violation}");

    private static IEnumerable<string> Violations(JsonObject schema, JsonNode value)
    {
        if (schema["enum"] is JsonArray words && !words.Any(word => JsonNode.DeepEquals(word, value)))
        {
            yield return $"is none of {string.Join(", ", words)}";
        }
    }

    private static IEnumerable<string> OfText(JsonObject schema, string text)
    {
        if ((string?)schema["pattern"] is { } pattern && !Regex.IsMatch(text, pattern, RegexOptions.CultureInvariant))
        {
            yield return $"does not match {pattern}";
        }

        foreach (var violation in Range(schema, "Length", text.EnumerateRunes().Count()))
        {
            yield return violation;
        }

        if ((string?)schema["format"] == "date-time" && !text.Contains('T', StringComparison.Ordinal))
        {
            yield return "is not a date and time";
        }
    }

    private static IEnumerable<string> OfNumber(JsonObject schema, double number)
    {
        if (Number(schema, "minimum") is { } minimum && (number < minimum || (Flag(schema, "exclusiveMinimum") && number <= minimum)))
        {
            yield return $"is below {minimum}";
        }

        if (Number(schema, "maximum") is { } maximum && (number > maximum || (Flag(schema, "exclusiveMaximum") && number >= maximum)))
        {
            yield return $"is above {maximum}";
        }

        if (Number(schema, "multipleOf") is { } factor && !double.IsInteger(number / factor))
        {
            yield return $"is no multiple of {factor}";
        }

        if ((string?)schema["format"] == "int32" && (number < int.MinValue || number > int.MaxValue))
        {
            yield return "does not fit into 32 bits";
        }
    }

    private static IEnumerable<string> OfList(JsonObject schema, JsonArray list)
    {
        foreach (var violation in Range(schema, "Items", list.Count))
        {
            yield return violation;
        }

        var mustDiffer = Flag(schema, "uniqueItems") || (string?)schema["x-kubernetes-list-type"] == "set";
        if (mustDiffer && list.Select(PropertyBag.Text).Distinct().Count() != list.Count)
        {
            yield return "has an item twice";
        }
    }

    private static IEnumerable<string> Range(JsonObject schema, string of, int count)
    {
        if (Number(schema, $"min{of}") is { } minimum && count < minimum)
        {
            yield return $"has less than {minimum} {of}";
        }

        if (Number(schema, $"max{of}") is { } maximum && count > maximum)
        {
            yield return $"has more than {maximum} {of}";
        }
    }

    private static bool Flag(JsonObject schema, string keyword) => schema[keyword]?.GetValueKind() == JsonValueKind.True;

    private static double? Number(JsonObject schema, string keyword) => schema[keyword]?.Deserialize<double>();
}
