namespace KedaStack.Truth.Recordings;

/// <summary>One metric that the HPA read.</summary>
/// <param name="AtMilliseconds">When.</param>
/// <param name="Metric">The metric's name.</param>
/// <param name="ValuesMilli">Its values in thousandths; null when the request failed.</param>
/// <param name="Error">What the external metrics API said; null when it gave values.</param>
public sealed record RecordedRead(long AtMilliseconds, string Metric, IReadOnlyList<long>? ValuesMilli, string? Error);
