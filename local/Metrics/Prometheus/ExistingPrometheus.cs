using KedaStack.Local.Pods;
using KedaStack.Local.Processes;
using KedaStack.Local.Watching;
using KedaStack.Scaling.Prometheus.Client;
using KedaStack.Scaling.Quantities;

namespace KedaStack.Local.Metrics.Prometheus;

/// <summary>A Prometheus that was already running; a file tells it of the replicas.</summary>
internal sealed class ExistingPrometheus : PrometheusServer
{
    private static readonly TimeSpan _knownLimit = TimeSpan.FromSeconds(30);

    private readonly MetricsQuery _query;
    private readonly PrometheusAddress _address;
    private readonly ExistingTargetFile _file;

    private ExistingPrometheus(PrometheusAddress address, MetricsQuery query, ExistingTargetFile file, RunLog log, int mostReplicas)
        : base(address, query, mostReplicas, file.Write, log) => (_address, _query, _file) = (address, query, file);

    /// <inheritdoc/>
    public override LocalMetrics Description => new(
        LocalMetricsKind.Existing, $"Metrics: {_address}, which must scrape {Scraping}.", true, _address.Base);

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
    public override async Task WaitUntilReadyAsync(CancellationToken cancellationToken)
    {
        if (await WaitForTargetsAsync(_knownLimit, cancellationToken) is { } reason)
        {
            throw new LocalRunException($"--prometheus: {_address} does not have the replicas among its targets after "
                + $"{PrometheusDuration.Format(_knownLimit)} ({reason}); add a scrape job to its configuration that scrapes {Scraping}");
        }
    }

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _file.Dispose();
    }
}
