namespace KedaStack.Resources.Graph;

/// <summary>What <c>pulumi up</c> would create, or what files hold.</summary>
internal sealed record ResourceGraph
{
    /// <summary>The stack's name; of files, the folder's.</summary>
    public required string Stack { get; init; }

    /// <summary>The resources, in the order in which the program makes them; a parent before its children.</summary>
    public required IReadOnlyList<GraphResource> Resources { get; init; }

    /// <summary>The stack's outputs, sorted by name.</summary>
    public required IReadOnlyDictionary<string, GraphOutput> Outputs { get; init; }

    /// <summary>What is known about the files that it was read from; null for a stack.</summary>
    public FileFacts? Files { get; init; }

    /// <summary>What it builds on and does not make.</summary>
    public GivenParts Given { get; init; } = new();
}

/// <summary>An output of the stack.</summary>
/// <param name="Value">Its value; empty when it is secret.</param>
/// <param name="IsSecret">Whether it is secret.</param>
internal sealed record GraphOutput(string Value, bool IsSecret)
{
    /// <summary>What stands for a secret wherever it would be shown.</summary>
    public const string Redacted = "[secret]";

    /// <summary>The value, or <see cref="Redacted"/>.</summary>
    public string Shown => IsSecret ? Redacted : Value;
}
