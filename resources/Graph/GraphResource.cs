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

    /// <summary>Where it was read from; null for a resource of the stack.</summary>
    public ResourceOrigin? Origin { get; init; }
}

/// <summary>The options of a resource that its inputs do not show.</summary>
internal sealed record GraphOptions
{
    /// <summary>None, as objects of files have them.</summary>
    public static GraphOptions None { get; } = new()
    {
        DependsOn = [],
        IgnoreChanges = [],
        ReplaceOnChanges = [],
        Protect = false,
        Hooks = new Dictionary<string, IReadOnlyList<string>>(),
        Timeouts = new Dictionary<string, string>(),
    };

    /// <summary>The URNs of what must be there first and go last, sorted.</summary>
    public required IReadOnlyList<string> DependsOn { get; init; }

    /// <summary>The URN of the resource with which it vanishes.</summary>
    public string? DeletedWith { get; init; }

    /// <summary>The paths of inputs whose drift is ignored.</summary>
    public required IReadOnlyList<string> IgnoreChanges { get; init; }

    /// <summary>The inputs whose changes replace the resource, besides those that the provider says.</summary>
    public required IReadOnlyList<string> ReplaceOnChanges { get; init; }

    /// <summary>Whether Pulumi refuses to delete it.</summary>
    public required bool Protect { get; init; }

    /// <summary>The names of its hooks, by when they run.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Hooks { get; init; }

    /// <summary>Its own timeouts, by operation.</summary>
    public required IReadOnlyDictionary<string, string> Timeouts { get; init; }
}
