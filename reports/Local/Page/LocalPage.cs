using System.Net;
using System.Net.Sockets;
using KedaStack.Local;
using KedaStack.Local.Processes;
using KedaStack.Local.Watching;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace KedaStack.Reports.Local.Page;

/// <summary>
/// The page of a run and its buttons, for the browsers of this machine: it listens on 127.0.0.1 only, and answers only what
/// <see cref="RequestGuard"/> lets through.
/// </summary>
internal sealed class LocalPage : IAsyncDisposable
{
    /// <summary>The port when none is asked for.</summary>
    public const int DefaultPort = 5080;

    private const int ConnectionsPerBrowser = 6;
    private const long LargestBodyBytes = 1024;

    // What a reader may take to get the end of the run before it is cut off.
    private static readonly TimeSpan _farewell = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan _heartbeat = TimeSpan.FromSeconds(15);

    private readonly WebApplication _server;
    private readonly CancellationTokenSource _closing;
    private int _closed;

    private LocalPage(WebApplication server, CancellationTokenSource closing)
    {
        (_server, _closing) = (server, closing);
        Address = new Uri(server.Urls.Single());
    }

    /// <summary>Where the page is.</summary>
    public Uri Address { get; }

    /// <summary>Serves a run.</summary>
    /// <param name="run">The run; not disposed of.</param>
    /// <param name="port">The port; 0 for any that is free.</param>
    /// <param name="cancellationToken">Ends the start early.</param>
    /// <exception cref="LocalRunException">The port is in use or not allowed.</exception>
    public static Task<LocalPage> StartAsync(ILocalRun run, int port, CancellationToken cancellationToken) =>
        StartAsync(run, port, _heartbeat, cancellationToken);

    /// <summary>Serves a run.</summary>
    /// <param name="run">The run; not disposed of.</param>
    /// <param name="port">The port; 0 for any that is free.</param>
    /// <param name="heartbeat">How often a stream says that it lives; above 0.</param>
    /// <param name="cancellationToken">Ends the start early.</param>
    /// <exception cref="LocalRunException">The port is in use or not allowed.</exception>
    internal static async Task<LocalPage> StartAsync(ILocalRun run, int port, TimeSpan heartbeat, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(options => Configure(options, port));
        builder.Services.AddRoutingCore();
        // The default one takes Ctrl-C for itself.
        builder.Services.AddSingleton<IHostLifetime, UntilDisposed>();
        var server = builder.Build();
        var closing = new CancellationTokenSource();
        server.Use(RequestGuard.CheckAsync);
        server.Use(new PageReaders().CheckAsync);
        Map(server, run, new RunFeed(run), heartbeat, closing.Token);
        try
        {
            await server.StartAsync(cancellationToken);
            return new LocalPage(server, closing);
        }
        catch (Exception exception) when (exception is IOException or SocketException)
        {
            closing.Dispose();
            await server.DisposeAsync();
            throw new LocalRunException(Problem(port, exception));
        }
    }

    /// <summary>Ends the page; readers still get the end of a run that has ended.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _closed, 1) == 1)
        {
            return;
        }

        _closing.CancelAfter(_farewell);
        using (var cut = new CancellationTokenSource(2 * _farewell))
        {
            await _server.StopAsync(cut.Token);
        }

        await _server.DisposeAsync();
        _closing.Dispose();
    }

    private static void Configure(KestrelServerOptions options, int port)
    {
        options.Listen(IPAddress.Loopback, port);
        options.AddServerHeader = false;
        options.Limits.MaxConcurrentConnections = (PageReaders.Most + 1) * ConnectionsPerBrowser;
        options.Limits.MaxRequestBodySize = LargestBodyBytes;
    }

    private static void Map(WebApplication server, ILocalRun run, RunFeed feed, TimeSpan heartbeat, CancellationToken closing)
    {
        foreach (var file in PageFile.All)
        {
            server.MapGet(file.Path, file.WriteAsync);
        }

        server.MapGet("/api/run", context =>
        {
            context.Response.ContentType = "application/json";
            return context.Response.WriteAsync(feed.Next(StreamPosition.Beginning, run.Current).Json, context.RequestAborted);
        });
        server.MapGet("/api/stream", context => new RunStream(run, feed, heartbeat).WriteAsync(context, closing));
        Command(server, run, "/api/load/more", run.MoreLoad);
        Command(server, run, "/api/load/less", run.LessLoad);
        Command(server, run, "/api/stop", run.Stop);
    }

    private static void Command(WebApplication server, ILocalRun run, string path, Action act) => server.MapPost(path, context =>
    {
        if (run.Current.Phase == LocalPhase.Ended)
        {
            return RequestGuard.RefuseAsync(context, StatusCodes.Status409Conflict, "The run has ended.");
        }

        act();
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    });

    private static string Problem(int port, Exception exception) => exception.InnerException is AddressInUseException
        ? FormattableString.Invariant(
            $"--port: {port} is in use on 127.0.0.1 (another kedastack local?); stop what uses it, or name another port, 0 for any")
        : FormattableString.Invariant(
            $"--port: the page cannot listen on 127.0.0.1:{port} ({exception.Message.TrimEnd('.')}); name another port, 0 for any");

    /// <summary>Leaves signals to the command.</summary>
    private sealed class UntilDisposed : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
