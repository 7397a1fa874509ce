namespace KedaStack.Scaling.Prometheus.Client;

/// <summary>One series of a range query.</summary>
/// <param name="Labels">Its labels.</param>
/// <param name="Samples">Its samples in the order of time; steps without a value are left out.</param>
public sealed record RangeSeries(IReadOnlyDictionary<string, string> Labels, IReadOnlyList<Sample> Samples);
