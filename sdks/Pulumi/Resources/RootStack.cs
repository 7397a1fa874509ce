using System.Collections.Immutable;

namespace Pulumi;

/// <summary>The resource at the root, which every resource without a parent belongs to.</summary>
internal sealed class RootStack(string name) : ComponentResource(Type, name)
{
    public const string Type = "pulumi:pulumi:Stack";

    /// <summary>What a program returns are outputs of the run; the mocks hear of a stack without any.</summary>
    public void RegisterNoOutputs() => RegisterOutputs(ImmutableDictionary<string, object?>.Empty);
}
