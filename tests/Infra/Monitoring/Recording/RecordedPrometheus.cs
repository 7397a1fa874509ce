using KedaStack.Scaling.Prometheus.Client;
using KedaStack.Scaling.Prometheus.Client.Http;
using KedaStack.Tests.Scaling.Prometheus.Differential;

namespace KedaStack.Tests.Infra.Monitoring.Recording;

/// <summary>A real Prometheus over the recorded run, where one is installed.</summary>
public sealed class RecordedPrometheus : IAsyncLifetime, IDisposable
{
    private RealPrometheus? _server;
    private HttpPrometheusClient? _client;

    /// <summary>Starts it.</summary>
    public async Task InitializeAsync()
    {
        if (RealPrometheus.Find(RealPrometheus.Server) is null || RealPrometheus.Find(RealPrometheus.Tool) is null)
        {
            return;
        }

        _server = new RealPrometheus();
        // Blocks have no staleness markers: a series is gone when one value is missing.
        await _server.StartAsync(RecordedRun.WriteOpenMetrics, "--query.lookback-delta=20s");
        _client = new HttpPrometheusClient(
            new PrometheusClientOptions { Address = PrometheusAddress.Read(_server.Address).Address! },
            TimeProvider.System,
            new Random(1));
    }

    /// <summary>Nothing: <see cref="Dispose"/> stops it.</summary>
    public Task DisposeAsync() => Task.CompletedTask;

    /// <summary>Stops it.</summary>
    public void Dispose()
    {
        _client?.Dispose();
        _server?.Dispose();
    }

    /// <summary>The series of an expression over the whole run.</summary>
    internal async Task<IReadOnlyList<RangeSeries>> QueryAsync(string expression, TimeSpan? step = null)
    {
        var result = await _client!.QueryRangeAsync(
            expression, RecordedRun.Begin, RecordedRun.End, step ?? RecordedRun.Interval, CancellationToken.None);
        Assert.True(result.Error is null, $"{expression}: {result.Error}");
        return result.Series;
    }
}
