using Azure.Core;
using Azure.Identity;
using KedaStack.Scaling.Prometheus.Client;
using KedaStack.Tests.Scaling.Prometheus.Client.Fakes;
using Microsoft.AspNetCore.Http;

namespace KedaStack.Tests.Scaling.Prometheus.Client;

public sealed class TokenTests
{
    private const string Secret = "eyJhbGciOi.secret.token";

    [Fact]
    public async Task Query_TokenStillGood_IsUsedAgain()
    {
        var time = new ManualTime(Clients.Patience);
        var credential = new FakeCredential { ExpiresOn = time.GetUtcNow().AddMinutes(10) };
        await using var server = await LocalServer.AnsweringAsync(200, Clients.Vector(1));
        using var client = Clients.Create(Clients.Options(server) with { Credential = credential }, time);

        await client.AskAsync();
        time.Advance(TimeSpan.FromMinutes(9) - TimeSpan.FromMilliseconds(1));
        await client.AskAsync();

        Assert.Equal(["Bearer token-1", "Bearer token-1"], server.Requests.Select(request => request.Headers["Authorization"]));
    }

    [Fact]
    public async Task Query_TokenExpiresWithinAMinute_IsRenewed()
    {
        var time = new ManualTime(Clients.Patience);
        var credential = new FakeCredential { ExpiresOn = time.GetUtcNow().AddMinutes(10) };
        await using var server = await LocalServer.AnsweringAsync(200, Clients.Vector(1));
        using var client = Clients.Create(Clients.Options(server) with { Credential = credential }, time);

        await client.AskAsync();
        time.Advance(TimeSpan.FromMinutes(9));
        await client.AskAsync();

        Assert.Equal(["Bearer token-1", "Bearer token-2"], server.Requests.Select(request => request.Headers["Authorization"]));
    }

    [Theory]
    [InlineData("https://w-1a2b.westeurope.prometheus.monitor.azure.com", null, "https://prometheus.monitor.azure.com/.default")]
    [InlineData("https://w-1a2b.usgovvirginia.prometheus.monitor.azure.us", null, "https://prometheus.monitor.azure.us/.default")]
    [InlineData("https://prometheus.example", null, "https://prometheus.monitor.azure.com/.default")]
    [InlineData("https://prometheus.example", "api://own/.default", "api://own/.default")]
    public async Task Query_Scope_IsThatOfTheCloudUnlessGiven(string address, string? scope, string expected)
    {
        var credential = new FakeCredential();
        using var handler = new FakeHandler(_ => new HttpResponseMessage());
        using var client = Clients.Create(Clients.Options(Clients.Address(address)) with { Credential = credential, Scope = scope }, handler);

        await client.AskAsync();

        Assert.Equal([expected], credential.Scopes);
    }

    [Fact]
    public async Task Query_PlainHttpToAnotherMachine_SendsNothing()
    {
        var credential = new FakeCredential();
        using var handler = new FakeHandler(_ => new HttpResponseMessage());
        using var client = Clients.Create(Clients.Options(Clients.Address("http://prometheus.example:9090")) with { Credential = credential }, handler);

        var error = (await client.AskAsync()).Error!;

        Assert.Equal(PrometheusErrorKind.PlainHttp, error.Kind);
        Assert.Equal(
            "http://prometheus.example:9090 is plain http on another machine, where a token could be read on the way; nothing was sent. "
            + "Write https://, or ask without a credential.",
            error.ToString());
        Assert.Equal(0, handler.Requests);
        Assert.Empty(credential.Scopes);
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task Query_Redirect_GetsNoToken(int status)
    {
        await using var other = await LocalServer.AnsweringAsync(200, Clients.Vector(45));
        await using var server = await LocalServer.AnsweringAsync(
            status, "", ("Location", $"http://user:word@{other.Address.Base.Authority}/api/v1/query?secret=1"));
        using var client = Clients.Create(Clients.Options(server) with { Credential = new FakeCredential() });

        var error = (await client.AskAsync()).Error!;

        Assert.Empty(other.Requests);
        Assert.Equal(PrometheusErrorKind.Redirected, error.Kind);
        Assert.EndsWith($", a redirect to {other.Address}/api/v1/query, which is not followed.", error.Message, StringComparison.Ordinal);
        Assert.Equal($"Write {other.Address} if you trust it.", error.Advice);
    }

    [Theory]
    [InlineData("https://login.example/authorize?x=y", ", a redirect to https://login.example/authorize, which is not followed.")]
    [InlineData("/login", "/login, which is not followed.")]
    [InlineData(null, ", a redirect, which is not followed.")]
    public async Task Query_RedirectToALogin_SaysSo(string? location, string message)
    {
        await using var server = await LocalServer.AnsweringAsync(302, "", location is null ? [] : [("Location", location)]);
        using var client = Clients.Create(Clients.Options(server));

        var error = (await client.AskAsync()).Error!;

        Assert.EndsWith(message, error.Message, StringComparison.Ordinal);
        Assert.Equal("Give the address of the query API itself: this may be a page or a login.", error.Advice);
    }

    [Fact]
    public async Task Query_NotLoggedIn_SaysWhatToDo()
    {
        var failure = new CredentialUnavailableException("DefaultAzureCredential failed to retrieve a token.\n- EnvironmentCredential ...\n- more");

        var error = await FailureAsync(new FakeCredential { Failure = failure });

        Assert.Equal(
            "No token for https://prometheus.monitor.azure.com/.default could be had: DefaultAzureCredential failed to retrieve a token.",
            error.Message);
        Assert.StartsWith("Run az login", error.Advice, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a\nb")]
    [InlineData("\u00e9")]
    public async Task Query_UnusableToken_IsAnErrorThatDoesNotShowIt(string token)
    {
        var instead = Task.FromResult(new AccessToken(token + Secret[..(token.Length == 0 ? 0 : Secret.Length)], DateTimeOffset.MaxValue));

        var error = await FailureAsync(new FakeCredential { Instead = instead });

        Assert.Contains("the credential gave something that is no token", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(500)]
    public async Task Query_ServerThatEchoesTheRequest_TokenIsNotShown(int status)
    {
        await using var server = await LocalServer.StartAsync(async context =>
        {
            context.Response.StatusCode = status;
            context.Response.ContentType = "text/plain";
            await context.Response.WriteAsync($"refused {context.Request.Headers.Authorization}");
        });
        var credential = new FakeCredential { Instead = Task.FromResult(new AccessToken(Secret, DateTimeOffset.MaxValue)) };
        using var client = Clients.Create(Clients.Options(server) with { Credential = credential });

        var result = await client.AskAsync();

        Assert.Equal($"Bearer {Secret}", server.Requests[0].Headers["Authorization"]);
        Assert.DoesNotContain(Secret, result.ToString(), StringComparison.Ordinal);
    }

    private static async Task<PrometheusError> FailureAsync(TokenCredential credential)
    {
        using var handler = new FakeHandler(_ => new HttpResponseMessage());
        using var client = Clients.Create(Clients.Options(Clients.Address("https://prometheus.example")) with { Credential = credential }, handler);
        var error = (await client.AskAsync()).Error!;
        Assert.Equal((PrometheusErrorKind.Credential, 0), (error.Kind, handler.Requests));
        return error;
    }
}
