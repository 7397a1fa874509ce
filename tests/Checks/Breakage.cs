using KedaStack.Resources.Graph;

namespace KedaStack.Tests.Checks;

/// <summary>A mistake that one check is there for.</summary>
/// <param name="Check">The id of the check.</param>
/// <param name="Mistake">The mistake in words.</param>
/// <param name="Make">Makes it.</param>
internal sealed record Breakage(string Check, string Mistake, Func<ResourceGraph, ResourceGraph> Make)
{
    /// <summary>The variant of the stack that the mistake is made in.</summary>
    public string Stack { get; init; } = PreviewedStacks.Default;

    /// <summary>The ids of other checks that the same mistake cannot but break.</summary>
    public IReadOnlyList<string> Also { get; init; } = [];

    /// <summary>The name of the test case.</summary>
    public string Name => $"{Check}: {Mistake}";
}
