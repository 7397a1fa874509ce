using System.Text.Json.Nodes;
using Azure.Bicep.Types;
using Azure.Bicep.Types.Az;
using Azure.Bicep.Types.Concrete;
using Azure.Bicep.Types.Index;

namespace KedaStack.Tests.Infra.AzureTypes;

/// <summary>Azure's own types, as the package Azure.Bicep.Types.Az holds them.</summary>
internal static class OfficialTypes
{
    private static readonly AzTypeLoader _loader = new();

    private static readonly Lazy<TypeIndex> _index = new(_loader.LoadTypeIndex);

    private static readonly System.Collections.Concurrent.ConcurrentDictionary<string, Lazy<TypeBase>> _bodies = new();

    /// <summary>The body of a resource of a type.</summary>
    /// <param name="resourceType">Type and API version: <c>Microsoft.Monitor/accounts@2023-04-03</c>.</param>
    /// <exception cref="KeyNotFoundException">Azure has no such type in that version.</exception>
    public static TypeBase Body(string resourceType) =>
        _bodies.GetOrAdd(resourceType, _ => new Lazy<TypeBase>(() => _loader.LoadResourceType(Reference(resourceType)).Body.Type)).Value;

    /// <summary>What Azure would not take of a resource; empty when it is right.</summary>
    /// <param name="token">The type token of azure-native.</param>
    /// <param name="inputs">The inputs.</param>
    public static IReadOnlyList<string> Violations(string token, JsonObject inputs)
    {
        var type = AzureNativeType.Of(token);
        var violations = new List<string>();
        var body = RequestBody.Of(type, inputs, violations);
        violations.AddRange(TypeCheck.Violations(Body(type.ResourceType), body));
        return violations;
    }

    private static CrossFileTypeReference Reference(string resourceType) => _index.Value.Resources.TryGetValue(resourceType, out var reference)
        ? reference
        : throw new KeyNotFoundException($"Azure's types have no {resourceType}.");
}
