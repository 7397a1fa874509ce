namespace KedaStack.Scaling.Prometheus.Client;

/// <summary>What came of an instant query.</summary>
public sealed record InstantQueryResult
{
    /// <summary>The answer as KEDA would look at it, also one that is no success.</summary>
    /// <value>Null: no answer came, or not a whole one.</value>
    public InstantQueryResponse? Response { get; init; }

    /// <summary>Why there is no result. A result that only KEDA refuses, such as a scalar, is none.</summary>
    /// <value>Null: there is one.</value>
    public PrometheusError? Error { get; init; }

    /// <summary>The beginning of the answer's body, on one line and without control characters.</summary>
    /// <value>Empty: none came.</value>
    public string Body { get; init; } = "";

    /// <summary>How long the last try took, from the connection to the last byte.</summary>
    public TimeSpan Took { get; init; }
}
