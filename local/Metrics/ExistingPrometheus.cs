using KedaStack.Local.Pods;
using KedaStack.Local.Processes;
using KedaStack.Scaling.Prometheus;
using KedaStack.Scaling.Prometheus.Client;

namespace KedaStack.Local.Metrics;

/// <summary>A Prometheus that was already running; a file tells it of the replicas.</summary>
internal sealed class ExistingPrometheus : IMetricsSource
{
    private static readonly TimeSpan _knownLimit = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan _pollInterval = TimeSpan.FromMilliseconds(200);

    private readonly MetricsQuery _query;
    private readonly PrometheusAddress _address;
    private readonly ExistingTargetFile _file;
    private readonly TargetFileWriter _writer;
    private readonly PrometheusReader _reader;
    private readonly int _mostReplicas;
    private IReadOnlyList<PodPlace> _targets = [];

    private ExistingPrometheus(PrometheusAddress address, MetricsQuery query, ExistingTargetFile file, RunLog log, int mostReplicas)
    {
        (_address, _query, _file, _mostReplicas) = (address, query, file, mostReplicas);
        _writer = new TargetFileWriter(file.Write, log);
        _reader = new PrometheusReader(address, query);
    }

    /// <inheritdoc/>
    public IPrometheusClient Client => _reader.Client;

    /// <inheritdoc/>
    public LocalMetrics Description => new(
        LocalMetricsKind.Existing, $"Metrics: {_address}, which must scrape {Scraping}.", true, _address.Base);

    /// <inheritdoc/>
    public int AnnouncedAhead => _query.Speed > 1 ? _mostReplicas : 0;

    private string Scraping =>
        $"every {PrometheusDuration.Format(_query.Interval)} what file_sd_configs finds in {_file.Path}";

    /// <summary>Begins with an empty file.</summary>
    /// <param name="host">Removes the file when this process is gone.</param>
    /// <param name="address">The address of Prometheus.</param>
    /// <param name="query">The query.</param>
    /// <param name="template">The replicas.</param>
    /// <param name="mostReplicas">The most replicas that there can be.</param>
    /// <param name="log">Told of what happens.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="LocalRunException">It does not answer, or the file is somebody else's.</exception>
    public static async Task<ExistingPrometheus> StartAsync(
        ProcessHost host,
        PrometheusAddress address,
        MetricsQuery query,
        PodTemplate template,
        int mostReplicas,
        RunLog log,
        CancellationToken cancellationToken)
    {
        var source = new ExistingPrometheus(
            address, query, ExistingTargetFile.Create(host, template, query.Labels), log, mostReplicas);
        var answer = await source.Client.QueryAsync("vector(1)", TimeProvider.System.GetUtcNow(), cancellationToken);
        if (answer.Error is { } error)
        {
            await source.DisposeAsync();
            throw new LocalRunException($"--prometheus: {address} does not answer: {error}");
        }

        return source;
    }

    /// <inheritdoc/>
    public void SetTargets(IReadOnlyList<PodPlace> targets)
    {
        _targets = targets;
        _writer.Write(targets);
    }

    /// <inheritdoc/>
    public async Task WaitUntilReadyAsync(CancellationToken cancellationToken)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (await _reader.WhyUnknownAsync(_targets, cancellationToken) is { } reason)
        {
            if (TimeProvider.System.GetElapsedTime(began) > _knownLimit)
            {
                throw new LocalRunException($"--prometheus: {_address} does not have the replicas among its targets after "
                    + $"{PrometheusDuration.Format(_knownLimit)} ({reason}); add a scrape job to its configuration that scrapes {Scraping}");
            }

            await Task.Delay(_pollInterval, cancellationToken);
        }
    }

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
    public async ValueTask DisposeAsync()
    {
        await _writer.DisposeAsync();
        _file.Dispose();
        _reader.Dispose();
    }
}
