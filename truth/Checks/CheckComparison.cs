namespace KedaStack.Truth.Checks;

/// <summary>The third level over a loop: what KEDA's polling loop did and what the model does at the same checks.</summary>
public sealed record CheckComparison
{
    /// <summary>The checks.</summary>
    public int Checks { get; init; }

    /// <summary>The times that checks asked a trigger's source themselves, as recorded.</summary>
    public int Asked { get; init; }

    /// <summary>The changes of the replicas by KEDA, as recorded.</summary>
    public int Changes { get; init; }

    /// <summary>What the model has otherwise; none when everything is alike.</summary>
    public IReadOnlyList<CheckDifference> Different { get; init; } = [];

    /// <summary>Why nothing was compared; null when it was.</summary>
    public string? NotModelled { get; init; }
}
