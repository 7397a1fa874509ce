using System.Collections.Immutable;
using System.Text.Json;

namespace Pulumi;

/// <summary>Inputs that providers take as JSON in a string.</summary>
internal static class JsonText
{
    private static readonly JsonSerializerOptions _options = new() { WriteIndented = false };

    /// <summary>The JSON of an input, unknown or secret where the input is; null stays null.</summary>
    public static Output<string>? Of(object? value) => value switch
    {
        null => null,
        IInput input => new(OutputData.ThenAsync(input.Serializable.Data, SerializeAsync)),
        _ => new(SerializeAsync(value)),
    };

    private static async Task<OutputData> SerializeAsync(object? value)
    {
        var data = PropertyBag.Open(await new Serializer().SerializeAsync(value, "json").ConfigureAwait(false));
        return data.IsKnown ? data with { Value = Write(data.Value) } : data;
    }

    /// <summary>The spacing is that of protobuf, which the official SDK writes with.</summary>
    private static string Write(object? value) => value switch
    {
        ImmutableArray<object?> list => Wrap("[", list.Select(Write), "]"),
        ImmutableDictionary<string, object?> map => Wrap(
            "{", map.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => $"{Write(entry.Key)}: {Write(entry.Value)}"), "}"),
        _ => JsonSerializer.Serialize(value, _options),
    };

    private static string Wrap(string open, IEnumerable<string> items, string close)
        => string.Join(' ', new[] { open, string.Join(", ", items), close }.Where(part => part.Length > 0));
}
