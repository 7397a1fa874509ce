using System.Text.Json;
using KedaStack.Local.Pods;
using KedaStack.Scaling.Prometheus.Client;
using KedaStack.Scaling.Prometheus.Client.Http;
using KedaStack.Scaling.Quantities;

namespace KedaStack.Local.Metrics.Prometheus;

/// <summary>What a run asks a Prometheus besides the query.</summary>
internal sealed class PrometheusReader : IDisposable
{
    private const int StepsPerScrape = 2;
    private const int MostSteps = 10_000;

    private static readonly TimeSpan _pollInterval = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan _timeout = TimeSpan.FromSeconds(3);

    private readonly HttpClient _http;
    private readonly HttpPrometheusClient _client;
    private readonly PrometheusAddress _address;
    private readonly MetricsQuery _query;
    private readonly DateTimeOffset _begin = TimeProvider.System.GetUtcNow();

    /// <summary>Makes a reader.</summary>
    /// <param name="address">The address of Prometheus.</param>
    /// <param name="query">The query.</param>
    public PrometheusReader(PrometheusAddress address, MetricsQuery query)
    {
        (_address, _query) = (address, query);
        _http = new HttpClient(new SocketsHttpHandler { UseProxy = !address.IsLoopback }) { Timeout = _timeout };
        // As KEDA, which asks once and has its own patience.
        _client = new HttpPrometheusClient(
            new PrometheusClientOptions { Address = address, Timeout = _timeout, Retries = 0 }, TimeProvider.System, new Random(0));
    }

    /// <summary>Answers the query.</summary>
    public IPrometheusClient Client => _client;

    /// <summary>Whether it is ready to answer.</summary>
    public async Task<bool> IsReadyAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await _http.GetAsync(new Uri(_address.Base, "-/ready"), cancellationToken);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    /// <summary>Why it does not have all replicas among its targets, as far as it says; null when it has them.</summary>
    public async Task<string?> WhyUnknownAsync(IReadOnlyList<PodPlace> targets, CancellationToken cancellationToken)
    {
        try
        {
            var text = await _http.GetStringAsync(new Uri(_address.Base, "api/v1/targets?state=active"), cancellationToken);
            using var json = JsonDocument.Parse(text);
            var known = json.RootElement.GetProperty("data").GetProperty("activeTargets").EnumerateArray()
                .Select(target => target.GetProperty("discoveredLabels").GetProperty("__address__").GetString())
                .ToHashSet();
            var missing = targets.Count(target => !known.Contains(target.Address.ToString()));
            return missing == 0 ? null : FormattableString.Invariant($"it has {known.Count} targets, and lacks {missing} of {targets.Count}");
        }
        catch (Exception exception) when (exception is HttpRequestException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return $"api/v1/targets: {exception.Message.TrimEnd('.')}";
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return $"api/v1/targets: no answer within {PrometheusDuration.Format(_timeout)}";
        }
    }

    /// <summary>Waits until replicas have been scraped since a time.</summary>
    /// <param name="names">Their names.</param>
    /// <param name="since">The time.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task WaitForScrapesAsync(IReadOnlyCollection<string> names, DateTimeOffset since, CancellationToken cancellationToken)
    {
        while (true)
        {
            var now = Now;
            var times = await _client.QueryRangeAsync($"timestamp({_query.SuccessSelector})", now, now, _query.Interval, cancellationToken);
            var fresh = times.Series
                .Where(series => (long)(series.Samples[^1].Value * 1000) > since.ToUnixTimeMilliseconds())
                .Select(Pod)
                .ToHashSet();
            if (names.All(fresh.Contains))
            {
                return;
            }

            await Task.Delay(_pollInterval, cancellationToken);
        }
    }

    /// <summary>What was seen of each replica since the beginning; null when it does not answer.</summary>
    public async Task<IReadOnlyDictionary<string, ScrapedPod>?> ReadAsync(CancellationToken cancellationToken)
    {
        var end = Now;
        var step = TimeSpan.FromMilliseconds(Math.Max(
            Math.Max(1, _query.Interval.TotalMilliseconds / StepsPerScrape), (end - _begin).TotalMilliseconds / MostSteps));
        var begin = end - (step * Math.Floor((end - _begin) / step));
        var counts = await _client.QueryRangeAsync(_query.SuccessSelector, begin, end, step, cancellationToken);
        var times = await _client.QueryRangeAsync($"timestamp({_query.SuccessSelector})", begin, end, step, cancellationToken);
        if (counts.Error is not null || times.Error is not null)
        {
            return null;
        }

        var scraped = times.Series
            .GroupBy(Pod)
            .ToDictionary(pod => pod.Key, pod => pod.Max(series => (long)(series.Samples[^1].Value * 1000)));
        return counts.Series.GroupBy(Pod).ToDictionary(pod => pod.Key, pod => new ScrapedPod(
            (long)Math.Round(pod.Sum(series => CounterTotal.Of(series.Samples.Select(sample => sample.Value)))),
            DateTimeOffset.FromUnixTimeMilliseconds(scraped.GetValueOrDefault(pod.Key))));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _http.Dispose();
        _client.Dispose();
    }

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    private static string Pod(RangeSeries series) => series.Labels.GetValueOrDefault(TargetFile.PodLabel, "");
}
