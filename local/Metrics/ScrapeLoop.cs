using System.Net;
using KedaStack.Local.Time;
using KedaStack.Local.Watching;
using KedaStack.Scaling.Prometheus.Rates;

namespace KedaStack.Local.Metrics;

/// <summary>The scrapes of one replica by the built-in scraper, and what they found.</summary>
internal sealed class ScrapeLoop : IDisposable
{
    private const string Success = "code=\"200\"";

    private readonly Dictionary<string, ScrapedSeries> _series = [];
    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _end = new();
    private readonly CancellationToken _ended;
    private readonly MetricsQuery _query;
    private readonly FastClock _clock;
    private readonly HttpClient _client;
    private readonly Uri _address;

    /// <summary>Begins.</summary>
    /// <param name="query">The query.</param>
    /// <param name="clock">The stack's clock.</param>
    /// <param name="client">Makes the requests.</param>
    /// <param name="address">The replica.</param>
    public ScrapeLoop(MetricsQuery query, FastClock clock, HttpClient client, IPEndPoint address)
    {
        (_query, _clock, _client, _address, _ended) = (query, clock, client, new Uri($"http://{address}/metrics"), _end.Token);
    }

    /// <summary>When it was last scraped with success; a time on the clock.</summary>
    public DateTimeOffset LastScrape { get; private set; }

    /// <summary>What was seen of the replica.</summary>
    public ScrapedPod Seen
    {
        get
        {
            lock (_gate)
            {
                var requests = _series.Where(series => series.Key.Contains(Success, StringComparison.Ordinal)).Sum(series => series.Value.Total);
                return new ScrapedPod((long)Math.Round(requests), LastScrape);
            }
        }
    }

    /// <summary>Whether it is still a target.</summary>
    public bool IsTarget => !_ended.IsCancellationRequested;

    /// <summary>Scrapes at the phase until it is no target any more.</summary>
    /// <param name="log">The time of the run.</param>
    /// <param name="from">The time of the run from which on it is known.</param>
    /// <param name="phase">The place of its scrapes within the interval.</param>
    public async Task RunAsync(RunLog log, TimeSpan from, TimeSpan phase)
    {
        var interval = _query.ScrapeInterval;
        for (var next = Math.Ceiling((from - phase) / interval); IsTarget; next = Math.Max(next + 1, Math.Ceiling((log.Time - phase) / interval)))
        {
            if (await _clock.PauseAsync((interval * next) + phase - log.Time, _ended))
            {
                await ScrapeAsync();
            }
        }
    }

    /// <summary>No more scrapes; what was seen stays.</summary>
    public void Stop() => _end.Cancel();

    /// <inheritdoc/>
    public void Dispose()
    {
        _end.Cancel();
        _end.Dispose();
    }

    /// <summary>Adds the rates of its series to a sum.</summary>
    public void AddRates(long atMilliseconds, PrometheusEngine engine, ref VectorSum sum)
    {
        lock (_gate)
        {
            foreach (var series in _series.Values)
            {
                if (series.Samples.TryRate(atMilliseconds, (long)_query.Window.TotalMilliseconds, engine, out var rate))
                {
                    sum.Add(rate);
                }
            }
        }
    }

    private async Task ScrapeAsync()
    {
        var at = _clock.OnInner(_clock.GetUtcNow());
        try
        {
            var text = await _client.GetStringAsync(_address, _ended);
            lock (_gate)
            {
                foreach (var (labels, value) in Exposition.Read(text, _query.Query.Metric))
                {
                    Series(labels).Append(at.ToUnixTimeMilliseconds(), value);
                }

                LastScrape = at;
            }
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException)
        {
            // Not listening yet, or dead: there are no samples then.
        }
    }

    private ScrapedSeries Series(string labels)
    {
        if (!_series.TryGetValue(labels, out var series))
        {
            _series[labels] = series = new ScrapedSeries((long)(2 * _query.Window.TotalMilliseconds));
        }

        return series;
    }
}
