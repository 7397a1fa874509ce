namespace KedaStack.Scaling.Prometheus.Client;

/// <summary>Why a query has no result.</summary>
/// <param name="Kind">What failed.</param>
/// <param name="Message">One sentence: the address, what was found and what was expected.</param>
/// <param name="Advice">One sentence: what to do.</param>
/// <param name="HttpStatus">The status of the answer; null when none came.</param>
public sealed record PrometheusError(PrometheusErrorKind Kind, string Message, string Advice, int? HttpStatus = null)
{
    /// <summary>Both sentences.</summary>
    public override string ToString() => $"{Message} {Advice}";
}
