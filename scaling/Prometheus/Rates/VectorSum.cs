namespace KedaStack.Scaling.Prometheus.Rates;

/// <summary>
/// <c>sum()</c> over the series that have a result. Over none it is an empty vector, not 0 (promql/engine.go, aggregation).
/// </summary>
/// <param name="engine">The rules: engines of 3.x compensate what additions lose, older ones add plainly.</param>
public struct VectorSum(PrometheusEngine engine)
{
    private double _sum;
    private double _lost;

    /// <summary>How many series had a result.</summary>
    public int Count { get; private set; }

    /// <summary>The sum; null for an empty vector.</summary>
    public readonly double? Value => Count == 0 ? null : _sum + _lost;

    /// <summary>Adds the result of one series.</summary>
    /// <param name="value">The result.</param>
    public void Add(double value)
    {
        Count++;
        if (engine != PrometheusEngine.LeftOpen3)
        {
            _sum += value;
            return;
        }

        var total = _sum + value;
        _lost = double.IsInfinity(total) ? 0
            : Math.Abs(_sum) >= Math.Abs(value) ? _lost + (_sum - total + value)
            : _lost + (value - total + _sum);
        _sum = total;
    }
}
