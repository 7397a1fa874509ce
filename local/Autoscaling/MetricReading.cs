using KedaStack.Scaling.Keda;

namespace KedaStack.Local.Autoscaling;

/// <summary>What KEDA's scaler made of an answer.</summary>
/// <param name="Value">The value, or the error that KEDA sees.</param>
/// <param name="Took">How long it took, in the stack's time.</param>
internal readonly record struct MetricReading(ScalerReading Value, TimeSpan Took);
