namespace KedaStack.Scaling.Prometheus.Client;

/// <summary>What came of a range query.</summary>
public sealed record RangeQueryResult
{
    /// <summary>The series; empty for none and after a failure.</summary>
    public IReadOnlyList<RangeSeries> Series { get; init; } = [];

    /// <summary>Why there is no result.</summary>
    /// <value>Null: there is one.</value>
    public PrometheusError? Error { get; init; }
}
