namespace KedaStack.Truth.Recordings;

/// <summary>The conditions of an HPA or a ScaledObject from a time on.</summary>
public sealed record RecordedObjectState
{
    /// <summary>The time.</summary>
    public required long AtMilliseconds { get; init; }

    /// <summary>Whether the object was deleted.</summary>
    public bool Deleted { get; init; }

    /// <summary>The conditions by their types.</summary>
    public IReadOnlyDictionary<string, RecordedCondition> Conditions { get; init; } = new Dictionary<string, RecordedCondition>();

    /// <summary>The reported desired count of an HPA; null when there is none.</summary>
    public int? DesiredReplicas { get; init; }

    /// <summary>The reported current count of an HPA; null when there is none.</summary>
    public int? CurrentReplicas { get; init; }

    /// <summary>When an HPA last changed the count, by the clock and in whole seconds; null when it never did.</summary>
    public DateTimeOffset? LastScale { get; init; }
}

/// <summary>A condition of an HPA or a ScaledObject.</summary>
/// <param name="Type">The type.</param>
/// <param name="Status"><c>True</c>, <c>False</c> or <c>Unknown</c>.</param>
/// <param name="Reason">The reason; null for none.</param>
/// <param name="Message">The message; null for none.</param>
public sealed record RecordedCondition(string Type, string Status, string? Reason, string? Message);
