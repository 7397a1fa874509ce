namespace KedaStack.Local.Watching;

/// <summary>
/// Where every request of a run went, counted independently by those who sent, forwarded, answered and scraped it.
/// Probes are not counted by the app.
/// </summary>
public sealed record RequestAccount
{
    /// <summary>The requests that the load generators started.</summary>
    public required long Sent { get; init; }

    /// <summary>Those of them that were answered well.</summary>
    public required long Answered { get; init; }

    /// <summary>Those that failed, by the generator's word for it: <c>reset</c>, <c>timeout</c>; empty when none did.</summary>
    public required IReadOnlyDictionary<string, long> Failed { get; init; }

    /// <summary>The requests that came due, but were not started, because too many were under way.</summary>
    public required long Dropped { get; init; }

    /// <summary>The requests that the replicas say they served, at their end.</summary>
    public required long Served { get; init; }

    /// <summary>The replicas that were killed and so could not say it; what they served is taken from their last scrape.</summary>
    public required int SilentReplicas { get; init; }

    /// <summary>The load generators that were killed and so could not say what they sent.</summary>
    public required int SilentGenerators { get; init; }

    /// <summary>The requests that Prometheus held at the end, over all replicas that there were.</summary>
    /// <value>Null: it did not answer at the end.</value>
    public required long? Scraped { get; init; }

    /// <summary>The requests that replicas served after their last scrape and before their end: no Prometheus saw them.</summary>
    public required long Unscraped { get; init; }

    /// <summary>The probes of all kinds.</summary>
    public required long Probes { get; init; }

    /// <summary>Whether no request was lost: all that were sent were answered, and served exactly once.</summary>
    public bool NoneLost => Sent == Answered && Dropped == 0 && Answered == Served && SilentReplicas == 0 && SilentGenerators == 0;

    /// <summary>Whether Prometheus held what the replicas served, to the request.</summary>
    public bool AllScraped => Scraped == Served && Unscraped == 0;
}
