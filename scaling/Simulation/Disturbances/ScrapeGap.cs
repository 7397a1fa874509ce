namespace KedaStack.Scaling.Simulation.Disturbances;

/// <summary>No scrape succeeds, while queries are answered: the rate falls, and is empty after the window.</summary>
/// <param name="At">When it begins.</param>
/// <param name="Duration">How long it lasts.</param>
public sealed record ScrapeGap(TimeSpan At, TimeSpan Duration) : Disturbance(At, Duration);
