namespace KedaStack.Scaling.Prometheus.Client;

/// <summary>Asks a Prometheus, or what speaks its HTTP API. A failure is a value in the result, never an exception.</summary>
public interface IPrometheusClient
{
    /// <summary>Evaluates a query at one time.</summary>
    /// <param name="query">The PromQL.</param>
    /// <param name="time">The time of the evaluation.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public Task<InstantQueryResult> QueryAsync(string query, DateTimeOffset time, CancellationToken cancellationToken);

    /// <summary>Evaluates a query at every step of a range.</summary>
    /// <param name="query">The PromQL.</param>
    /// <param name="start">The first time.</param>
    /// <param name="end">The time after which there is no step any more; not before the start.</param>
    /// <param name="step">The time between steps; above 0.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public Task<RangeQueryResult> QueryRangeAsync(
        string query, DateTimeOffset start, DateTimeOffset end, TimeSpan step, CancellationToken cancellationToken);
}
