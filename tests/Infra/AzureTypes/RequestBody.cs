using System.Text.Json;
using System.Text.Json.Nodes;

namespace KedaStack.Tests.Infra.AzureTypes;

/// <summary>The body that azure-native sends for a resource, with the name that goes into its path.</summary>
internal static class RequestBody
{
    private const string Properties = "properties";

    // What azure-native leaves beside the properties that it flattens.
    private static readonly string[] _beside = ["identity", "kind", "location", "sku", "tags"];

    /// <summary>The body of a resource.</summary>
    /// <param name="type">Its type.</param>
    /// <param name="inputs">Its inputs; left as they are.</param>
    /// <param name="violations">Gets what is wrong with the parts of the resource's id.</param>
    public static JsonObject Of(AzureNativeType type, JsonObject inputs, ICollection<string> violations)
    {
        var body = new JsonObject();
        foreach (var (key, value) in inputs)
        {
            if (!type.PathInputs.Contains(key))
            {
                Place(type, body, key)[key] = value?.DeepClone();
            }
        }

        foreach (var input in type.PathInputs)
        {
            if (inputs[input] is not { } part)
            {
                violations.Add($"{input}: is missing");
            }
            else if (part.GetValueKind() is not JsonValueKind.String)
            {
                violations.Add($"{input}: must be a string");
            }
        }

        if (inputs[type.PathInputs[^1]] is { } name)
        {
            body["name"] = name.DeepClone();
        }

        return body;
    }

    private static JsonObject Place(AzureNativeType type, JsonObject body, string key)
    {
        if (!type.IsFlattened || _beside.Contains(key))
        {
            return body;
        }

        if (body[Properties] is not JsonObject properties)
        {
            properties = [];
            body[Properties] = properties;
        }

        return properties;
    }
}
