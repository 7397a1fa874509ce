using System.Globalization;
using KedaStack.Scaling.Prometheus;
using KedaStack.Scaling.Prometheus.Client;
using KedaStack.Scaling.Prometheus.Client.Http;
using KedaStack.Tests.Scaling.Prometheus.Client.Fakes;
using Microsoft.AspNetCore.Http;

namespace KedaStack.Tests.Scaling.Prometheus.Client;

public sealed class RangeQueryTests
{
    private static readonly TimeSpan _step = TimeSpan.FromSeconds(15);

    [Fact]
    public async Task QueryRange_Matrix_IsItsSeries()
    {
        await using var server = await LocalServer.AnsweringAsync(200, """
            {"status":"success","data":{"resultType":"matrix","result":[
              {"metric":{"pod":"a"},"values":[[1790071170,"1.5"],[1790071185.125,"NaN"],[1790071200,"+Inf"]]},
              {"metric":{},"values":[[1790071170,"-2e3"]]},
              {"metric":{"pod":"histogram"},"histograms":[]}]}}
            """);
        using var client = Clients.Create(Clients.Options(server));

        var result = await client.QueryRangeAsync("x", Clients.Time, Clients.Time.AddSeconds(30), _step, CancellationToken.None);

        Assert.Null(result.Error);
        Assert.Equal(["pod=a", "", "pod=histogram"], result.Series.Select(series => string.Join(',', series.Labels.Select(label => $"{label.Key}={label.Value}"))));
        Assert.Equal(
            [new Sample(1790071170000, 1.5), new Sample(1790071185125, double.NaN), new Sample(1790071200000, double.PositiveInfinity)],
            result.Series[0].Samples);
        Assert.Equal([new Sample(1790071170000, -2000)], result.Series[1].Samples);
        Assert.Empty(result.Series[2].Samples);
        Assert.Equal(
            new Dictionary<string, string> { ["query"] = "x", ["start"] = "1790071170", ["end"] = "1790071200", ["step"] = "15" },
            Assert.Single(server.Requests).Form);
        Assert.Equal("/api/v1/query_range", server.Requests[0].Path);
    }

    [Theory]
    [InlineData("""{"status":"success","data":{"resultType":"vector","result":[]}}""")]
    [InlineData("""{"status":"success"}""")]
    [InlineData("""{"status":"success","data":{"resultType":"matrix","result":[{"metric":{},"values":[[1]]}]}}""")]
    [InlineData("""{"status":"success","data":{"resultType":"matrix","result":[{"metric":{},"values":[[1,"x"]]}]}}""")]
    [InlineData("""{"status":"success","data":{"resultType":"matrix","result":[{"metric":{},"values":[[1e300,"1"]]}]}}""")]
    [InlineData("""{"status":"success","data":{"resultType":"matrix","result":[{"metric":[],"values":[]}]}}""")]
    [InlineData("""{"status":"success","data":{"resultType":"matrix","result":7}}""")]
    public async Task QueryRange_NoMatrix_IsMalformed(string body)
    {
        await using var server = await LocalServer.AnsweringAsync(200, body);
        using var client = Clients.Create(Clients.Options(server));

        var result = await client.QueryRangeAsync("x", Clients.Time, Clients.Time, _step, CancellationToken.None);

        Assert.Equal((PrometheusErrorKind.Malformed, 0), (result.Error!.Kind, result.Series.Count));
    }

    [Fact]
    public async Task QueryRange_Failure_IsTheSameErrorAsOfAnInstantQuery()
    {
        await using var server = await LocalServer.AnsweringAsync(422, """{"status":"error","errorType":"execution","error":"too many"}""");
        using var client = Clients.Create(Clients.Options(server));

        var result = await client.QueryRangeAsync("x", Clients.Time, Clients.Time, _step, CancellationToken.None);

        Assert.Equal((await client.AskAsync()).Error, result.Error);
    }

    [Fact]
    public async Task QueryRange_MoreStepsThanAServerAnswers_GoesInPartsThatFit()
    {
        await using var server = await LocalServer.StartAsync(context =>
        {
            var form = context.Request.Form;
            var (start, end) = (Number(form["start"]!), Number(form["end"]!));
            return context.Response.WriteAsync(string.Create(
                CultureInfo.InvariantCulture,
                $$$"""{"status":"success","data":{"resultType":"matrix","result":[{"metric":{"b":"2","a":"1"},"values":[[{{{start}}},"1"],[{{{end}}},"2"]]}]}}"""));
        });
        using var client = Clients.Create(Clients.Options(server));
        const int Steps = 25_000;

        var result = await client.QueryRangeAsync("x", Clients.Time, Clients.Time + (Steps * _step), _step, CancellationToken.None);

        Assert.Equal(3, server.Requests.Count);
        var samples = Assert.Single(result.Series).Samples;
        var start = Clients.Time.ToUnixTimeSeconds();
        Assert.Equal(
            [start, start + (10_999L * 15), start + (11_000L * 15), start + (21_999L * 15), start + (22_000L * 15), start + (25_000L * 15)],
            samples.Select(sample => sample.TimestampMilliseconds / 1000));
    }

    [Fact]
    public void Split_LargeStep_StaysWithin32Days()
    {
        var parts = RangePart.Split(Clients.Time, Clients.Time.AddDays(64), TimeSpan.FromHours(1))!;

        Assert.Equal(3, parts.Count);
        Assert.All(parts, part => Assert.True(part.End - part.Start <= TimeSpan.FromDays(32)));
        Assert.Equal(parts[0].End.AddHours(1), parts[1].Start);
        Assert.Equal(Clients.Time.AddDays(64), parts[2].End);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(10_999, 1)]
    [InlineData(11_000, 2)]
    [InlineData(21_999, 2)]
    public void Split_Steps_FillParts(int steps, int parts) =>
        Assert.Equal(parts, RangePart.Split(Clients.Time, Clients.Time + (steps * _step), _step)!.Count);

    [Fact]
    public async Task QueryRange_TooManySteps_SaysSo()
    {
        using var handler = new FakeHandler(_ => new HttpResponseMessage());
        using var client = Clients.Create(Clients.Options(Clients.Address("https://prometheus.example")), handler);

        var result = await client.QueryRangeAsync("x", Clients.Time, Clients.Time.AddDays(365), TimeSpan.FromSeconds(1), CancellationToken.None);

        Assert.Equal(
            "A range of 365 days with a step of 1 s takes more than 100 requests. Ask for a shorter range or a larger step.",
            result.Error!.ToString());
        Assert.Equal(0, handler.Requests);
    }

    [Theory]
    [InlineData(-1, 15)]
    [InlineData(1, 0)]
    public async Task QueryRange_NoRange_Throws(int lengthSeconds, int stepSeconds)
    {
        using var handler = new FakeHandler(_ => new HttpResponseMessage());
        using var client = Clients.Create(Clients.Options(Clients.Address("https://prometheus.example")), handler);

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => client.QueryRangeAsync(
            "x", Clients.Time, Clients.Time.AddSeconds(lengthSeconds), TimeSpan.FromSeconds(stepSeconds), CancellationToken.None));
    }

    private static decimal Number(string? text) => decimal.Parse(text!, CultureInfo.InvariantCulture);
}
