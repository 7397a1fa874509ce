using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using KedaStack.Infra.Settings.Parsing.Values;
using KedaStack.Infra.Settings.Problems;

namespace KedaStack.Infra.Settings.Parsing.Workloads;

/// <summary>The fields of an object in structured settings: single values and lists of them for the reader, mappings apart.</summary>
/// <param name="json">The object.</param>
internal sealed class ItemFields(JsonObject json)
{
    /// <summary>A field as it was written; null when it is not there.</summary>
    public JsonNode? this[string key] => json[key];

    /// <summary>The single values and the lists of single values. A value that is neither cannot be used as one.</summary>
    /// <param name="except">The fields that are read apart.</param>
    public RawSettings Raw(params string[] except)
    {
        var raw = RawSettings.Empty;
        foreach (var (key, node) in json)
        {
            if (node is not null && !except.Contains(key))
            {
                raw = raw.With(key, Value(node));
            }
        }

        return raw;
    }

    /// <summary>Reports fields that are none.</summary>
    /// <param name="reader">The reader of the object.</param>
    /// <param name="known">The fields that there are.</param>
    public void CheckKeys(SettingsReader reader, IReadOnlyList<string> known)
    {
        foreach (var (key, node) in json)
        {
            if (!known.Contains(key))
            {
                reader.RejectQuoted(
                    key, "is not a field", Shown(node),
                    EditDistance.Nearest(key, known) is { } nearest ? $"did you mean {nearest}?" : $"write one of {string.Join(", ", known)}");
            }
        }
    }

    /// <summary>A mapping of texts; numbers and booleans become texts. Null when it is not there, and after a problem.</summary>
    public ImmutableSortedDictionary<string, string>? Texts(SettingsReader reader, string key)
    {
        if (json[key] is not { } node)
        {
            return null;
        }

        if (node is not JsonObject map)
        {
            reader.RejectQuoted(key, "is not a mapping", Shown(node), "write key: value below it");
            return null;
        }

        var texts = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in map)
        {
            if (Scalar(value) is { } text)
            {
                texts.Add(name, text);
            }
            else
            {
                reader.RejectQuoted($"{key}.{name}", "is not a single value", Shown(value), "write a text");
            }
        }

        return texts.ToImmutable();
    }

    /// <summary>A single value as text; null for anything else.</summary>
    public static string? Scalar(JsonNode? node) => node?.GetValueKind() switch
    {
        JsonValueKind.String => node.GetValue<string>(),
        JsonValueKind.Number => node.ToJsonString(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => null,
    };

    /// <summary>A value as messages show it.</summary>
    public static string Shown(JsonNode? node) => node switch
    {
        null => "nothing",
        JsonObject => "a mapping",
        JsonArray list => string.Create(CultureInfo.InvariantCulture, $"a list of {list.Count}"),
        _ => Quoted.Text(Scalar(node) ?? node.ToJsonString()),
    };

    private static RawValue Value(JsonNode node) =>
        Scalar(node) is { } text ? RawValue.OfText(text)
        : node is JsonArray list && list.All(item => Scalar(item) is not null) ? RawValue.OfItems([.. list.Select(item => Scalar(item)!)])
        : RawValue.Unusable(SettingsProblem.Describe("is not a single value", Shown(node), "write a single value"));
}
