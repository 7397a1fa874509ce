using System.Text;
using System.Text.Json.Nodes;
using KedaStack.Resources.Objects;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace KedaStack.Tests.Doctor;

/// <summary>An API server on loopback that answers as a file of answers says: status, content type, body, delay. Any verb but GET is noted as a write.</summary>
internal sealed class ReplayServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    // Azure Resource Manager takes ids in any case.
    private readonly Dictionary<string, JsonNode> _answers = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _writes = [];
    private readonly List<string> _asked = [];
    private readonly Lock _lock = new();

    private ReplayServer(WebApplication app) => _app = app;

    /// <summary>Its address.</summary>
    public string Address { get; private set; } = "";

    /// <summary>Requests that were no GETs.</summary>
    public IReadOnlyList<string> Writes { get { lock (_lock) { return [.. _writes]; } } }

    /// <summary>The paths that were asked for.</summary>
    public IReadOnlyList<string> Asked { get { lock (_lock) { return [.. _asked]; } } }

    /// <summary>The header Authorization that came last.</summary>
    public string? Authorization { get; private set; }

    /// <summary>Waits before each answer; null for none. A silent path waits until the reader gives up.</summary>
    public Func<string, bool> IsSilent { get; init; } = _ => false;

    /// <summary>Starts a server with the answers of files; those of the first win.</summary>
    public static async Task<ReplayServer> StartAsync(IEnumerable<string> files, Func<string, bool>? isSilent = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = new ReplayServer(builder.Build()) { IsSilent = isSilent ?? (_ => false) };
        foreach (var answer in files.SelectMany(file => JsonNode.Parse(File.ReadAllText(file)).Objects("answers")))
        {
            server._answers.TryAdd(Uri.UnescapeDataString(answer.Text("path")!), answer);
        }

        server._app.Run(server.AnswerAsync);
        await server._app.StartAsync();
        server.Address = server._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        return server;
    }

    /// <summary>Writes a kubeconfig for it.</summary>
    public string WriteKubeconfig(string folder, string ns, string token = "planted-token-of-the-kubeconfig")
    {
        var file = Path.Combine(folder, "kubeconfig");
        File.WriteAllText(file, """
            apiVersion: v1
            kind: Config
            current-context: replay
            clusters: [{name: replay, cluster: {server: "<address>"}}]
            users: [{name: reader, user: {token: <token>}}]
            contexts: [{name: replay, context: {cluster: replay, user: reader, namespace: <namespace>}}]
            """.Replace("<address>", Address, StringComparison.Ordinal).Replace("<token>", token, StringComparison.Ordinal).Replace("<namespace>", ns, StringComparison.Ordinal));
        return file;
    }

    /// <summary>Ends, and fails where anything was written.</summary>
    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Assert.Empty(Writes);
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var path = Uri.UnescapeDataString(context.Request.Path + context.Request.QueryString.Value);
        lock (_lock)
        {
            _asked.Add(context.Request.Path + context.Request.QueryString.Value);
            if (!HttpMethods.IsGet(context.Request.Method))
            {
                _writes.Add($"{context.Request.Method} {path}");
            }

            Authorization = context.Request.Headers.Authorization;
        }

        if (!HttpMethods.IsGet(context.Request.Method))
        {
            context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            return;
        }

        var answer = _answers.GetValueOrDefault(path);
        if (IsSilent(path) || (answer is not null && answer["status"] is null))
        {
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
            return;
        }

        context.Response.StatusCode = (int?)answer.Number("status") ?? StatusCodes.Status404NotFound;
        context.Response.ContentType = answer.Text("contentType") ?? "application/json";
        await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(answer?["body"]?.ToJsonString() ?? answer.Text("text") ?? """{"kind":"Status","code":404,"message":"not found"}"""));
    }
}
