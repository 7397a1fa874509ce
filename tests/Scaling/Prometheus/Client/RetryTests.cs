using KedaStack.Scaling.Prometheus.Client;
using KedaStack.Tests.Scaling.Prometheus.Client.Fakes;
using Microsoft.AspNetCore.Http;

namespace KedaStack.Tests.Scaling.Prometheus.Client;

public sealed class RetryTests
{
    private readonly ManualTime _time = new(Clients.Patience);

    [Theory]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task Query_FaultThatPasses_IsTriedAgain(int status)
    {
        await using var server = await FailingAsync(times: 2, context => context.Response.StatusCode = status);
        using var client = Clients.Create(Clients.Options(server), _time);

        var result = await client.AskAsync();

        Assert.Equal((null, "45"), (result.Error, result.Response!.Value.Text));
        Assert.Equal(3, server.Requests.Count);
        Assert.Equal([TimeSpan.FromSeconds(0.25), TimeSpan.FromSeconds(0.5)], _time.Waits);
    }

    [Fact]
    public async Task Query_Chance_MakesWaitsLonger()
    {
        await using var server = await FailingAsync(times: 2, context => context.Response.StatusCode = 503);
        using var client = Clients.Create(Clients.Options(server), _time, chance: 0.5);

        await client.AskAsync();

        Assert.Equal([TimeSpan.FromSeconds(0.375), TimeSpan.FromSeconds(0.75)], _time.Waits);
    }

    [Fact]
    public async Task Query_FaultThatStays_IsReportedAfterTheLastTry()
    {
        await using var server = await LocalServer.AnsweringAsync(500, """{"status":"error","errorType":"internal","error":"disk"}""");
        using var client = Clients.Create(Clients.Options(server), _time);

        var result = await client.AskAsync();

        Assert.Equal(PrometheusErrorKind.Server, result.Error!.Kind);
        Assert.Equal($"{server.Address} answered 500 Internal Server Error: internal: disk. (4 tries)", result.Error.Message);
        Assert.Equal(4, server.Requests.Count);
        Assert.Equal(500, result.Response!.HttpStatus);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task Query_RetryAfterSeconds_IsWaitedFor(int status)
    {
        await using var server = await FailingAsync(times: 1, context =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.RetryAfter = "7";
        });
        using var client = Clients.Create(Clients.Options(server), _time);

        await client.AskAsync();

        Assert.Equal([TimeSpan.FromSeconds(7)], _time.Waits);
    }

    [Fact]
    public async Task Query_RetryAfterDate_IsWaitedFor()
    {
        var until = _time.GetUtcNow().AddSeconds(11);
        await using var server = await FailingAsync(times: 1, context =>
        {
            context.Response.StatusCode = 503;
            context.Response.Headers.RetryAfter = until.ToString("R", System.Globalization.CultureInfo.InvariantCulture);
        });
        using var client = Clients.Create(Clients.Options(server), _time);

        await client.AskAsync();

        Assert.Equal([TimeSpan.FromSeconds(11)], _time.Waits);
    }

    [Theory]
    [InlineData("Tue, 22 Sep 2020 10:00:00 GMT")]
    [InlineData("0")]
    [InlineData("soon")]
    public async Task Query_RetryAfterWithoutUse_WaitsAsUsual(string header)
    {
        await using var server = await FailingAsync(times: 1, context =>
        {
            context.Response.StatusCode = 503;
            context.Response.Headers.RetryAfter = header;
        });
        using var client = Clients.Create(Clients.Options(server), _time);

        await client.AskAsync();

        Assert.Equal([TimeSpan.FromSeconds(0.25)], _time.Waits);
    }

    [Fact]
    public async Task Query_RetryAfterTooLong_IsNotWaitedFor()
    {
        await using var server = await LocalServer.AnsweringAsync(429, "", ("Retry-After", "31"));
        using var client = Clients.Create(Clients.Options(server), _time);

        var result = await client.AskAsync();

        Assert.Equal(PrometheusErrorKind.Throttled, result.Error!.Kind);
        Assert.Empty(_time.Waits);
    }

    [Fact]
    public async Task Query_ConnectionReset_IsTriedAgain()
    {
        await using var server = await FailingAsync(times: 1, context => context.Abort());
        using var client = Clients.Create(Clients.Options(server), _time);

        var result = await client.AskAsync();

        Assert.Equal("45", result.Response!.Value.Text);
        Assert.Single(_time.Waits);
    }

    [Fact]
    public async Task Query_NoRetries_AsksOnce()
    {
        await using var server = await LocalServer.AnsweringAsync(503, "");
        using var client = Clients.Create(Clients.Options(server) with { Retries = 0 }, _time);

        Assert.Equal(PrometheusErrorKind.Server, (await client.AskAsync()).Error!.Kind);
        Assert.Single(server.Requests);
    }

    private static Task<LocalServer> FailingAsync(int times, Action<HttpContext> fail)
    {
        var requests = 0;
        return LocalServer.StartAsync(async context =>
        {
            if (Interlocked.Increment(ref requests) <= times)
            {
                fail(context);
                return;
            }

            await context.Response.WriteAsync(Clients.Vector(45));
        });
    }
}
