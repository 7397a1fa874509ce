namespace KedaStack.Resources.Diff;

/// <summary>What differs between two previews of a stack.</summary>
internal sealed record StackChange
{
    /// <summary>The Pulumi stack.</summary>
    public required string Stack { get; init; }

    /// <summary>The resources that differ, by URN.</summary>
    public required IReadOnlyList<ResourceChange> Resources { get; init; }

    /// <summary>The stack outputs that differ, by name.</summary>
    public required IReadOnlyList<PropertyChange> Outputs { get; init; }

    /// <summary>Whether nothing differs.</summary>
    public bool IsEmpty => Resources.Count == 0 && Outputs.Count == 0;

    /// <summary>Whether something is refused, so that a deployment fails.</summary>
    public bool IsRefused => Resources.Any(resource => resource.IsRefused);

    /// <summary>How many resources are refused, added, removed, changed or replaced.</summary>
    public int Count(string word) => Resources.Count(resource => resource.Word == word);

    /// <summary>The counts in words: <c>1 to add, 2 to change</c>.</summary>
    public string Summary
    {
        get
        {
            var counts = new[] { ("refused", "refused"), ("replaced", "to replace"), ("removed", "to remove"), ("added", "to add"), ("changed", "to change") }
                .Select(entry => (Count: Count(entry.Item1), Words: entry.Item2))
                .Where(entry => entry.Count > 0)
                .Select(entry => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{entry.Count} {entry.Words}"))
                .ToList();
            return (counts.Count, Outputs.Count) switch
            {
                (0, 0) => "no changes",
                (0, _) => "only outputs change",
                _ => string.Join(", ", counts),
            };
        }
    }
}
