using System.Text.Json;
using System.Text.Json.Nodes;
using KedaStack.Tests.Shared;

namespace KedaStack.Tests.Infra.Keda;

/// <summary>The value paths of the chart kedacore/keda 2.20.2 with their defaults.</summary>
internal static class ChartValueFacts
{
    /// <summary>The file, from the root of the repository; its name has the chart's version.</summary>
    public const string File = "tests/Infra/Keda/keda-chart-values-2.20.2.txt";

    private static readonly Dictionary<string, JsonNode?> _defaults = RepositoryRoot.Read(File)
        .Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Where(line => line[0] != '#')
        .Select(line => line.Split(" = ", 2))
        .ToDictionary(parts => parts[0], parts => JsonNode.Parse(parts[1]));

    /// <summary>What the chart would ignore of the values, or take for something else: <c>path: what</c>.</summary>
    public static IEnumerable<string> Violations(JsonObject values) => Violations(values, "");

    private static IEnumerable<string> Violations(JsonNode? value, string path)
    {
        if (_defaults.TryGetValue(path, out var standard))
        {
            return IsOfTheSameKind(standard, value) ? [] : [$"{path}: is no {Kind(standard)} as its default is"];
        }

        return value is JsonObject map
            ? map.SelectMany(entry => Violations(entry.Value, path.Length == 0 ? entry.Key : $"{path}.{entry.Key}"))
            : [$"{path}: is not a value of the chart"];
    }

    // The chart quotes what Kubernetes reads as a quantity, so that a number and a text are the same there.
    private static bool IsOfTheSameKind(JsonNode? standard, JsonNode? value) =>
        standard is null || Kind(standard) == Kind(value) || (Kind(standard), Kind(value)) is ("number", "text");

    private static string Kind(JsonNode? value) => value?.GetValueKind() switch
    {
        JsonValueKind.Object => "map",
        JsonValueKind.Array => "list",
        JsonValueKind.String => "text",
        JsonValueKind.Number => "number",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        _ => "value",
    };
}
