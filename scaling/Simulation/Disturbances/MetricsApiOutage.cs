namespace KedaStack.Scaling.Simulation.Disturbances;

/// <summary>
/// The external metrics API does not answer, as before KEDA's metrics adapter is there: what the HPA asks fails without reaching KEDA,
/// so that no fallback replaces it, while KEDA's own checks go on.
/// </summary>
/// <param name="At">When it begins.</param>
/// <param name="Duration">How long it lasts.</param>
public sealed record MetricsApiOutage(TimeSpan At, TimeSpan Duration) : Disturbance(At, Duration);
