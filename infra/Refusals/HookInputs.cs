using System.Collections;
using System.Text.Json.Nodes;

namespace KedaStack.Infra.Refusals;

/// <summary>The inputs that a hook gets, as JSON.</summary>
internal static class HookInputs
{
    /// <summary>Texts, booleans, numbers, lists and maps; what is none of them, such as a value that a preview does not
    /// know, is null.</summary>
    public static JsonObject ToJson(IReadOnlyDictionary<string, object?> inputs) =>
        new(inputs.Select(input => KeyValuePair.Create(input.Key, Convert(input.Value))));

    private static JsonNode? Convert(object? value) => value switch
    {
        string text => text,
        bool flag => flag,
        double number => number,
        int number => number,
        IReadOnlyDictionary<string, object?> map => ToJson(map),
        IEnumerable list => new JsonArray([.. list.Cast<object?>().Select(Convert)]),
        _ => null,
    };
}
