using System.Text.Json;
using System.Text.Json.Nodes;

namespace KedaStack.Infra.Settings.Parsing.Values;

/// <summary>Lists written as text: JSON (<c>["a","b"]</c>), as Pulumi hands them on, or separated by commas (<c>a,b</c>).</summary>
internal static class ListText
{
    /// <summary>What a text has to look like, for error messages.</summary>
    public const string Expected = "write a JSON list of texts or items separated by commas";

    /// <summary>Reads a list; an empty text is an empty list, and blanks around items separated by commas don't count.</summary>
    /// <returns>Null when the text begins like a JSON list and is none, or holds more than texts and numbers.</returns>
    public static IReadOnlyList<string>? TryParse(string text)
    {
        var trimmed = text.Trim();
        return trimmed.Length == 0 ? []
            : trimmed.StartsWith('[') ? TryParseJson(trimmed)
            : trimmed.Split(',', StringSplitOptions.TrimEntries);
    }

    /// <summary>Reads a JSON list of anything; an empty text is an empty list.</summary>
    /// <returns>Null when the text is none.</returns>
    public static JsonArray? TryParseObjects(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return text is null ? null : [];
        }

        try
        {
            return JsonNode.Parse(text, documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false }) as JsonArray;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static List<string>? TryParseJson(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            var items = document.RootElement.EnumerateArray().ToList();
            return items.TrueForAll(item => item.ValueKind is JsonValueKind.String or JsonValueKind.Number)
                ? items.ConvertAll(item => item.ToString())
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
