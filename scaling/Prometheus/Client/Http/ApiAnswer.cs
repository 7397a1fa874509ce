using System.Text.Json;

namespace KedaStack.Scaling.Prometheus.Client.Http;

/// <summary>The frame of every answer of the API (Prometheus documentation, "HTTP API", format overview).</summary>
/// <param name="IsSuccess">Whether the status is <c>success</c>.</param>
/// <param name="Error">The type and the text of the error; null without.</param>
internal sealed record ApiAnswer(bool IsSuccess, string? Error)
{
    private const int LongestError = 300;

    /// <summary>Reads a body.</summary>
    /// <returns>Null when it is not an answer of the API.</returns>
    public static ApiAnswer? Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement is { ValueKind: JsonValueKind.Object } root && Text(root, "status") is { } status
                ? new ApiAnswer(status == "success", Describe(Text(root, "errorType"), Text(root, "error")))
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Describe(string? type, string? error) =>
        error is null ? type : ShownText.Of(type is null ? error : $"{type}: {error}", LongestError);

    private static string? Text(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? SafeText(value) : null;

    // Half of a surrogate pair is valid JSON, but no text.
    private static string? SafeText(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
