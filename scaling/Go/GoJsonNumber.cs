using System.Text;
using System.Text.Json;

namespace KedaStack.Scaling.Go;

/// <summary>A number as KEDA reads it from a text: with encoding/json (typed_config.go, setConfigValueHelper).</summary>
internal static class GoJsonNumber
{
    /// <summary>What KEDA's parser says after it broke down on <c>null</c>, without the stack that follows.</summary>
    public const string NullPanic = "reflect: call of reflect.Value.Elem on zero Value";

    /// <summary>The number, into a float64.</summary>
    /// <param name="text">The text.</param>
    /// <param name="error">The error of encoding/json, or <see cref="NullPanic"/>; null when there is a number.</param>
    public static double Parse(string text, out string? error) => Read<double>(
        text, "float64", static (ref Utf8JsonReader reader) => reader.TryGetDouble(out var number) && double.IsFinite(number) ? number : null, out error);

    /// <summary>The number, into an int64.</summary>
    /// <param name="text">The text.</param>
    /// <param name="error">The error of encoding/json, or <see cref="NullPanic"/>; null when there is a number.</param>
    public static long ParseInt64(string text, out string? error) => Read<long>(
        text, "int64", static (ref Utf8JsonReader reader) => IsWhole(reader.ValueSpan) && reader.TryGetInt64(out var number) ? number : null, out error);

    private delegate T? Number<T>(ref Utf8JsonReader reader)
        where T : struct;

    private static T Read<T>(string text, string type, Number<T> number, out string? error)
        where T : struct
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        error = GoJsonSyntax.Error(bytes);
        if (error is not null)
        {
            return default;
        }

        var reader = new Utf8JsonReader(bytes);
        reader.Read();
        if (reader.TokenType == JsonTokenType.Number && number(ref reader) is { } value)
        {
            return value;
        }

        error = reader.TokenType == JsonTokenType.Null ? NullPanic : Mismatch(Kind(reader.TokenType, text), type);
        return default;
    }

    // Go takes no fraction and no exponent for an integer, even where its value is whole.
    private static bool IsWhole(ReadOnlySpan<byte> number) => number.IndexOfAnyExceptInRange((byte)'0', (byte)'9') <= 0
        && (number[0] != '-' || number[1..].IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0);

    private static string Kind(JsonTokenType token, string text) => token switch
    {
        JsonTokenType.Number => $"number {text}",
        JsonTokenType.String => "string",
        JsonTokenType.StartArray => "array",
        JsonTokenType.StartObject => "object",
        _ => "bool",
    };

    private static string Mismatch(string kind, string type) => $"json: cannot unmarshal {kind} into Go value of type {type}";
}
