using KedaStack.Resources.Graph;

namespace KedaStack.Checks.Rules;

/// <summary>Something that a check found.</summary>
internal sealed record Finding
{
    private readonly Severity? _severity;

    /// <summary>The check that found it.</summary>
    public required CheckInfo Check { get; init; }

    /// <summary>The resource that it is about; null for the stack as a whole.</summary>
    public GraphResource? Resource { get; init; }

    /// <summary>The path of the input that it is about; empty for the resource as a whole.</summary>
    public required string Path { get; init; }

    /// <summary>What there is.</summary>
    public required string Found { get; init; }

    /// <summary>What there should be.</summary>
    public required string Expected { get; init; }

    /// <summary>Whether it only says that something is not there, which files that are not all prove nothing of.</summary>
    public bool IsAbsence { get; init; }

    /// <summary>How bad it is.</summary>
    /// <value>The check's severity, unless it is an absence that proves nothing.</value>
    public Severity Severity { get => _severity ?? Check.Severity; init => _severity = value; }

    /// <summary>What to do: with the settings of a stack, or in the file.</summary>
    public string Fix => Resource?.Origin is null ? Check.Fix : Check.FixInFiles ?? Check.Fix;

    /// <summary>The resource's name and kind, and the input: <c>aks (ManagedCluster) sku.tier</c>; of a file with its line and column before it.</summary>
    public string Place
    {
        get
        {
            var resource = Resource is null ? "the stack" : $"{Resource.Name} ({Resource.Type[(Resource.Type.LastIndexOf(':') + 1)..]})";
            var place = Path.Length == 0 ? resource : $"{resource} {Path}";
            return Resource?.Origin is { } origin ? $"{origin.Shown(Path)}: {place}" : place;
        }
    }
}
