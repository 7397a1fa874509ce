using System.Text.Json.Nodes;

namespace KedaStack.Resources.Graph;

/// <summary>One resource as <c>pulumi up</c> would register it.</summary>
internal sealed record GraphResource
{
    /// <summary>Its URN, as the engine builds it.</summary>
    public required string Urn { get; init; }

    /// <summary>Its type token.</summary>
    public required string Type { get; init; }

    /// <summary>Its logical name.</summary>
    public required string Name { get; init; }

    /// <summary>The URN of its parent; null below the stack itself.</summary>
    public string? Parent { get; init; }

    /// <summary>The URN of its provider; null for the default provider of its package.</summary>
    public string? Provider { get; init; }

    /// <summary>Whether it only groups other resources.</summary>
    public required bool IsComponent { get; init; }

    /// <summary>Its inputs, keys sorted.</summary>
    public required JsonObject Inputs { get; init; }

    /// <summary>By the path of an input: the outputs of other resources in it.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> References { get; init; }

    /// <summary>Its options.</summary>
    public required GraphOptions Options { get; init; }
}
