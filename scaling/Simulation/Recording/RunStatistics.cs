namespace KedaStack.Scaling.Simulation.Recording;

/// <summary>How much work a run was.</summary>
/// <param name="Events">The times at which something happened, without the scrapes.</param>
/// <param name="Scrapes">The scrapes that succeeded.</param>
public readonly record struct RunStatistics(long Events, long Scrapes);
