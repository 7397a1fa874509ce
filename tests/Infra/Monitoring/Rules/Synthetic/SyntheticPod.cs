namespace KedaStack.Tests.Infra.Monitoring.Rules.Synthetic;

/// <summary>A pod and what becomes of it.</summary>
internal sealed record SyntheticPod(string Namespace, string Name, string OwnerKind, string OwnerName)
{
    /// <summary>Its containers.</summary>
    public string[] Containers { get; init; } = ["app"];

    /// <summary>The node on which it is at a sample.</summary>
    /// <value>Empty while it is not scheduled.</value>
    public required Func<int, string> Node { get; init; }

    /// <summary>Its phase at a sample.</summary>
    public Func<int, string> Phase { get; init; } = _ => "Running";

    /// <summary>The labels that say which pod it is.</summary>
    public string Labels => $"""namespace="{Namespace}", pod="{Name}" """;

    public bool RunsOn(string node, int at) => Phase(at) == "Running" && Node(at) == node;
}
