namespace KedaStack.Resources.Graph;

/// <summary>What <c>pulumi up</c> would create.</summary>
internal sealed record ResourceGraph
{
    /// <summary>The stack's name.</summary>
    public required string Stack { get; init; }

    /// <summary>The resources, in the order in which the program makes them; a parent before its children.</summary>
    public required IReadOnlyList<GraphResource> Resources { get; init; }

    /// <summary>The stack's outputs, sorted by name.</summary>
    public required IReadOnlyDictionary<string, GraphOutput> Outputs { get; init; }
}
