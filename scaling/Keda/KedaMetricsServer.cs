using KedaStack.Scaling.Hpa.Readings;
using KedaStack.Scaling.Keda.Semantics;
using KedaStack.Scaling.Quantities;

namespace KedaStack.Scaling.Keda;

/// <summary>What the HPA gets from KEDA's metrics server, which only forwards to the operator.</summary>
public static class KedaMetricsServer
{
    /// <summary>A value for the HPA.</summary>
    /// <param name="value">The value.</param>
    /// <param name="semantics">KEDA; null for <see cref="KedaSemantics.Default"/>.</param>
    public static MetricReading Answer(double value, KedaSemantics? semantics = null) =>
        MetricReading.Of(KedaQuantity.FromValue(value, (semantics ?? KedaSemantics.Default).Conversion).Milli);

    /// <summary>The error for the HPA; the scaler's own words are only in the operator's log and its KEDAScalerFailed event.</summary>
    /// <param name="metricName">The metric's name.</param>
    public static MetricReading Error(string metricName) => MetricReading.Failed(
        $"rpc error: code = Unknown desc = error when getting metric values metric:{metricName} encountered error");
}
