using System.Security.Cryptography.X509Certificates;
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

    /// <summary>How many objects of a list a page has at most.</summary>
    public int LargestPage { get; set; } = int.MaxValue;

    /// <summary>Answers before the file does; true where it did. Null for none.</summary>
    public Func<HttpContext, Task<bool>>? Instead { get; set; }

    /// <summary>Starts a server with the answers of files; those of the first win.</summary>
    /// <param name="files">The files.</param>
    /// <param name="isSilent">Which paths are never answered.</param>
    /// <param name="certificate">Its certificate; null for a server without TLS.</param>
    public static async Task<ReplayServer> StartAsync(IEnumerable<string> files, Func<string, bool>? isSilent = null, X509Certificate2? certificate = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(certificate is null ? "http://127.0.0.1:0" : "https://127.0.0.1:0");
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ConfigureHttpsDefaults(https => https.ServerCertificate = certificate));
        var server = new ReplayServer(builder.Build()) { IsSilent = isSilent ?? (_ => false) };
        foreach (var file in files)
        {
            server.Add(file, isNewer: false);
        }

        server._app.Run(server.AnswerAsync);
        await server._app.StartAsync();
        server.Address = server._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        return server;
    }

    /// <summary>Answers as another file says from now on, in what that holds.</summary>
    public void Change(string file) => Add(file, isNewer: true);

    private void Add(string file, bool isNewer)
    {
        lock (_lock)
        {
            foreach (var answer in JsonNode.Parse(File.ReadAllText(file)).Objects("answers"))
            {
                var path = Uri.UnescapeDataString(answer.Text("path")!);
                if (isNewer || !_answers.ContainsKey(path))
                {
                    _answers[path] = answer;
                }
            }
        }
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

        if (Instead is { } instead && await instead(context))
        {
            return;
        }

        JsonNode? answer;
        lock (_lock)
        {
            answer = _answers.GetValueOrDefault(path) ?? _answers.GetValueOrDefault(ReplayPages.Whole(path));
        }

        if (IsSilent(path) || (answer is not null && answer["status"] is null))
        {
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
            return;
        }

        context.Response.StatusCode = (int?)answer.Number("status") ?? StatusCodes.Status404NotFound;
        context.Response.ContentType = answer.Text("contentType") ?? "application/json";
        await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(ReplayPages.Of(answer?["body"], path, LargestPage, Address)?.ToJsonString() ?? answer.Text("text") ?? """{"kind":"Status","code":404,"message":"not found"}"""));
    }
}
