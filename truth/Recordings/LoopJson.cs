using System.Text.Json;

namespace KedaStack.Truth.Recordings;

/// <summary>What the recordings' JSON is made of.</summary>
internal static class LoopJson
{
    private const double Second = 1000;

    public static long Milliseconds(this JsonElement seconds) => (long)Math.Round(seconds.GetDouble() * Second);

    public static JsonElement? Optional(this JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null
            ? value
            : null;

    public static string? Text(this JsonElement parent, string name) => parent.Optional(name)?.GetString();

    public static int? Integer(this JsonElement parent, string name) => parent.Optional(name)?.GetInt32();

    public static long? Time(this JsonElement parent, string name) => parent.Optional(name)?.Milliseconds();

    public static T[] List<T>(this JsonElement parent, string name, Func<JsonElement, T> read) =>
        parent.Optional(name) is { } list ? list.EnumerateArray().Select(read).ToArray() : [];
}
