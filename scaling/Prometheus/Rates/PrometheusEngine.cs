namespace KedaStack.Scaling.Prometheus.Rates;

/// <summary>
/// Which query engine is modelled: the ends of a range and the order of two steps of rate's extrapolation. The engine of
/// Azure Monitor managed Prometheus is Microsoft's own and unpublished; the newest rules are taken for it.
/// </summary>
public enum PrometheusEngine
{
    /// <summary>2.50 and earlier: both ends count; the zero point limits first, then the distance to the start.</summary>
    ClosedUntil250,

    /// <summary>2.51 to 2.55: both ends count; the distance to the start limits first, then the zero point.</summary>
    ClosedUntil255,

    /// <summary>3.0 and later: a sample exactly at the start of the range does not count.</summary>
    LeftOpen3,
}
