namespace KedaStack.Truth.Decisions;

/// <summary>The second level over a loop: what its HPA decided and what the model decides from what the HPA read.</summary>
public sealed record DecisionComparison
{
    /// <summary>The syncs.</summary>
    public required int Syncs { get; init; }

    /// <summary>The syncs whose conditions the recording has.</summary>
    public required int WithConditions { get; init; }

    /// <summary>What is decided otherwise; none when every sync is alike.</summary>
    public required IReadOnlyList<DecisionDifference> Different { get; init; }

    /// <summary>Conditions that are otherwise.</summary>
    public required IReadOnlyList<DecisionDifference> DifferentConditions { get; init; }
}
