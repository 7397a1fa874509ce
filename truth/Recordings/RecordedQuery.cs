namespace KedaStack.Truth.Recordings;

/// <summary>One of KEDA's queries, of its polling loop or for the HPA.</summary>
public sealed record RecordedQuery
{
    /// <summary>When it was answered.</summary>
    public required long AtMilliseconds { get; init; }

    /// <summary>The time that it was evaluated at; null when it was not answered with values.</summary>
    public long? EvaluatedAtMilliseconds { get; init; }

    /// <summary>The values of the vector; null when it was not answered with values.</summary>
    public IReadOnlyList<double>? Values { get; init; }

    /// <summary>The HTTP status of a failure; null when there was no answer, or it was a vector.</summary>
    public int? Status { get; init; }

    /// <summary>Whether it failed.</summary>
    public bool Failed => Values is null;
}
