using System.Collections.Immutable;

namespace Pulumi.Testing;

/// <summary>A resource as the mocks see it.</summary>
public class MockResourceArgs
{
    /// <summary>The type token.</summary>
    public string? Type { get; set; }

    /// <summary>The name in the program.</summary>
    public string? Name { get; set; }

    /// <summary>The known inputs by wire name.</summary>
    public ImmutableDictionary<string, object> Inputs { get; set; } = null!;

    /// <summary>The provider as <c>urn::id</c>; empty for the default one.</summary>
    public string? Provider { get; set; }

    /// <summary>The id of a resource that is read or imported; else empty.</summary>
    public string? Id { get; set; }
}
