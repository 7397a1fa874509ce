using KedaStack.Local.Pods;
using KedaStack.Local.Processes;
using KedaStack.Local.Watching;
using KedaStack.Scaling.Prometheus.Client;

namespace KedaStack.Local.Metrics;

/// <summary>A Prometheus that scrapes the replicas and answers the query.</summary>
internal interface IMetricsSource : IAsyncDisposable
{
    /// <summary>Answers the query.</summary>
    public IPrometheusClient Client { get; }

    /// <summary>Which one it is; whether it answers is for the caller to add.</summary>
    public LocalMetrics Description { get; }

    /// <summary>How many replicas should be told to it before they exist.</summary>
    public int AnnouncedAhead { get; }

    /// <summary>The replicas to scrape; those that do not exist yet refuse to answer, which does no harm.</summary>
    public void SetTargets(IReadOnlyList<PodPlace> targets);

    /// <summary>Returns when it answers queries and knows the replicas.</summary>
    /// <exception cref="LocalRunException">It does not.</exception>
    public Task WaitUntilReadyAsync(CancellationToken cancellationToken);

    /// <summary>The load begins.</summary>
    public void Begin();

    /// <summary>Returns when all replicas that are there have been scraped since a time on the clock.</summary>
    public Task WaitForScrapesAsync(DateTimeOffset since, CancellationToken cancellationToken);

    /// <summary>What it saw of each replica up to now, by the name of the replica; null when it does not answer.</summary>
    public Task<IReadOnlyDictionary<string, ScrapedPod>?> ReadAsync(CancellationToken cancellationToken);
}
