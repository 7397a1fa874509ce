using System.Text.Json.Nodes;
using KedaStack.Resources.Graph;

namespace KedaStack.Resources.Files.Documents;

/// <summary>A value of a document with the places of its parts.</summary>
/// <param name="Json">The value; null for YAML's null.</param>
/// <param name="Place">Where it is.</param>
/// <param name="Values">How many values it holds, itself among them.</param>
/// <param name="Height">The levels of nesting in it.</param>
internal sealed record DocumentNode(JsonNode? Json, FilePlace Place, int Values, int Height)
{
    /// <summary>An item of a list, or the value of a key, with its own places.</summary>
    public DocumentNode? Part(string key) => Place.Parts.TryGetValue(key, out var place)
        ? new DocumentNode(Json is JsonObject map ? map[key] : (Json as JsonArray)?[int.Parse(key, System.Globalization.CultureInfo.InvariantCulture)], place, 0, 0)
        : null;
}
