namespace KedaStack.Resources.Diff;

/// <summary>A resource that differs between two previews, or that is replaced together with one that does.</summary>
internal sealed record ResourceChange
{
    /// <summary>The Pulumi URN.</summary>
    public required string Urn { get; init; }

    /// <summary>The type token.</summary>
    public required string Type { get; init; }

    /// <summary>The name in the program.</summary>
    public required string Name { get; init; }

    /// <summary>What happened to it.</summary>
    public required ChangeKind Kind { get; init; }

    /// <summary>The inputs that differ, in the order of the document; all of them when added or removed.</summary>
    public IReadOnlyList<PropertyChange> Inputs { get; init; } = [];

    /// <summary>The options that differ.</summary>
    public IReadOnlyList<PropertyChange> Options { get; init; } = [];

    /// <summary>Why it is deleted and made again, a sentence each; empty when it is not.</summary>
    public IReadOnlyList<string> ReplacedBecause { get; init; } = [];

    /// <summary>Whether it is deleted and made again.</summary>
    public bool IsReplaced => ReplacedBecause.Count > 0;

    /// <summary>One word: added, removed, changed or replaced.</summary>
    public string Word => (Kind, IsReplaced) switch
    {
        (ChangeKind.Added, _) => "added",
        (ChangeKind.Removed, _) => "removed",
        (ChangeKind.Changed, true) => "replaced",
        _ => "changed",
    };
}

/// <summary>What a change of a property makes the deployment do.</summary>
internal enum ChangeEffect
{
    /// <summary>The resource is updated in place.</summary>
    Update,

    /// <summary>The resource is deleted and made again.</summary>
    Replace,

    /// <summary>Nothing: the resource's ignoreChanges covers the property.</summary>
    Ignore,
}

/// <summary>What happened to a resource, a property or an output.</summary>
internal enum ChangeKind
{
    /// <summary>It is there in the present preview only.</summary>
    Added,

    /// <summary>It is there in the earlier preview only.</summary>
    Removed,

    /// <summary>It is there in both, and differs.</summary>
    Changed,
}
