namespace KedaStack.Scaling.Prometheus.Client.Http;

/// <summary>What came of one try.</summary>
internal sealed record HttpAnswer
{
    /// <summary>The HTTP status.</summary>
    /// <value>Null: no whole answer came.</value>
    public int? Status { get; init; }

    /// <summary>The body, decompressed.</summary>
    public byte[] Body { get; init; } = [];

    /// <summary>Why there is no result.</summary>
    /// <value>Null: the status is a success, and the body is an answer of the API that says so.</value>
    public PrometheusError? Error { get; init; }

    /// <summary>Whether another try may succeed.</summary>
    public bool MayRetry { get; init; }

    /// <summary>How long the server wants to be left alone; not negative.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>How long it took.</summary>
    public TimeSpan Took { get; init; }
}
