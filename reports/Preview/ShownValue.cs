using System.Globalization;
using System.Text.Json.Nodes;
using KedaStack.Resources.Diff;
using KedaStack.Resources.Writing;

namespace KedaStack.Reports.Preview;

/// <summary>Values as a diff shows them: on one line, long texts counted instead of printed, nothing invisible.</summary>
internal static class ShownValue
{
    /// <summary>What is longer is counted or cut.</summary>
    public const int MaximumCharacters = 600;

    private const string UrnPrefix = "urn:pulumi:";

    /// <summary>Whether the change is one of a long text, and what to say instead: <c>+12 -3 lines</c>; null when it is not.</summary>
    public static string? Summary(PropertyChange change)
    {
        var (earlier, present) = (Text(change.Earlier), Text(change.Present));
        var textsOnly = (change.Earlier is null || earlier is not null) && (change.Present is null || present is not null);
        return textsOnly && (IsLong(earlier) || IsLong(present)) ? LineDiff.Summarise(earlier, present) : null;
    }

    /// <summary>The value on one line.</summary>
    public static string Of(JsonNode? value)
    {
        if (Text(value) is { } text && ShortUrn(text) is { } urn)
        {
            return VisibleText.Of(urn);
        }

        return Short(VisibleText.Of(WithoutLongTexts(value)?.ToJsonString(MachineJson.OneLine) ?? "null"));
    }

    /// <summary>The line, cut if it is long; JSON escapes what a cut could tear apart.</summary>
    public static string Short(string line) => line.Length <= MaximumCharacters
        ? line
        : string.Create(CultureInfo.InvariantCulture, $"{line[..MaximumCharacters]}... ({line.Length} characters)");

    /// <summary>A copy of the value in which long texts are counted.</summary>
    public static JsonNode? WithoutLongTexts(JsonNode? value) => value switch
    {
        JsonObject map => new JsonObject(map.Select(entry => KeyValuePair.Create(entry.Key, WithoutLongTexts(entry.Value)))),
        JsonArray list => new JsonArray([.. list.Select(WithoutLongTexts)]),
        _ when Text(value) is { } text && IsLong(text) =>
            string.Create(CultureInfo.InvariantCulture, $"({Shown.Count(LineDiff.Lines(text).Count, "line")})"),
        _ => value?.DeepClone(),
    };

    private static bool IsLong(string? text) => text?.Length > MaximumCharacters;

    private static string? Text(JsonNode? value) =>
        value is JsonValue scalar && scalar.TryGetValue<string>(out var text) ? text : null;

    /// <summary>A URN as its name and the last part of its type.</summary>
    private static string? ShortUrn(string text) =>
        text.StartsWith(UrnPrefix, StringComparison.Ordinal) && text.Split("::") is [_, _, var type, var name]
            ? $"{name} ({type[(type.LastIndexOf(':') + 1)..]})"
            : null;
}
