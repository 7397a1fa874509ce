using System.Text.Json;

namespace KedaStack.Local.Load;

/// <summary>What a load generator says of its requests: a line of its output.</summary>
/// <param name="Event">The kind of line: <c>start</c>, <c>interval</c> or <c>total</c>.</param>
/// <param name="Sent">The requests that it started.</param>
/// <param name="Ok">Those that were answered well.</param>
/// <param name="Dropped">The requests that came due, but were not started.</param>
/// <param name="Failed">Those that failed, by the kind of error.</param>
internal sealed record GeneratorReport(string Event, long Sent, long Ok, long Dropped, IReadOnlyDictionary<string, long> Failed)
{
    /// <summary>The kind of line that is the first.</summary>
    public const string Start = "start";

    /// <summary>The kind of line that is the last.</summary>
    public const string Total = "total";

    private const string ErrorPrefix = "errors_";

    /// <summary>Reads a line.</summary>
    /// <returns>Null for a line of another form.</returns>
    public static GeneratorReport? TryParse(string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            var fields = json.RootElement;
            return new GeneratorReport(
                fields.GetProperty("event").GetString()!,
                Count(fields, "sent"),
                Count(fields, "ok"),
                Count(fields, "dropped"),
                fields.EnumerateObject()
                    .Where(field => field.Name.StartsWith(ErrorPrefix, StringComparison.Ordinal))
                    .ToDictionary(field => field.Name[ErrorPrefix.Length..], field => field.Value.GetInt64()));
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }

    private static long Count(JsonElement fields, string name) => fields.TryGetProperty(name, out var field) ? field.GetInt64() : 0;
}
