namespace KedaStack.Local.Metrics;

/// <summary>What Prometheus saw of a replica.</summary>
/// <param name="Requests">The requests that it counted with code 200, over all its restarts.</param>
/// <param name="LastScrape">When it was last scraped; a time on the clock.</param>
internal sealed record ScrapedPod(long Requests, DateTimeOffset LastScrape);
