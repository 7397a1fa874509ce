using KedaStack.Resources.Graph;

namespace KedaStack.Checks.Rules;

/// <summary>Something that a check found.</summary>
internal sealed record Finding
{
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

    /// <summary>The resource's name and kind, and the input: <c>aks (ManagedCluster) sku.tier</c>.</summary>
    public string Place
    {
        get
        {
            var resource = Resource is null ? "the stack" : $"{Resource.Name} ({Resource.Type[(Resource.Type.LastIndexOf(':') + 1)..]})";
            return Path.Length == 0 ? resource : $"{resource} {Path}";
        }
    }
}
