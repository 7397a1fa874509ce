using KedaStack.Scaling.Prometheus.Client;
using KedaStack.Tests.Scaling.Prometheus.Client.Fakes;

namespace KedaStack.Tests.Scaling.Prometheus.Client;

public sealed class StatusTests
{
    private const string BadData = """{"status":"error","errorType":"bad_data","error":"unclosed left parenthesis"}""";

    [Theory]
    [InlineData(400, PrometheusErrorKind.BadRequest)]
    [InlineData(401, PrometheusErrorKind.Unauthorized)]
    [InlineData(403, PrometheusErrorKind.Forbidden)]
    [InlineData(404, PrometheusErrorKind.NotFound)]
    [InlineData(405, PrometheusErrorKind.BadRequest)]
    [InlineData(408, PrometheusErrorKind.BadRequest)]
    [InlineData(422, PrometheusErrorKind.BadRequest)]
    [InlineData(302, PrometheusErrorKind.Redirected)]
    public async Task Query_StatusThatStays_IsNotTriedAgain(int status, PrometheusErrorKind kind)
    {
        await using var server = await LocalServer.AnsweringAsync(status, BadData, ("Retry-After", "1"));
        using var client = Clients.Create(Clients.Options(server));

        var result = await client.AskAsync();

        Assert.Equal((kind, status), (result.Error!.Kind, result.Error.HttpStatus));
        Assert.Equal(status, result.Response!.HttpStatus);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Query_BadQuery_NamesTheServersWords()
    {
        await using var server = await LocalServer.AnsweringAsync(400, BadData);
        using var client = Clients.Create(Clients.Options(server));

        var error = (await client.AskAsync()).Error!;

        Assert.Equal($"{server.Address} answered 400 Bad Request: bad_data: unclosed left parenthesis.", error.Message);
        Assert.Equal("Correct the query or what is asked for.", error.Advice);
    }

    [Fact]
    public async Task Query_401WithToken_NamesItsAudience()
    {
        var error = await ErrorAsync(401, withCredential: true);

        Assert.Contains("The token was for https://prometheus.monitor.azure.com/.default", error.Advice, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Query_401WithoutToken_SaysThatNoneWasSent()
    {
        var error = await ErrorAsync(401, withCredential: false);

        Assert.Equal("No token was sent: ask with a credential.", error.Advice);
    }

    [Fact]
    public async Task Query_403WithToken_NamesTheRole()
    {
        var error = await ErrorAsync(403, withCredential: true);

        Assert.StartsWith("Grant the role Monitoring Data Reader on the Azure Monitor workspace", error.Advice, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Query_429_NamesTheLimit()
    {
        await using var server = await LocalServer.AnsweringAsync(
            429, """{"status":"error","errorType":"too_many_requests","error":"query hours exceeded"}""", ("Retry-After", "3600"));
        using var client = Clients.Create(Clients.Options(server));

        var error = (await client.AskAsync()).Error!;

        Assert.Equal(PrometheusErrorKind.Throttled, error.Kind);
        Assert.Equal($"{server.Address} answered 429 Too Many Requests: too_many_requests: query hours exceeded.", error.Message);
        Assert.StartsWith("A limit of the server on queries was hit", error.Advice, StringComparison.Ordinal);
        Assert.EndsWith("It asks to wait 3600 s.", error.Advice, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Query_ErrorPage_IsShownOnOneLineAndShort()
    {
        await using var server = await LocalServer.AnsweringAsync(
            404, $"no\r\nsuch\u001b[2J {new string('x', 100_000)}", ("Content-Type", "text/plain"));
        using var client = Clients.Create(Clients.Options(server));

        var error = (await client.AskAsync()).Error!;

        Assert.Contains("404 Not Found: no such?[2J xxx", error.Message, StringComparison.Ordinal);
        Assert.True(error.Message.Length < 300 && !error.Message.Any(char.IsControl), error.Message);
    }

    [Fact]
    public async Task Query_HtmlErrorPage_IsNotShown()
    {
        await using var server = await LocalServer.AnsweringAsync(404, "<html>", ("Content-Type", "text/html"));
        using var client = Clients.Create(Clients.Options(server));

        Assert.Equal($"{server.Address} answered 404 Not Found.", (await client.AskAsync()).Error!.Message);
    }

    private static async Task<PrometheusError> ErrorAsync(int status, bool withCredential)
    {
        await using var server = await LocalServer.AnsweringAsync(status, "");
        using var client = Clients.Create(Clients.Options(server) with { Credential = withCredential ? new FakeCredential() : null });
        return (await client.AskAsync()).Error!;
    }
}
