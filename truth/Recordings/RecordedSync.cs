namespace KedaStack.Truth.Recordings;

/// <summary>One sync of the HPA: what it read, what it proposed, what it decided.</summary>
public sealed record RecordedSync
{
    /// <summary>When it ended.</summary>
    public required long AtMilliseconds { get; init; }

    /// <summary>
    /// The Deployment's desired count that it began with: that which the controller logged with a rescale, or kept. The
    /// recorder's own look at the Deployment can be some milliseconds late (recorded: mixed-19 of 1.37, -90.807 s).
    /// </summary>
    public required int CurrentReplicas { get; init; }

    /// <summary>The Deployment's pods that were created and not terminating.</summary>
    public required int StatusReplicas { get; init; }

    /// <summary>The Deployment's ready pods.</summary>
    public required int ReadyReplicas { get; init; }

    /// <summary>The External metrics that it read.</summary>
    public IReadOnlyList<RecordedRead> Reads { get; init; } = [];

    /// <summary>The usage per pod in nanocores that the resource metrics API had; null when the HPA has no such metric.</summary>
    public IReadOnlyDictionary<string, long>? CpuNanocores { get; init; }

    /// <summary>The metric with the highest proposal; null when none was logged.</summary>
    public string? ProposingMetric { get; init; }

    /// <summary>The highest proposal; null when none was logged.</summary>
    public int? Proposal { get; init; }

    /// <summary>What it came to.</summary>
    public required SyncOutcome Outcome { get; init; }

    /// <summary>The count after it; null when it failed.</summary>
    public int? DesiredReplicas { get; init; }

    /// <summary>Why it rescaled; null when it did not.</summary>
    public string? Reason { get; init; }

    /// <summary>Why it failed; null when it did not.</summary>
    public string? Error { get; init; }

    /// <summary>When the metrics were read, by the last of the reads; the end of the sync without.</summary>
    public long ReadMilliseconds => Reads.Count == 0 ? AtMilliseconds : Math.Min(AtMilliseconds, Reads[^1].AtMilliseconds);
}

/// <summary>One metric that the HPA read.</summary>
/// <param name="AtMilliseconds">When.</param>
/// <param name="Metric">The metric's name.</param>
/// <param name="ValuesMilli">Its values in thousandths; null when the request failed.</param>
/// <param name="Error">What the external metrics API said; null when it gave values.</param>
public sealed record RecordedRead(long AtMilliseconds, string Metric, IReadOnlyList<long>? ValuesMilli, string? Error);

/// <summary>What a sync of the HPA came to.</summary>
public enum SyncOutcome
{
    /// <summary>The count stayed.</summary>
    Kept,

    /// <summary>Another count was written.</summary>
    Rescaled,

    /// <summary>The metrics gave no count.</summary>
    Failed,
}
