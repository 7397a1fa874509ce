namespace KedaStack.Scaling.Simulation.Disturbances;

/// <summary>Queries are answered with status 503, while scrapes go on. KEDA has an error then, not 0.</summary>
/// <param name="At">When it begins.</param>
/// <param name="Duration">How long it lasts.</param>
/// <param name="AnswerTime">
/// How much longer the HPA waits for each of its metrics; by default not at all. Without an answer KEDA waits for its HTTP timeout of 3 s and
/// asks once more (pkg/scaling/cache/scalers_cache.go, GetMetricsAndActivityForScaler), which is 6 s (recorded: outage-slow, 6.0 s).
/// </param>
public sealed record MetricsOutage(TimeSpan At, TimeSpan Duration, TimeSpan AnswerTime = default) : Disturbance(At, Duration);
