using System.Text.Json.Nodes;
using KedaStack.Resources.Graph;
using KedaStack.Resources.Preview;
using KedaStack.Resources.Writing;

namespace KedaStack.Reports.Preview;

/// <summary>The file of <c>pulumi import --file</c> for the Azure resources of a stack (pulumi/pulumi,
/// pkg/cmd/pulumi/operations/import.go, importSpec).</summary>
internal static class ImportJson
{
    /// <summary>The file for a stack in a subscription.</summary>
    public static async Task<string> OfAsync(PreviewRequest request, string subscriptionId)
    {
        // Grafana's name has the subscription in it.
        var stack = await StackPreviewer.RunAsync(request with
        {
            KnownOutputs = request.KnownOutputs.Add(AzureIds.SubscriptionReference, subscriptionId),
        });
        return Write(stack, AzureIds.Of(stack, subscriptionId));
    }

    /// <summary>The file as indented JSON with a final line break; a parent comes before its children.</summary>
    /// <param name="stack">The preview.</param>
    /// <param name="ids">The ids by URN; what has none is left out, but for the components above what has one.</param>
    public static string Write(ResourceGraph stack, IReadOnlyDictionary<string, string> ids)
    {
        var byUrn = stack.Resources.ToDictionary(resource => resource.Urn);
        var needed = new HashSet<string>();
        foreach (var urn in ids.Keys)
        {
            for (var above = urn; above is not null && needed.Add(above); above = byUrn[above].Parent)
            {
            }
        }

        return MachineJson.Write(new JsonObject
        {
            ["resources"] = new JsonArray([.. stack.Resources
                .Where(resource => needed.Contains(resource.Urn))
                .Select(resource => Resource(resource, byUrn, ids))]),
        });
    }

    private static JsonObject Resource(
        GraphResource resource, Dictionary<string, GraphResource> byUrn, IReadOnlyDictionary<string, string> ids)
    {
        var json = new JsonObject
        {
            ["type"] = resource.Type,
            ["name"] = Name(resource),
            ["logicalName"] = resource.Name,
        };
        if (resource.Parent is { } parent)
        {
            json["parent"] = Name(byUrn[parent]);
        }

        if (resource.IsComponent)
        {
            json["component"] = true;
        }
        else
        {
            json["id"] = ids[resource.Urn];
        }

        return json;
    }

    /// <summary>Unique in the file, where a parent is named by it; a component may be called as its child is.</summary>
    private static string Name(GraphResource resource) => $"{resource.Name}-{resource.Type[(resource.Type.LastIndexOf(':') + 1)..]}";
}
