using System.Text.Json;
using System.Text.Json.Nodes;
using KedaStack.Resources.Graph;

namespace KedaStack.Resources.Preview;

/// <summary>What <c>kedastack preview --json</c> wrote, read back.</summary>
/// <param name="Stack">The Pulumi stack.</param>
/// <param name="Resources">The resources by URN, in ordinal order.</param>
/// <param name="Outputs">The stack outputs.</param>
internal sealed record PreviewDocument(string Stack, SortedDictionary<string, PreviewDocumentResource> Resources, JsonObject Outputs)
{
    // With two properties of one name nobody could say which of them holds.
    private static readonly JsonDocumentOptions _options = new() { AllowDuplicateProperties = false };

    /// <summary>A preview of this run.</summary>
    public static PreviewDocument Of(ResourceGraph preview) => Parse(PreviewJson.Write(preview));

    /// <summary>Reads a text.</summary>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    /// <exception cref="FormatException">It is JSON, but not a preview in the form that this version writes.</exception>
    public static PreviewDocument Parse(string text)
    {
        var root = Want<JsonObject>(JsonNode.Parse(text, documentOptions: _options), "the file", "an object");
        var stack = Text(root, "stack", "the file");
        var resources = new SortedDictionary<string, PreviewDocumentResource>(StringComparer.Ordinal);
        var list = Want<JsonArray>(root["resources"], "resources", "a list");
        for (var i = 0; i < list.Count; i++)
        {
            var where = $"resources[{i}]";
            var resource = Resource(Want<JsonObject>(list[i], where, "an object"), where);
            if (!resources.TryAdd(resource.Urn, resource))
            {
                throw new FormatException($"{where} has the urn of another resource");
            }
        }

        return new PreviewDocument(stack, resources, Want<JsonObject>(root["outputs"], "outputs", "an object"));
    }

    private static PreviewDocumentResource Resource(JsonObject resource, string where)
    {
        var options = (JsonObject)Want<JsonObject>(resource["options"], $"{where}.options", "an object").DeepClone();
        // A preview of an earlier version does not have it, nor any resource with it.
        options.TryAdd("replaceOnChanges", new JsonArray());
        options["provider"] = resource["provider"]?.DeepClone();
        return new PreviewDocumentResource
        {
            Urn = Text(resource, "urn", where),
            Type = Text(resource, "type", where),
            Name = Text(resource, "name", where),
            Inputs = Want<JsonObject>(resource["inputs"], $"{where}.inputs", "an object"),
            References = Want<JsonObject>(resource["references"], $"{where}.references", "an object"),
            Options = options,
        };
    }

    private static string Text(JsonObject parent, string key, string where) =>
        parent[key] is JsonValue value && value.TryGetValue<string>(out var text)
            ? text
            : throw new FormatException($"{where} has no {key}");

    private static T Want<T>(JsonNode? node, string where, string what)
        where T : JsonNode => node as T ?? throw new FormatException($"{where} is {(node is null ? "missing" : $"not {what}")}");
}
