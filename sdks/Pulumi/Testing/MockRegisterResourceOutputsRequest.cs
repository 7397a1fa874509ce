using System.Collections.Immutable;

namespace Pulumi.Testing;

/// <summary>The outputs that a component has registered.</summary>
public class MockRegisterResourceOutputsRequest
{
    /// <summary>The URN of the component.</summary>
    public readonly string Urn;

    /// <summary>The outputs by name.</summary>
    public readonly ImmutableDictionary<string, Output<object?>> Outputs;

    /// <summary>Puts the two together.</summary>
    public MockRegisterResourceOutputsRequest(string urn, ImmutableDictionary<string, Output<object?>> outputs)
        => (Urn, Outputs) = (urn, outputs);
}
