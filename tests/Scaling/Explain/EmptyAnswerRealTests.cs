using KedaStack.Scaling.Prometheus;
using KedaStack.Scaling.Prometheus.Client;
using KedaStack.Tests.Scaling.Prometheus.Client.Fakes;
using KedaStack.Tests.Scaling.Prometheus.Differential;

namespace KedaStack.Tests.Scaling.Explain;

/// <summary>The further queries are queries that a real Prometheus understands as they are meant.</summary>
public sealed class EmptyAnswerRealTests
{
    private static readonly DateTimeOffset _end = DateTimeOffset.FromUnixTimeSeconds(1_700_006_400);

    [RealPrometheusFact]
    public async Task Ask_RealServer_FindsWhatThereIs()
    {
        using var prometheus = new RealPrometheus();
        await prometheus.StartAsync(writer =>
        {
            var time = _end.ToUnixTimeSeconds();
            writer.Write($"requests_total{{job=\"app\",pod=\"a\"}} 1 {time}\n");
            writer.Write($"requests_total{{job=\"app\",pod=\"b\"}} 1 {time}\n");
            writer.Write($"up{{job=\"down\"}} 0 {time}\nup{{job=\"silent\"}} 1 {time}\n# EOF\n");
        });
        using var client = Clients.Create(Clients.Options(Clients.Address(prometheus.Address)));

        Assert.Equal(
            ["requests_total is there, but not with job=\"other\".", "There is job=\"app\" (2 series)."], await FindAsync(client, "requests_total", "other"));
        Assert.StartsWith(
            "2 series of requests_total are there as asked, but without two samples",
            Assert.Single(await FindAsync(client, "requests_total", "app")), StringComparison.Ordinal);
        Assert.StartsWith("up{job=\"other\"} is empty", (await FindAsync(client, "absent_total", "other"))[1], StringComparison.Ordinal);
        Assert.Equal("up{job=\"down\"} is 0 for a target (job=\"down\"): its scrape fails.", (await FindAsync(client, "absent_total", "down"))[1]);
        Assert.StartsWith("up{job=\"silent\"} is 1 (job=\"silent\")", (await FindAsync(client, "absent_total", "silent"))[1], StringComparison.Ordinal);
    }

    private static async Task<IReadOnlyList<string>> FindAsync(IPrometheusClient client, string metric, string job)
    {
        var query = new RequestRateQuery(metric, [new LabelMatcher("job", job)], TimeSpan.FromMinutes(2));
        var scaledObject = Cases.WithTrigger(trigger => trigger with { Query = query.ToString() });
        return (await Asking.AskAsync(client, scaledObject, query, 1, _end, CancellationToken.None)).Asked[0].Findings;
    }
}
