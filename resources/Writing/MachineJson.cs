using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace KedaStack.Resources.Writing;

/// <summary>How every command writes JSON.</summary>
internal static class MachineJson
{
    private static readonly JsonSerializerOptions _options = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        // For a terminal and a diff, not for HTML: queries stay readable.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>How a value is written on one line.</summary>
    public static JsonSerializerOptions OneLine { get; } = new(_options) { WriteIndented = false };

    /// <summary>Indented JSON with a final line break.</summary>
    public static string Write(JsonObject json) => json.ToJsonString(_options) + "\n";

    /// <summary>One line of JSON with its line break.</summary>
    public static string WriteLine(JsonObject json) => json.ToJsonString(OneLine) + "\n";
}
