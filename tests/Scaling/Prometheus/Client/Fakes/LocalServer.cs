using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using KedaStack.Scaling.Prometheus.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace KedaStack.Tests.Scaling.Prometheus.Client.Fakes;

/// <summary>A web server on a free port of the loopback address that answers as a test says.</summary>
internal sealed class LocalServer : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly ConcurrentQueue<RecordedRequest> _requests = [];

    private LocalServer(WebApplication application) => _application = application;

    /// <summary>The requests that came, in order.</summary>
    public IReadOnlyList<RecordedRequest> Requests => [.. _requests];

    /// <summary>The server's address.</summary>
    public PrometheusAddress Address => PrometheusAddress.Read(
        _application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()).Address!;

    /// <summary>Starts a server.</summary>
    /// <param name="answer">Answers a request; the form has been read.</param>
    /// <param name="certificate">The certificate; null for plain http.</param>
    public static async Task<LocalServer> StartAsync(RequestDelegate answer, X509Certificate2? certificate = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen =>
        {
            if (certificate is not null)
            {
                listen.UseHttps(certificate);
            }
        }));
        var application = builder.Build();
        var server = new LocalServer(application);
        application.Run(async context =>
        {
            server._requests.Enqueue(await RecordedRequest.OfAsync(context.Request));
            await answer(context);
        });
        await application.StartAsync();
        return server;
    }

    /// <summary>Starts a server that answers with a status and JSON.</summary>
    public static Task<LocalServer> AnsweringAsync(int status, string body, params (string Name, string Value)[] headers) => StartAsync(async context =>
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        foreach (var (name, value) in headers)
        {
            context.Response.Headers[name] = value;
        }

        await context.Response.WriteAsync(body);
    });

    public async ValueTask DisposeAsync()
    {
        // Requests that a test leaves open must not hold it.
        using var now = new CancellationTokenSource();
        await now.CancelAsync();
        await _application.StopAsync(now.Token);
        await _application.DisposeAsync();
    }
}
