using System.Collections;
using System.Collections.Immutable;
using System.Text.Json.Nodes;
using KedaStack.Infra.Settings.Changes;

namespace KedaStack.Resources.Graph;

/// <summary>Turns the property bags of the mocks into JSON with sorted keys.</summary>
internal static class InputValues
{
    /// <summary>The inputs as JSON.</summary>
    /// <param name="inputs">Strings, booleans, numbers, arrays and maps, as mocks get them.</param>
    /// <param name="secrets">Texts that are not shown.</param>
    public static JsonObject ToJson(ImmutableDictionary<string, object> inputs, IReadOnlySet<string> secrets) =>
        (JsonObject)Convert(inputs, secrets)!;

    /// <summary>By the path of an input: the outputs of other resources in it.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> References(JsonObject inputs)
    {
        var references = new SortedDictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        Visit(inputs, "");
        return references;

        void Visit(JsonNode? node, string path)
        {
            switch (node)
            {
                case JsonObject map:
                    foreach (var (key, value) in map)
                    {
                        Visit(value, path.Length == 0 ? key : $"{path}.{key}");
                    }

                    break;
                case JsonArray list:
                    for (var i = 0; i < list.Count; i++)
                    {
                        Visit(list[i], $"{path}[{i}]");
                    }

                    break;
                case JsonValue value when value.TryGetValue<string>(out var text):
                    string[] found = [.. ReferenceToken.FindAll(text).Distinct()];
                    if (found.Length > 0)
                    {
                        references[path] = found;
                    }

                    break;
            }
        }
    }

    /// <summary>The value at a path such as <c>agentPoolProfiles[0].vmSize</c> as text; null where there is none.</summary>
    public static string? Find(JsonObject inputs, string path) => InputPath.Find(inputs, path);

    private static JsonNode? Convert(object? value, IReadOnlySet<string> secrets) => value switch
    {
        null => null,
        string text => secrets.Contains(text) ? GraphOutput.Redacted : text,
        bool flag => flag,
        double number => number,
        int number => number,
        IReadOnlyDictionary<string, object> map => new JsonObject(map
            .OrderBy(entry => entry.Key, StringComparer.Ordinal)
            .Select(entry => KeyValuePair.Create(entry.Key, Convert(entry.Value, secrets)))),
        IEnumerable list => new JsonArray([.. list.Cast<object?>().Select(item => Convert(item, secrets))]),
        _ => throw new NotSupportedException($"An input of type {value.GetType()} cannot be shown."),
    };
}
