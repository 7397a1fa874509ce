using KedaStack.Scaling.Simulation.TimeAndChance;

namespace KedaStack.Scaling.Simulation.Engine.Pods;

/// <summary>A counter that is scraped at its own place within the interval.</summary>
internal class ScrapeTarget
{
    /// <summary>The samples.</summary>
    public RateWindow Series = new();

    /// <summary>The place of the scrapes within the interval.</summary>
    public long Phase { get; set; }

    /// <summary>The next scrape; never while the target is unknown or does not listen.</summary>
    public long NextScrape { get; set; } = SimulationTime.Never;

    /// <summary>Scrapes from a time on.</summary>
    /// <param name="from">The time.</param>
    /// <param name="interval">The scrape interval.</param>
    public void ScrapeFrom(long from, long interval)
    {
        var sincePhase = Math.Max(0, from - Phase);
        NextScrape = Phase + ((sincePhase + interval - 1) / interval * interval);
    }
}
