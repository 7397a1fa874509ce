using System.Globalization;
using KedaStack.Scaling.Prometheus;
using KedaStack.Scaling.Prometheus.Client;
using KedaStack.Tests.Scaling.Prometheus.Client.Fakes;
using KedaStack.Tests.Scaling.Prometheus.Differential;

namespace KedaStack.Tests.Scaling.Prometheus.Client;

public sealed class RealPrometheusClientTests
{
    private const long Begin = 1_700_006_400_000;
    private const int StepSeconds = 15;
    private const int Samples = 81;
    private const int RatePerSecond = 45;

    [RealPrometheusFact]
    public async Task Client_RealServer_GetsWhatItAnswers()
    {
        using var prometheus = new RealPrometheus();
        await prometheus.StartAsync(Write);
        using var client = Clients.Create(Clients.Options(Clients.Address(prometheus.Address + "api/v1/")));
        var end = DateTimeOffset.FromUnixTimeMilliseconds(Begin).AddSeconds((Samples - 1) * StepSeconds);

        var rate = await client.QueryAsync("sum(rate(http_requests_total[2m]))", end, CancellationToken.None);
        var empty = await client.QueryAsync("sum(rate(other[2m]))", end, CancellationToken.None);
        var two = await client.QueryAsync("http_requests_total", end, CancellationToken.None);
        var wrong = await client.QueryAsync("sum(", end, CancellationToken.None);
        var range = await client.QueryRangeAsync(
            "http_requests_total", end.AddMinutes(-1), end, TimeSpan.FromSeconds(StepSeconds), CancellationToken.None);
        var page = await AskAsync(prometheus.Address + "graph");

        Assert.Equal(
            (null, RatePerSecond), (rate.Error, Math.Round(double.Parse(rate.Response!.Value.Text!, CultureInfo.InvariantCulture), 6)));
        Assert.Equal((null, 0), (empty.Error, empty.Response!.ElementCount));
        Assert.Equal((null, 2), (two.Error, two.Response!.ElementCount));
        Assert.Equal((PrometheusErrorKind.BadRequest, 400), (wrong.Error!.Kind, wrong.Error.HttpStatus));
        Assert.Contains("bad_data: invalid parameter \"query\"", wrong.Error.Message, StringComparison.Ordinal);
        Assert.Equal(["a", "b"], range.Series.Select(series => series.Labels["pod"]));
        Assert.Equal(
            Enumerable.Range(Samples - 5, 5).Select(sample => new Sample(Begin + (sample * StepSeconds * 1000L), Count("a", sample))),
            range.Series[0].Samples);
        Assert.Equal(PrometheusErrorKind.NotFound, page.Error!.Kind);
    }

    private static async Task<InstantQueryResult> AskAsync(string address)
    {
        using var client = Clients.Create(Clients.Options(Clients.Address(address)));
        return await client.AskAsync();
    }

    private static void Write(TextWriter writer)
    {
        foreach (var pod in (string[])["a", "b"])
        {
            for (var sample = 0; sample < Samples; sample++)
            {
                var time = (Begin / 1000) + (sample * StepSeconds);
                writer.Write(string.Create(CultureInfo.InvariantCulture, $"http_requests_total{{pod=\"{pod}\"}} {Count(pod, sample)} {time}\n"));
            }
        }

        writer.Write("# EOF\n");
    }

    private static double Count(string pod, int sample) => sample * StepSeconds * (pod == "a" ? RatePerSecond - 15 : 15);
}
