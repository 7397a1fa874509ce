using System.Collections.Immutable;

namespace Pulumi.Testing;

/// <summary>A function call as the mocks see it.</summary>
public class MockCallArgs
{
    /// <summary>The function's token.</summary>
    public string? Token { get; set; }

    /// <summary>The known arguments by wire name.</summary>
    public ImmutableDictionary<string, object> Args { get; set; } = null!;

    /// <summary>The provider as <c>urn::id</c>; empty for the default one.</summary>
    public string? Provider { get; set; }
}
