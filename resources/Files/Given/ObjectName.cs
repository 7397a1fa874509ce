using KedaStack.Resources.Graph;
using KedaStack.Resources.Objects;

namespace KedaStack.Resources.Files.Given;

/// <summary>The name of an object, perhaps with its namespace.</summary>
/// <param name="Namespace">The namespace; null for any.</param>
/// <param name="Name">The name.</param>
internal sealed record ObjectName(string? Namespace, string Name)
{
    /// <summary>Reads <c>[namespace/]name</c>.</summary>
    /// <returns>Null for null.</returns>
    public static ObjectName? Parse(string? text) => text?.Trim() switch
    {
        null => null,
        var name when name.IndexOf('/', StringComparison.Ordinal) is >= 0 and var slash => new ObjectName(name[..slash], name[(slash + 1)..]),
        var name => new ObjectName(null, name),
    };

    /// <summary>Whether an object has this name; one without a namespace may be in any.</summary>
    public bool Is(GraphResource resource) => Is(resource.Namespace(), resource.ObjectName());

    /// <summary>Whether a name in a namespace is this one; an object without a namespace may be in any.</summary>
    public bool Is(string? ns, string? name) => name == Name && (Namespace is null || ns is null or "" || ns == Namespace);

    /// <inheritdoc/>
    public override string ToString() => Namespace is null ? Name : $"{Namespace}/{Name}";
}
