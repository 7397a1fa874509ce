namespace KedaStack.Scaling.Prometheus.Client;

/// <summary>What came of an instant query.</summary>
public sealed record InstantQueryResult
{
    /// <summary>The answer as KEDA would look at it, also one that is no success.</summary>
    /// <value>Null: no answer came.</value>
    public InstantQueryResponse? Response { get; init; }

    /// <summary>Why there is no result.</summary>
    /// <value>Null: there is one.</value>
    public PrometheusError? Error { get; init; }
}
