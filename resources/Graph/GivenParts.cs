namespace KedaStack.Resources.Graph;

/// <summary>What a stack builds on and does not make.</summary>
internal sealed record GivenParts
{
    /// <summary>The namespaces of the apps that are there already.</summary>
    public IReadOnlySet<string> Namespaces { get; init; } = new HashSet<string>();

    /// <summary>The Kubernetes objects in it that were read.</summary>
    public IReadOnlyList<GraphResource> Objects { get; init; } = [];
}
