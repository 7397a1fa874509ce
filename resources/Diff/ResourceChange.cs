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
