using System.Text.Json.Nodes;

namespace KedaStack.Resources.Objects;

/// <summary>Matches labels as Kubernetes does.</summary>
internal static class LabelSelector
{
    /// <summary>Whether a selector with matchLabels and matchExpressions matches; an empty one matches everything.</summary>
    public static bool Matches(JsonNode? selector, IReadOnlyDictionary<string, string> labels) =>
        Matches(selector.Map("matchLabels"), labels)
        && selector.Objects("matchExpressions").All(expression => Holds(expression, labels));

    /// <summary>Whether all of the labels are there.</summary>
    public static bool Matches(IReadOnlyDictionary<string, string> selector, IReadOnlyDictionary<string, string> labels) =>
        selector.All(label => labels.TryGetValue(label.Key, out var value) && value == label.Value);

    /// <summary>Whether there is anything in a selector.</summary>
    public static bool IsEmpty(JsonNode? selector) =>
        selector.Map("matchLabels").IsEmpty && selector.Objects("matchExpressions").Count == 0;

    /// <summary>A selector or labels in one line.</summary>
    public static string Shown(IReadOnlyDictionary<string, string> labels) => labels.Count == 0
        ? "no labels"
        : string.Join(", ", labels.OrderBy(label => label.Key, StringComparer.Ordinal).Select(label => $"{label.Key}={label.Value}"));

    private static bool Holds(JsonObject expression, IReadOnlyDictionary<string, string> labels)
    {
        var has = labels.TryGetValue(expression.Text("key") ?? "", out var value);
        var values = expression.Texts("values");
        return expression.Text("operator") switch
        {
            "In" => has && values.Contains(value!),
            "NotIn" => !has || !values.Contains(value!),
            "Exists" => has,
            "DoesNotExist" => !has,
            _ => false,
        };
    }
}
