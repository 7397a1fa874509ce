using System.Net.ServerSentEvents;
using System.Text.Json;
using KedaStack.Reports.Local.Page;

namespace KedaStack.Tests.Reports.Local.Page;

/// <summary>A scripted run with its page on a free port, and a client of it.</summary>
internal sealed class PageClient : IAsyncDisposable
{
    private readonly HttpClient _http;

    private PageClient(ScriptedRun run, LocalPage page)
    {
        (Run, Page) = (run, page);
        // A stream has no end to wait for.
        _http = new HttpClient(new SocketsHttpHandler { ResponseDrainTimeout = TimeSpan.Zero }) { BaseAddress = page.Address };
    }

    public ScriptedRun Run { get; }

    public LocalPage Page { get; }

    public string Authority => Page.Address.Authority;

    public static async Task<PageClient> StartAsync(TimeSpan? heartbeat = null)
    {
        var run = new ScriptedRun();
        return new PageClient(run, await LocalPage.StartAsync(run, port: 0, heartbeat ?? TimeSpan.FromHours(1), CancellationToken.None));
    }

    public Task<HttpResponseMessage> GetAsync(string path, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Get, path, headers);

    public Task<HttpResponseMessage> CommandAsync(string path, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Post, path, [(RequestGuard.CommandHeader, "1"), .. headers]);

    public Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, path);
        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value);
        }

        return _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    /// <summary>The stream's messages with their ids.</summary>
    public async IAsyncEnumerable<(JsonElement Message, string Id)> StreamAsync(string? lastEventId = null)
    {
        using var response = await GetAsync("/api/stream", lastEventId is null ? [] : [("Last-Event-ID", lastEventId)]);
        await using var body = await response.Content.ReadAsStreamAsync();
        var parser = SseParser.Create(body);
        await foreach (var item in parser.EnumerateAsync())
        {
            yield return (JsonDocument.Parse(item.Data).RootElement, parser.LastEventId);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await Page.DisposeAsync();
        await Run.DisposeAsync();
    }
}
