using KedaStack.Tests.Scaling.Prometheus.Client.Fakes;
using Microsoft.AspNetCore.Http;

namespace KedaStack.Tests.Sdks.Choice;

/// <summary>A source of advisories for NuGet with one in it, of moderate severity (NU1902).</summary>
internal sealed class AuditSource : IAsyncDisposable
{
    private readonly LocalServer _server;

    private AuditSource(LocalServer server) => _server = server;

    public string Address => $"{_server.Address}/v3/index.json";

    /// <summary>Whether NuGet has read the advisories themselves.</summary>
    public bool WasAsked => _server.Requests.Any(request => request.Path.EndsWith("/base.json", StringComparison.Ordinal));

    /// <summary>Starts a source that warns of every version of a package (learn.microsoft.com, NuGet API, VulnerabilityInfo).</summary>
    public static async Task<AuditSource> StartAsync(string package) => new(await LocalServer.StartAsync(async context =>
    {
        var here = $"{context.Request.Scheme}://{context.Request.Host}";
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(context.Request.Path.Value switch
        {
            "/v3/index.json" => $$"""
                {"version":"3.0.0","resources":[{"@id":"{{here}}/advisories.json","@type":"VulnerabilityInfo/6.7.0"}]}
                """,
            "/advisories.json" => $$"""
                [{"@name":"base","@id":"{{here}}/base.json","@updated":"2026-01-01T00:00:00Z","comment":""}]
                """,
            _ => $$"""
                {"{{package.ToLowerInvariant()}}":[{"url":"https://example.com/advisory","severity":1,"versions":"[0.0.0, 999.0.0)"}]}
                """,
        });
    }));

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
