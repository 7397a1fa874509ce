using System.Text.Json.Nodes;
using KedaStack.Resources.Graph;
using KedaStack.Resources.Views;

namespace KedaStack.Tests.Resources.Views;

/// <summary>Stacks of a few resources.</summary>
internal static class StackViews
{
    public static StackView Of(params GraphResource[] resources) => new(new ResourceGraph
    {
        Stack = "dev",
        Resources = resources,
        Outputs = new Dictionary<string, GraphOutput>(),
    });

    public static GraphResource Resource(string type, string name, string inputs = "{}", string? reads = null) => new()
    {
        Urn = $"urn:pulumi:dev::app::{type}::{name}",
        Type = type,
        Name = name,
        IsComponent = false,
        Inputs = (JsonObject)JsonNode.Parse(inputs)!,
        References = reads is null ? new Dictionary<string, IReadOnlyList<string>>() : new Dictionary<string, IReadOnlyList<string>> { ["input"] = [$"{reads}.id"] },
        Options = GraphOptions.None,
    };
}
