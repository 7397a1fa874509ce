using KedaStack.Scaling.Prometheus.Client;
using KedaStack.Tests.Scaling.Prometheus.Client.Fakes;

namespace KedaStack.Tests.Scaling.Prometheus.Client;

public sealed class RequestTests
{
    [Fact]
    public async Task Query_Instant_IsAFormOverPost()
    {
        await using var server = await LocalServer.AnsweringAsync(200, Clients.Vector(45));
        using var client = Clients.Create(Clients.Options(server));

        await client.QueryAsync(Clients.Query, Clients.Time.AddMilliseconds(250), CancellationToken.None);

        var request = Assert.Single(server.Requests);
        Assert.Equal(("POST", "/api/v1/query"), (request.Method, request.Path));
        Assert.Equal(new Dictionary<string, string> { ["query"] = Clients.Query, ["time"] = "1790071170.25" }, request.Form);
        Assert.Equal("gzip", request.Headers["Accept-Encoding"]);
        Assert.DoesNotContain("Authorization", request.Headers.Keys);
    }

    [Fact]
    public async Task Query_LongerThanAnyAddress_Arrives()
    {
        await using var server = await LocalServer.AnsweringAsync(200, Clients.Vector(1));
        using var client = Clients.Create(Clients.Options(server));
        var query = $"sum(up{{job=~\"{string.Join('|', Enumerable.Range(0, 20_000))}\"}})";

        await client.QueryAsync(query, Clients.Time, CancellationToken.None);

        Assert.Equal(query, server.Requests[0].Form["query"]);
    }

    [Fact]
    public async Task Query_PathPrefix_IsKept()
    {
        await using var server = await LocalServer.AnsweringAsync(200, Clients.Vector(1));
        using var client = Clients.Create(Clients.Options(Clients.Address(server.Address + "/team/prometheus/api/v1/")));

        await client.AskAsync();

        Assert.Equal("/team/prometheus/api/v1/query", server.Requests[0].Path);
    }

    [Fact]
    public async Task Query_Credential_SendsItsToken()
    {
        await using var server = await LocalServer.AnsweringAsync(200, Clients.Vector(1));
        var credential = new FakeCredential();
        using var client = Clients.Create(Clients.Options(server) with { Credential = credential });

        await client.AskAsync();

        Assert.Equal("Bearer token-1", server.Requests[0].Headers["Authorization"]);
        Assert.Equal([PrometheusAddress.PublicScope], credential.Scopes);
    }
}
