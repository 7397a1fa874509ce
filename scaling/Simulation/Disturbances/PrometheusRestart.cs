namespace KedaStack.Scaling.Simulation.Disturbances;

/// <summary>Prometheus is down: queries fail and nothing is scraped.</summary>
/// <param name="At">When it goes down.</param>
/// <param name="Duration">How long until it answers and scrapes again.</param>
/// <param name="LosesData">Whether it comes back without its data, as without a volume.</param>
public sealed record PrometheusRestart(TimeSpan At, TimeSpan Duration, bool LosesData = false) : Disturbance(At, Duration);
