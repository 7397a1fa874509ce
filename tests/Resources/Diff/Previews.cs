using System.Text.Json.Nodes;
using KedaStack.Resources.Preview;

namespace KedaStack.Tests.Resources.Diff;

/// <summary>Small previews to compare.</summary>
internal static class Previews
{
    public static PreviewDocument Of(params JsonObject[] resources) => WithOutputs("{}", resources);

    public static PreviewDocument WithOutputs(string outputs, params JsonObject[] resources) =>
        PreviewDocument.Parse(Text(outputs, resources));

    public static string Text(string outputs, params JsonObject[] resources) => new JsonObject
    {
        ["stack"] = "dev",
        ["resources"] = new JsonArray([.. resources.Select(resource => resource.DeepClone())]),
        ["outputs"] = JsonNode.Parse(outputs),
    }.ToJsonString();

    public static JsonObject Resource(
        string type, string name, string inputs = "{}", string options = "{}", string references = "{}", string? provider = null) => new()
        {
            ["urn"] = Urn(type, name),
            ["type"] = type,
            ["name"] = name,
            ["parent"] = null,
            ["provider"] = provider,
            ["inputs"] = JsonNode.Parse(inputs),
            ["references"] = JsonNode.Parse(references),
            ["options"] = JsonNode.Parse(options),
        };

    public static string Urn(string type, string name) => $"urn:pulumi:dev::kedastack::kedastack:index:KedaStack${type}::{name}";

    public static JsonObject Service(string name, string inputs) => Resource("kubernetes:core/v1:Service", name, inputs);
}
