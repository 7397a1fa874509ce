using System.IO.Compression;
using System.Text;
using KedaStack.Scaling.Prometheus.Client;
using KedaStack.Tests.Scaling.Prometheus.Client.Fakes;

namespace KedaStack.Tests.Scaling.Prometheus.Client;

public sealed class BoundTests
{
    private const int MebiByte = 1024 * 1024;
    private static readonly byte[] _block = new byte[MebiByte];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Query_HundredMegabytes_IsTooLarge(bool saysItsLength)
    {
        const int Blocks = 100;
        await using var server = await LocalServer.StartAsync(async context =>
        {
            context.Response.ContentLength = saysItsLength ? Blocks * MebiByte : null;
            for (var sent = 0; sent < Blocks; sent++)
            {
                await context.Response.Body.WriteAsync(_block, context.RequestAborted);
            }
        });
        using var client = Clients.Create(Clients.Options(server));

        var result = await client.AskAsync();

        Assert.Equal(PrometheusErrorKind.TooLarge, result.Error!.Kind);
        Assert.Equal($"The answer of {server.Address.Base.Authority} is larger than 33554432 bytes.", result.Error.Message);
        Assert.Null(result.Response);
    }

    [Fact]
    public async Task Query_SmallBodyThatDecompressesToALargeOne_IsTooLarge()
    {
        await using var server = await LocalServer.StartAsync(async context =>
        {
            context.Response.Headers.ContentEncoding = "gzip";
            await using var gzip = new GZipStream(context.Response.Body, CompressionLevel.Fastest);
            for (var block = 0; block < 4; block++)
            {
                await gzip.WriteAsync(_block);
            }
        });
        using var client = Clients.Create(Clients.Options(server) with { MaxResponseBytes = MebiByte });

        Assert.Equal(PrometheusErrorKind.TooLarge, (await client.AskAsync()).Error!.Kind);
    }

    [Theory]
    [InlineData(0, null)]
    [InlineData(-1, PrometheusErrorKind.TooLarge)]
    public async Task Query_BodyAtTheBound_IsRead(int room, PrometheusErrorKind? expected)
    {
        var body = Encoding.UTF8.GetBytes(Clients.Vector(45));
        await using var server = await LocalServer.StartAsync(context => context.Response.Body.WriteAsync(body).AsTask());
        using var client = Clients.Create(Clients.Options(server) with { MaxResponseBytes = body.Length + room });

        Assert.Equal(expected, (await client.AskAsync()).Error?.Kind);
    }

    [Fact]
    public async Task Query_LargeErrorPage_KeepsItsStatus()
    {
        await using var server = await LocalServer.StartAsync(async context =>
        {
            context.Response.StatusCode = 403;
            await context.Response.Body.WriteAsync(_block);
        });
        using var client = Clients.Create(Clients.Options(server) with { MaxResponseBytes = 100 });

        Assert.Equal(PrometheusErrorKind.Forbidden, (await client.AskAsync()).Error!.Kind);
    }
}
