using KedaStack.Local.Pods;
using KedaStack.Local.Watching;
using KedaStack.Scaling.Prometheus.Client;

namespace KedaStack.Local.Metrics.Prometheus;

/// <summary>A Prometheus server, whoever started it, that a file tells of the replicas.</summary>
/// <param name="address">Its address.</param>
/// <param name="query">The query.</param>
/// <param name="mostReplicas">The most replicas that there can be.</param>
/// <param name="write">Writes the file; see <see cref="TargetFileWriter"/>.</param>
/// <param name="log">Told of what happens.</param>
internal abstract class PrometheusServer(
    PrometheusAddress address, MetricsQuery query, int mostReplicas, Action<IReadOnlyList<PodPlace>> write, RunLog log) : IMetricsSource
{
    private static readonly TimeSpan _pollInterval = TimeSpan.FromMilliseconds(100);

    private readonly TargetFileWriter _writer = new(write, log);
    private readonly PrometheusReader _reader = new(address, query);
    private IReadOnlyList<PodPlace> _targets = [];

    /// <inheritdoc/>
    public IPrometheusClient Client => _reader.Client;

    /// <inheritdoc/>
    public abstract LocalMetrics Description { get; }

    /// <inheritdoc/>
    /// <remarks>A server takes up to 10 s on the clock to learn of a target, whatever the speed.</remarks>
    public int AnnouncedAhead => query.Speed > 1 ? mostReplicas : 0;

    /// <inheritdoc/>
    public void SetTargets(IReadOnlyList<PodPlace> targets)
    {
        _targets = targets;
        _writer.Write(targets);
    }

    /// <inheritdoc/>
    public abstract Task WaitUntilReadyAsync(CancellationToken cancellationToken);

    /// <inheritdoc/>
    public void Begin()
    {
        // It has been scraping since it knows the replicas.
    }

    /// <inheritdoc/>
    public Task WaitForScrapesAsync(DateTimeOffset since, CancellationToken cancellationToken) =>
        _reader.WaitForScrapesAsync([.. _targets.Where(place => place.IsTaken).Select(place => place.Name)], since, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<string, ScrapedPod>?> ReadAsync(CancellationToken cancellationToken) => _reader.ReadAsync(cancellationToken);

    /// <inheritdoc/>
    public virtual async ValueTask DisposeAsync()
    {
        await _writer.DisposeAsync();
        _reader.Dispose();
    }

    /// <summary>Whether it is ready to answer.</summary>
    protected Task<bool> IsReadyAsync(CancellationToken cancellationToken) => _reader.IsReadyAsync(cancellationToken);

    /// <summary>Waits until it has the replicas among its targets, but no longer than a time.</summary>
    /// <returns>Why it does not have them; null when it has.</returns>
    protected async Task<string?> WaitForTargetsAsync(TimeSpan limit, CancellationToken cancellationToken)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (await _reader.WhyUnknownAsync(_targets, cancellationToken) is { } reason)
        {
            if (TimeProvider.System.GetElapsedTime(began) > limit)
            {
                return reason;
            }

            await Task.Delay(_pollInterval, cancellationToken);
        }

        return null;
    }
}
