using System.Text;
using System.Text.Json;

namespace KedaStack.Scaling.Keda.Go;

/// <summary>A number as KEDA reads it from a text: with encoding/json into a float64 (typed_config.go, setConfigValueHelper).</summary>
internal static class GoJsonNumber
{
    /// <summary>What KEDA's parser says after it broke down on <c>null</c>, without the stack that follows.</summary>
    public const string NullPanic = "reflect: call of reflect.Value.Elem on zero Value";

    /// <summary>The number.</summary>
    /// <param name="text">The text.</param>
    /// <param name="error">The error of encoding/json, or <see cref="NullPanic"/>; null when there is a number.</param>
    public static double Parse(string text, out string? error)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        error = GoJsonSyntax.Error(bytes);
        if (error is not null)
        {
            return 0;
        }

        var reader = new Utf8JsonReader(bytes);
        reader.Read();
        if (reader.TokenType == JsonTokenType.Number)
        {
            var value = reader.TryGetDouble(out var number) ? number : double.PositiveInfinity;
            error = double.IsFinite(value) ? null : $"json: cannot unmarshal number {text} into Go value of type float64";
            return value;
        }

        error = reader.TokenType switch
        {
            JsonTokenType.Null => NullPanic,
            JsonTokenType.String => Mismatch("string"),
            JsonTokenType.StartArray => Mismatch("array"),
            JsonTokenType.StartObject => Mismatch("object"),
            _ => Mismatch("bool"),
        };
        return 0;
    }

    private static string Mismatch(string kind) => $"json: cannot unmarshal {kind} into Go value of type float64";
}
