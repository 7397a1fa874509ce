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

    /// <summary>Why Azure, the chart or the program refuses it and what to do, a sentence each; empty when nobody does.</summary>
    public IReadOnlyList<string> RefusedBecause { get; init; } = [];

    /// <summary>What else it leads to, such as what a deletion takes with it; a clause each.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Whether it is deleted and made again.</summary>
    public bool IsReplaced => ReplacedBecause.Count > 0;

    /// <summary>Whether it is refused.</summary>
    public bool IsRefused => RefusedBecause.Count > 0;

    /// <summary>One word: refused, added, removed, changed or replaced.</summary>
    public string Word => (IsRefused, Kind, IsReplaced) switch
    {
        (true, _, _) => "refused",
        (_, ChangeKind.Added, _) => "added",
        (_, ChangeKind.Removed, _) => "removed",
        (_, ChangeKind.Changed, true) => "replaced",
        _ => "changed",
    };
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
