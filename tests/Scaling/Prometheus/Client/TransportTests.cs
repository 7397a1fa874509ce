using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using KedaStack.Scaling.Prometheus.Client;
using KedaStack.Tests.Scaling.Prometheus.Client.Fakes;
using Microsoft.AspNetCore.Http;

namespace KedaStack.Tests.Scaling.Prometheus.Client;

public sealed class TransportTests
{
    private readonly ManualTime _time = new(Clients.Patience);

    [Fact]
    public async Task Query_NobodyListens_IsTriedAgainAndThenRefused()
    {
        // Bound, but not listening: nobody else can take the port.
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        var port = ((IPEndPoint)socket.LocalEndPoint!).Port;

        var error = await ErrorAsync(Clients.Address($"http://127.0.0.1:{port}"));

        Assert.Equal((PrometheusErrorKind.Connection, null), (error.Kind, error.HttpStatus));
        Assert.Equal($"Nothing listens at 127.0.0.1:{port}: the connection was refused. (4 tries)", error.Message);
        Assert.Equal(3, _time.Waits.Count);
    }

    [Theory]
    [InlineData(SocketError.HostNotFound, 0)]
    [InlineData(SocketError.TryAgain, 3)]
    public async Task Query_UnknownName_NamesIt(SocketError code, int retries)
    {
        var error = await ErrorAsync(HttpRequestError.NameResolutionError, new SocketException((int)code));

        Assert.Equal(PrometheusErrorKind.NameResolution, error.Kind);
        Assert.StartsWith("The name prometheus.example cannot be resolved: ", error.Message, StringComparison.Ordinal);
        Assert.Equal(retries, _time.Waits.Count);
    }

    [Theory]
    [InlineData(HttpRequestError.ConnectionError, PrometheusErrorKind.Connection, "There is no connection to prometheus.example: gone.", 3)]
    [InlineData(HttpRequestError.ResponseEnded, PrometheusErrorKind.Connection, "The connection to prometheus.example broke off.", 3)]
    [InlineData(HttpRequestError.Unknown, PrometheusErrorKind.Connection, "The connection to prometheus.example broke off.", 3)]
    [InlineData(HttpRequestError.ProxyTunnelError, PrometheusErrorKind.Connection, "The proxy of this machine makes no connection", 0)]
    [InlineData(HttpRequestError.ConfigurationLimitExceeded, PrometheusErrorKind.TooLarge, "The headers of the answer", 0)]
    [InlineData(HttpRequestError.InvalidResponse, PrometheusErrorKind.Malformed, "What prometheus.example answers is not HTTP: gone.", 0)]
    public async Task Query_NoConnection_HasItsOwnSentence(HttpRequestError cause, PrometheusErrorKind kind, string message, int retries)
    {
        var error = await ErrorAsync(cause, new IOException("gone."));

        Assert.Equal(kind, error.Kind);
        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
        Assert.Equal(retries, _time.Waits.Count);
    }

    [Fact]
    public async Task Query_UntrustedCertificate_IsNotAsked()
    {
        using var certificate = SelfSigned();
        await using var server = await LocalServer.StartAsync(context => context.Response.WriteAsync(Clients.Vector(45)), certificate);

        var error = await ErrorAsync(server.Address);

        Assert.Equal(PrometheusErrorKind.Tls, error.Kind);
        Assert.StartsWith($"There is no trusted TLS connection to {server.Address.Base.Authority}: ", error.Message, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
        Assert.Empty(_time.Waits);
    }

    [Fact]
    public async Task Query_ServerWithoutTls_SaysSo()
    {
        await using var server = await LocalServer.AnsweringAsync(200, Clients.Vector(45));

        var error = await ErrorAsync(Clients.Address($"https://{server.Address.Base.Authority}"));

        Assert.Equal(PrometheusErrorKind.Tls, error.Kind);
        Assert.EndsWith("a server without TLS needs http://.", error.Advice, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Query_BodyShorterThanItSays_IsTriedAgain()
    {
        await using var server = await LocalServer.StartAsync(async context =>
        {
            context.Response.ContentLength = 1000;
            await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(Clients.Vector(45)));
            await context.Response.Body.FlushAsync();
            context.Abort();
        });

        var error = await ErrorAsync(server.Address);

        Assert.Equal(PrometheusErrorKind.Connection, error.Kind);
        Assert.Equal(4, server.Requests.Count);
    }

    private async Task<PrometheusError> ErrorAsync(PrometheusAddress address)
    {
        using var client = Clients.Create(Clients.Options(address), _time);
        return (await client.AskAsync()).Error!;
    }

    private async Task<PrometheusError> ErrorAsync(HttpRequestError cause, Exception inner)
    {
        using var handler = new FakeHandler(_ => throw new HttpRequestException(cause, "broken", inner));
        using var client = Clients.Create(Clients.Options(Clients.Address("https://prometheus.example")), handler, _time);
        return (await client.AskAsync()).Error!;
    }

    private static X509Certificate2 SelfSigned()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        return request.CreateSelfSigned(DateTimeOffset.UnixEpoch, new DateTimeOffset(2099, 1, 1, 0, 0, 0, TimeSpan.Zero));
    }
}
