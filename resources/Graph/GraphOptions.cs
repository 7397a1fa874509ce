namespace KedaStack.Resources.Graph;

/// <summary>The options of a resource that its inputs do not show.</summary>
internal sealed record GraphOptions
{
    /// <summary>The URNs of what must be there first and go last, sorted.</summary>
    public required IReadOnlyList<string> DependsOn { get; init; }

    /// <summary>The URN of the resource with which it vanishes.</summary>
    public string? DeletedWith { get; init; }

    /// <summary>The paths of inputs whose drift is ignored.</summary>
    public required IReadOnlyList<string> IgnoreChanges { get; init; }

    /// <summary>Whether Pulumi refuses to delete it.</summary>
    public required bool Protect { get; init; }

    /// <summary>The names of its hooks, by when they run.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Hooks { get; init; }

    /// <summary>Its own timeouts, by operation.</summary>
    public required IReadOnlyDictionary<string, string> Timeouts { get; init; }
}
