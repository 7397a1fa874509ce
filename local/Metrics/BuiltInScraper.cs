using KedaStack.Local.Pods;
using KedaStack.Local.Time;
using KedaStack.Local.Watching;
using KedaStack.Scaling.Prometheus;
using KedaStack.Scaling.Prometheus.Client;
using KedaStack.Scaling.Prometheus.Rates;
using KedaStack.Scaling.Simulation.Scenarios;
using KedaStack.Scaling.Simulation.TimeAndChance;

namespace KedaStack.Local.Metrics;

/// <summary>
/// Scrapes the replicas, each at its own phase, and answers the query with the library's own <c>rate()</c>. Phases and
/// discovery delays are those that the simulator draws from the same seed.
/// </summary>
internal sealed class BuiltInScraper : IMetricsSource, IPrometheusClient
{
    private static readonly TimeSpan _timeout = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan _pollInterval = TimeSpan.FromMilliseconds(20);

    private readonly Dictionary<PodPlace, ScrapeLoop> _loops = [];
    private readonly Lock _gate = new();
    private readonly MetricsQuery _query;
    private readonly FastClock _clock;
    private readonly RunLog _log;
    private readonly SimulationDraws _draws;
    private readonly DelayRange _discovery = new PodModel().DiscoveryDelay;
    private readonly HttpClient _client = new(new SocketsHttpHandler { UseProxy = false })
    {
        DefaultRequestHeaders = { ConnectionClose = true },
        Timeout = _timeout,
    };

    private bool _hasBegun;

    /// <summary>Begins without targets.</summary>
    /// <param name="query">The query.</param>
    /// <param name="clock">The stack's clock.</param>
    /// <param name="log">The time of the run.</param>
    /// <param name="seed">The seed of the phases.</param>
    /// <param name="isWanted">Whether it was asked for, and not only for want of a Prometheus.</param>
    public BuiltInScraper(MetricsQuery query, FastClock clock, RunLog log, ulong seed, bool isWanted)
    {
        Description = new LocalMetrics(
            LocalMetricsKind.BuiltIn,
            $"Metrics: the built-in scraper with the library's own rate(){(isWanted ? "" : ", since no prometheus is on the PATH")}.",
            true,
            null);
        (_query, _clock, _log, _draws) = (query, clock, log, new SimulationDraws(seed));
    }

    /// <inheritdoc/>
    public IPrometheusClient Client => this;

    /// <inheritdoc/>
    public LocalMetrics Description { get; }

    /// <inheritdoc/>
    public int AnnouncedAhead => 0;

    /// <inheritdoc/>
    public void SetTargets(IReadOnlyList<PodPlace> targets)
    {
        lock (_gate)
        {
            foreach (var place in targets.Where(place => !_loops.ContainsKey(place)))
            {
                var loop = _loops[place] = new ScrapeLoop(_query, _clock, _client, place.Address);
                if (_hasBegun)
                {
                    Run(loop, place, TimeSpan.FromMilliseconds(_draws.Within(DrawPurpose.Discovery, place.Ordinal, _discovery)));
                }
            }

            foreach (var (_, loop) in _loops.Where(loop => !targets.Contains(loop.Key)))
            {
                loop.Stop();
            }
        }
    }

    /// <inheritdoc/>
    public Task WaitUntilReadyAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public void Begin()
    {
        lock (_gate)
        {
            _hasBegun = true;
            foreach (var (place, loop) in _loops)
            {
                Run(loop, place, TimeSpan.Zero);
            }
        }
    }

    /// <inheritdoc/>
    public async Task WaitForScrapesAsync(DateTimeOffset since, CancellationToken cancellationToken)
    {
        while (Loops().Any(loop => loop.IsTarget && loop.LastScrape <= since))
        {
            await Task.Delay(_pollInterval, cancellationToken);
        }
    }

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<string, ScrapedPod>?> ReadAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return Task.FromResult<IReadOnlyDictionary<string, ScrapedPod>?>(
                _loops.ToDictionary(loop => loop.Key.Name, loop => loop.Value.Seen));
        }
    }

    /// <inheritdoc/>
    public Task<InstantQueryResult> QueryAsync(string query, DateTimeOffset time, CancellationToken cancellationToken)
    {
        if (query != _query.Text)
        {
            return Task.FromResult(new InstantQueryResult { Error = OtherQuery(query) });
        }

        var sum = new VectorSum(PrometheusEngine.LeftOpen3);
        foreach (var loop in Loops())
        {
            loop.AddRates(time.ToUnixTimeMilliseconds(), PrometheusEngine.LeftOpen3, ref sum);
        }

        return Task.FromResult(new InstantQueryResult
        {
            Response = sum.Value is { } value ? InstantQueryResponse.Vector(FormattableString.Invariant($"{value:R}")) : InstantQueryResponse.Empty,
        });
    }

    /// <inheritdoc/>
    public Task<RangeQueryResult> QueryRangeAsync(
        string query, DateTimeOffset start, DateTimeOffset end, TimeSpan step, CancellationToken cancellationToken) =>
        Task.FromResult(new RangeQueryResult { Error = OtherQuery(query) });

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        foreach (var loop in Loops())
        {
            loop.Dispose();
        }

        _client.Dispose();
        return ValueTask.CompletedTask;
    }

    private static PrometheusError OtherQuery(string query) => new(
        PrometheusErrorKind.BadRequest, $"The built-in scraper knows the stack's own query only, not {query}.", "Install prometheus for others.");

    private void Run(ScrapeLoop loop, PodPlace place, TimeSpan discovery) => _ = loop.RunAsync(
        _log,
        _log.Time + discovery,
        TimeSpan.FromMilliseconds(_draws.Below(DrawPurpose.ScrapePhase, place.Ordinal, (long)_query.ScrapeInterval.TotalMilliseconds)));

    private List<ScrapeLoop> Loops()
    {
        lock (_gate)
        {
            return [.. _loops.Values];
        }
    }
}
