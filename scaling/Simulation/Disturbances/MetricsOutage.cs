namespace KedaStack.Scaling.Simulation.Disturbances;

/// <summary>Queries are answered with status 503, while scrapes go on. KEDA has an error then, not 0.</summary>
/// <param name="At">When it begins.</param>
/// <param name="Duration">How long it lasts.</param>
public sealed record MetricsOutage(TimeSpan At, TimeSpan Duration) : Disturbance(At, Duration);
