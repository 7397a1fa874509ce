namespace KedaStack.Truth.Recordings;

/// <summary>Something that went wrong for a while.</summary>
public sealed record RecordedFault
{
    /// <summary>When it began.</summary>
    public required long FromMilliseconds { get; init; }

    /// <summary>When it ended.</summary>
    public required long ToMilliseconds { get; init; }

    /// <summary>What it was.</summary>
    public required FaultKind Kind { get; init; }

    /// <summary>The status that KEDA's queries were answered with; null for others than <see cref="FaultKind.Answer"/>.</summary>
    public int? Status { get; init; }

    /// <summary>The body that they were answered with.</summary>
    public string Body { get; init; } = "";

    /// <summary>How much later the answers came; 0 for others than <see cref="FaultKind.Delay"/>.</summary>
    public long DelayMilliseconds { get; init; }
}

/// <summary>The kinds of faults.</summary>
public enum FaultKind
{
    /// <summary>KEDA's queries got another answer.</summary>
    Answer,

    /// <summary>The answers came late.</summary>
    Delay,

    /// <summary>The connections were closed without an answer.</summary>
    Drop,

    /// <summary>The pods' <c>/metrics</c> answered with 503.</summary>
    Scrapes,
}
