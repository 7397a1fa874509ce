using System.Globalization;
using KedaStack.Cli.Shell;
using KedaStack.Tests.Scaling.Prometheus.Client.Fakes;

namespace KedaStack.Tests.Cli.Simulate;

public sealed class SimulateFromPrometheusTests
{
    private const string End = "2026-01-31T10:00:00Z";

    [Fact]
    public async Task FromPrometheus_Default_AsksForTheStacksOwnRequests()
    {
        var end = DateTimeOffset.Parse(End, CultureInfo.InvariantCulture).ToUnixTimeSeconds();
        var values = string.Join(',', Enumerable.Range(-9, 10).Select(minute => $"[{end + (minute * 60)},\"{(minute < -4 ? 30 : 90)}\"]"));
        await using var server = await LocalServer.AnsweringAsync(
            200, $$$"""{"status":"success","data":{"resultType":"matrix","result":[{"metric":{},"values":[{{{values}}}]}]}}""");

        var run = await CommandRun.OfAsync(
            "simulate", "--from-prometheus", "default", "--prometheus", server.Address.ToString(), "--range", "10m", "--end", End);

        Assert.Equal((ExitCodes.Success, ""), (run.ExitCode, run.Error));
        var form = Assert.Single(server.Requests).Form;
        Assert.Equal("sum(rate(http_requests_total{cluster=\"kedastack-dev\",namespace=\"keda-demo\",job=\"sample-app\"}[1m]))", form["query"]);
        Assert.Equal((end - 540, end, 60), (Number(form["start"]), Number(form["end"]), Number(form["step"])));
        Assert.StartsWith("Stack dev, traffic recorded by Prometheus, 10m, seed 1\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("The load is what was recorded from 2026-01-31 09:50:00 to 2026-01-31 10:00:00 UTC", run.Output, StringComparison.Ordinal);
        Assert.Matches("Requests +36,000\n", run.Output);
    }

    [Fact]
    public async Task FromPrometheus_Refused_SaysWhatToDo()
    {
        await using var server = await LocalServer.AnsweringAsync(403, "{}");

        var run = await CommandRun.OfAsync("simulate", "--from-prometheus", "x", "--prometheus", server.Address.ToString());

        Assert.Equal((ExitCodes.Failure, ""), (run.ExitCode, run.Output));
        Assert.StartsWith("--from-prometheus: ", run.Error, StringComparison.Ordinal);
        Assert.Contains("403", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--range: has no effect without --from-prometheus (got \"1d\"); add --from-prometheus default, or leave it out", "--range", "1d")]
    [InlineData("--traffic: does not go with --from-prometheus (got \"demo\"); leave out one of them", "--from-prometheus", "default", "--traffic", "demo", "--prometheus", "http://127.0.0.1:1")]
    [InlineData("--end: is not a time (got \"noon\"); write a date such as 2026-01-31T10:00:00Z", "--from-prometheus", "default", "--end", "noon", "--prometheus", "http://127.0.0.1:1")]
    [InlineData("--end: is not a time (got \"10:00\"); write a date such as 2026-01-31T10:00:00Z", "--from-prometheus", "default", "--end", "10:00", "--prometheus", "http://127.0.0.1:1")]
    [InlineData("--end: is long before there was a Prometheus (got \"0001-01-01T00:00:00Z\"); write a date such as 2026-01-31T10:00:00Z", "--from-prometheus", "default", "--end", "0001-01-01T00:00:00Z", "--prometheus", "http://127.0.0.1:1")]
    [InlineData("--from-prometheus: is empty (got \"\"); write a query in requests per second, or default for the stack's own requests", "--from-prometheus", "", "--prometheus", "http://127.0.0.1:1")]
    [InlineData("--step: is too small (got \"15s\"); write from 30s to 1d", "--from-prometheus", "default", "--step", "15s", "--prometheus", "http://127.0.0.1:1")]
    [InlineData("--range: is too small (got \"1m\"); write from 2m to 366d", "--from-prometheus", "default", "--range", "1m", "--prometheus", "http://127.0.0.1:1")]
    public async Task FromPrometheus_BadOption_SaysWhatIsWrong(string message, params string[] arguments)
    {
        var run = await CommandRun.OfAsync(["simulate", .. arguments]);

        Assert.Equal((ExitCodes.Failure, "", message + "\n"), (run.ExitCode, run.Output, run.Error));
    }

    private static long Number(string? text) => long.Parse(text!, CultureInfo.InvariantCulture);
}
