using System.Text.Json.Nodes;
using KedaStack.Resources.Graph;
using KedaStack.Resources.Writing;

namespace KedaStack.Resources.Preview;

/// <summary>The preview for machines: everything sorted, so that two previews of the same settings are the same text.</summary>
internal static class PreviewJson
{
    /// <summary>The preview as indented JSON with a final line break.</summary>
    public static string Write(ResourceGraph stack) => MachineJson.Write(new JsonObject
    {
        ["stack"] = stack.Stack,
        ["resources"] = new JsonArray([.. stack.Resources.OrderBy(resource => resource.Urn, StringComparer.Ordinal).Select(Resource)]),
        ["outputs"] = new JsonObject(stack.Outputs.Select(output =>
            KeyValuePair.Create(output.Key, (JsonNode?)output.Value.Shown))),
    });

    private static JsonObject Resource(GraphResource resource) => new()
    {
        ["urn"] = resource.Urn,
        ["type"] = resource.Type,
        ["name"] = resource.Name,
        ["parent"] = resource.Parent,
        ["provider"] = resource.Provider,
        ["inputs"] = resource.Inputs.DeepClone(),
        ["references"] = Lists(resource.References),
        ["options"] = new JsonObject
        {
            ["dependsOn"] = List(resource.Options.DependsOn),
            ["deletedWith"] = resource.Options.DeletedWith,
            ["ignoreChanges"] = List(resource.Options.IgnoreChanges),
            ["replaceOnChanges"] = List(resource.Options.ReplaceOnChanges),
            ["protect"] = resource.Options.Protect,
            ["hooks"] = Lists(resource.Options.Hooks),
            ["timeouts"] = new JsonObject(resource.Options.Timeouts.Select(timeout =>
                KeyValuePair.Create(timeout.Key, (JsonNode?)timeout.Value))),
        },
    };

    private static JsonObject Lists(IReadOnlyDictionary<string, IReadOnlyList<string>> lists) =>
        new(lists.Select(list => KeyValuePair.Create(list.Key, (JsonNode?)List(list.Value))));

    private static JsonArray List(IReadOnlyList<string> list) => new([.. list.Select(item => (JsonNode?)item)]);
}
