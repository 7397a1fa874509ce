using System.Globalization;
using KedaStack.Tests.Workload.Scripts.Running;

namespace KedaStack.Tests.Workload.Scripts;

public sealed class SampleAppMetricsTests
{
    private const string Histogram = "http_request_duration_seconds";

    [PythonFact]
    public async Task Metrics_BeforeAnyRequest_ArePresentAtZero()
    {
        using var app = await SampleApp.StartAsync();

        var response = app.Get("/metrics");

        Assert.Equal("text/plain; version=0.0.4; charset=utf-8", response.Headers["content-type"]);
        var metrics = Exposition.Parse(response.Body);
        Assert.Equal(0, metrics[Exposition.Series("GET", 200)]);
        Assert.Equal(0, metrics[Histogram + "_count"]);
        Assert.All(metrics.Samples.Values, value => Assert.Equal(0, value));
    }

    [PythonFact]
    public async Task Counter_FiftyClientsAndTenThousandRequests_IsExact()
    {
        const int Clients = 50;
        const int RequestsEach = 200;
        using var app = await SampleApp.StartAsync();

        await Task.WhenAll(Enumerable.Range(0, Clients).Select(client => RunClient(() =>
        {
            // Half of the clients open a connection per request, half keep theirs.
            for (var sent = 0; sent < RequestsEach;)
            {
                using var connection = app.Connect();
                do
                {
                    var headers = client % 2 == 0 ? "Connection: close\r\n" : string.Empty;
                    Assert.Equal(200, connection.Request("GET", $"/item/{sent}?client={client}", headers: headers).Status);
                    sent++;
                }
                while (client % 2 == 1 && sent < RequestsEach);
            }
        })));

        var metrics = app.Metrics();
        Assert.Equal(Clients * RequestsEach, metrics[Exposition.Series("GET", 200)]);
        Assert.Equal(Clients * RequestsEach, metrics.Requests);
        Assert.Equal(Clients * RequestsEach, metrics[Histogram + "_count"]);
        Assert.Equal(Clients * RequestsEach, await app.StopAsync());
    }

    [PythonFact]
    public async Task ProbesAndScrapes_AreNotCounted()
    {
        using var app = await SampleApp.StartAsync();

        for (var i = 0; i < 10; i++)
        {
            Assert.Equal(200, app.Get("/healthz").Status);
            Assert.Equal(200, app.Get("/healthz?verbose").Status);
            Assert.Equal(200, app.Get("/metrics").Status);
        }

        Assert.Equal(0, app.Metrics().Requests);
        Assert.Equal(0, await app.StopAsync());
    }

    [PythonFact]
    public async Task Counter_MethodsOfAllKinds_AddNoSeries()
    {
        using var app = await SampleApp.StartAsync();
        var before = app.Metrics();

        foreach (var method in new[] { "GET", "HEAD", "POST", "DELETE", "BREW", "get" })
        {
            using var connection = app.Connect();
            connection.Request(method, "/", headers: "Connection: close\r\n");
        }

        var after = app.Metrics();
        Assert.Equal(before.Samples.Keys.Order(), after.Samples.Keys.Order());
        Assert.Equal(1, after[Exposition.Series("GET", 200)]);
        Assert.Equal(1, after[Exposition.Series("HEAD", 200)]);
        Assert.Equal(1, after[Exposition.Series("POST", 200)]);
        Assert.Equal(3, after[Exposition.Series("other", 501)]);
    }

    [PythonFact]
    public async Task Histogram_WorkOfThirtyMilliseconds_FallsIntoItsBucketsCumulatively()
    {
        using var app = await SampleApp.StartAsync(("WORK_MILLISECONDS", "30"));

        Assert.Equal(200, app.Get("/").Status);

        var metrics = app.Metrics();
        var buckets = metrics.Samples.Where(s => s.Key.StartsWith(Histogram + "_bucket", StringComparison.Ordinal))
            .ToDictionary(s => UpperBound(s.Key), s => s.Value);
        Assert.All(buckets.Where(b => b.Key < 0.03), b => Assert.Equal(0, b.Value));
        Assert.Equal(1, buckets[double.PositiveInfinity]);
        Assert.Equal(buckets.OrderBy(b => b.Key).Select(b => b.Value), buckets.Values.Order());
        Assert.True(metrics[Histogram + "_sum"] >= 0.03);
    }

    /// <summary>A thread of its own: blocking clients would starve the pool that other tests run on.</summary>
    private static Task RunClient(Action client) => Task.Factory.StartNew(
        client, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private static double UpperBound(string series)
    {
        var text = series.Split('"')[1];
        return text == "+Inf" ? double.PositiveInfinity : double.Parse(text, CultureInfo.InvariantCulture);
    }
}
