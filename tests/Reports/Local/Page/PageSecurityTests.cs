using System.Net;

namespace KedaStack.Tests.Reports.Local.Page;

/// <summary>A web page elsewhere can neither read nor steer a run.</summary>
public sealed class PageSecurityTests
{
    [Theory]
    [InlineData("/")]
    [InlineData("/api/run")]
    [InlineData("/nothing")]
    public async Task Answer_Any_HasThePolicy(string path)
    {
        await using var client = await PageClient.StartAsync();

        using var response = await client.GetAsync(path);

        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'none';", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("no-referrer", Assert.Single(response.Headers.GetValues("Referrer-Policy")));
        Assert.Equal("same-origin", Assert.Single(response.Headers.GetValues("Cross-Origin-Resource-Policy")));
        Assert.True(response.Headers.CacheControl?.NoStore);
        Assert.False(response.Headers.Contains("Access-Control-Allow-Origin"));
        Assert.False(response.Headers.Contains("Server"));
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("127.0.0.1")]
    public async Task Command_FromThePageItself_IsDone(string name)
    {
        await using var client = await PageClient.StartAsync();
        var authority = $"{name}:{client.Page.Address.Port}";

        using var response = await client.CommandAsync(
            "/api/load/more", ("Host", authority), ("Origin", $"http://{authority}"), ("Sec-Fetch-Site", "same-origin"));

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
    }

    [Theory]
    [InlineData("Origin", "https://elsewhere.example")]
    [InlineData("Origin", "http://127.0.0.1:1")]
    [InlineData("Origin", "null")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Host", "elsewhere.example")]
    [InlineData("Host", "127.0.0.1:1")]
    [InlineData("Host", "127.0.0.1")]
    public async Task Command_FromElsewhere_IsRefused(string header, string value)
    {
        await using var client = await PageClient.StartAsync();

        foreach (var path in new[] { "/api/load/more", "/api/load/less", "/api/stop" })
        {
            using var response = await client.CommandAsync(path, (header, value));
            Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        }

        Assert.Empty(client.Run.Commands);
    }

    [Fact]
    public async Task Command_OriginOfTheOtherName_IsRefused()
    {
        await using var client = await PageClient.StartAsync();

        using var response = await client.CommandAsync("/api/stop", ("Origin", $"http://localhost:{client.Page.Address.Port}"));

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Empty(client.Run.Commands);
    }

    [Fact]
    public async Task Command_WithoutTheHeader_IsRefused()
    {
        await using var client = await PageClient.StartAsync();

        using var response = await client.SendAsync(HttpMethod.Post, "/api/stop");

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Contains("X-KedaStack-Command: 1", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Empty(client.Run.Commands);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("HEAD")]
    [InlineData("OPTIONS")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task Command_AnotherMethod_DoesNothing(string method)
    {
        await using var client = await PageClient.StartAsync();

        using var response = await client.SendAsync(new HttpMethod(method), "/api/stop", ("X-KedaStack-Command", "1"));

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Empty(client.Run.Commands);
    }

    [Fact]
    public async Task Preflight_OfAnotherPage_GetsNoPermission()
    {
        await using var client = await PageClient.StartAsync();

        using var response = await client.SendAsync(
            HttpMethod.Options, "/api/stop", ("Origin", "https://elsewhere.example"), ("Access-Control-Request-Method", "POST"),
            ("Access-Control-Request-Headers", "x-kedastack-command"));

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.DoesNotContain(response.Headers, header => header.Key.StartsWith("Access-Control", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("/api/run")]
    [InlineData("/api/stream")]
    [InlineData("/icon.svg")]
    [InlineData("/")]
    public async Task Read_ByAnotherPage_IsRefused(string path)
    {
        await using var client = await PageClient.StartAsync();

        using var response = await client.GetAsync(path, ("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Dest", "iframe"));

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Fact]
    public async Task Read_UnderAnotherName_IsRefused()
    {
        await using var client = await PageClient.StartAsync();

        using var response = await client.GetAsync("/api/run", ("Host", $"rebound.example:{client.Page.Address.Port}"));

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Equal(
            $"The Host is not this page's; open http://{client.Authority}/.\n", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Page_OpenedByALinkElsewhere_IsShown()
    {
        await using var client = await PageClient.StartAsync();

        using var response = await client.GetAsync("/", ("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Dest", "document"));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }
}
