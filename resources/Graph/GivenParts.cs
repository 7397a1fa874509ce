namespace KedaStack.Resources.Graph;

/// <summary>What a stack builds on and does not make.</summary>
internal sealed record GivenParts
{
    /// <summary>The namespaces of the apps that are there already, and of a KEDA that is.</summary>
    public IReadOnlySet<string> Namespaces { get; init; } = new HashSet<string>();

    /// <summary>The Kubernetes objects in it that were read.</summary>
    public IReadOnlyList<GraphResource> Objects { get; init; } = [];

    /// <summary>Whether the cluster is not the stack's own.</summary>
    public bool HasCluster { get; init; }

    /// <summary>Whether the metrics that are queried are not the stack's own.</summary>
    public bool HasMetrics { get; init; }

    /// <summary>Whether a Prometheus of one's own is queried, and no workspace of Azure Monitor.</summary>
    public bool HasPrometheus { get; init; }

    /// <summary>Whether KEDA is not the stack's own.</summary>
    public bool HasKeda { get; init; }

    /// <summary>The subject of the tokens of a KEDA that is there; null for none.</summary>
    public string? KedaSubject { get; init; }

    /// <summary>Why the stack cannot build on it, in sentences: what was read lacks something. Like the next two found when a check asks.</summary>
    public IEnumerable<string> Refusals { get; init; } = [];

    /// <summary>What was not read of it, in clauses.</summary>
    public IEnumerable<string> NotRead { get; init; } = [];

    /// <summary>The settings that have no effect on what is given.</summary>
    public IEnumerable<string> WithoutEffect { get; init; } = [];
}
