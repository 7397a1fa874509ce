using KedaStack.Infra.Workload;
using KedaStack.Local.Metrics;
using KedaStack.Local.Metrics.Prometheus;
using KedaStack.Local.Pods;
using KedaStack.Tests.Scaling.Prometheus.Client.Fakes;

namespace KedaStack.Tests.Local.Metrics.Prometheus;

public sealed class PrometheusReaderTests
{
    private static readonly MetricsQuery _query = new(
        SampleAppMonitor.Query("dev", "demo", TimeSpan.FromMinutes(2)), TimeSpan.FromSeconds(30), Speed: 1);

    [Theory]
    [InlineData(401, "", "api/v1/targets: Response status code does not indicate success: 401 (Unauthorized)")]
    [InlineData(404, "", "api/v1/targets: Response status code does not indicate success: 404 (Not Found)")]
    [InlineData(200, """{"data":{"activeTargets":[]}}""", "it has 0 targets, and lacks 1 of 1")]
    [InlineData(200, "[]", "api/v1/targets: The requested operation requires an element of type 'Object', but the target element has type 'Array'")]
    public async Task WhyUnknown_TargetMissing_IsWhatTheServerSays(int status, string body, string reason)
    {
        await using var server = await LocalServer.AnsweringAsync(status, body);
        using var reader = new PrometheusReader(server.Address, _query);
        using var place = new PodPlace(0, "sample-app-1");

        Assert.Equal(reason, await reader.WhyUnknownAsync([place], CancellationToken.None));
    }

    [Fact]
    public async Task WhyUnknown_AllTargetsThere_IsNothing()
    {
        using var place = new PodPlace(0, "sample-app-1");
        await using var server = await LocalServer.AnsweringAsync(
            200, $$$"""{"data":{"activeTargets":[{"discoveredLabels":{"__address__":"{{{place.Address}}}"}}]}}""");
        using var reader = new PrometheusReader(server.Address, _query);

        Assert.Null(await reader.WhyUnknownAsync([place], CancellationToken.None));
    }
}
