using KedaStack.Resources.Graph;

namespace KedaStack.Tests.Checks.Conditions;

/// <summary>A change of the stack, and what one check says of it: each of its conditions from both sides.</summary>
/// <param name="Check">The id of the check.</param>
/// <param name="Change">The change in words.</param>
/// <param name="Make">Makes it.</param>
/// <param name="Path">The path of its only new finding; null when it has none.</param>
/// <param name="Words">A part of what is found and expected.</param>
internal sealed record StackCondition(string Check, string Change, Func<ResourceGraph, ResourceGraph> Make, string? Path = null, string Words = "")
{
    /// <summary>The variant of the stack that is changed.</summary>
    public string Stack { get; init; } = PreviewedStacks.Default;

    /// <summary>The name of the test case.</summary>
    public string Name => $"{Check}: {(Path is null ? "legal: " : "")}{Change}";
}
