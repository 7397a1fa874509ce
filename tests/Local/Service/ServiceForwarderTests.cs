using System.Net;
using System.Net.Sockets;
using KedaStack.Local.Service;
using KedaStack.Tests.Workload.Scripts.Running;

namespace KedaStack.Tests.Local.Service;

public sealed class ServiceForwarderTests
{
    [Fact]
    public async Task Connections_TwoEndpoints_AreSpreadEvenly()
    {
        await using var service = new ServiceForwarder(seed: 1);
        using var a = new LineServer("a");
        using var b = new LineServer("b");
        service.Add(a.Endpoint);
        service.Add(b.Endpoint);

        for (var i = 0; i < 200; i++)
        {
            await LineServer.AskAsync(service, "x");
        }

        Assert.Equal(200, a.Endpoint.Connections + b.Endpoint.Connections);
        Assert.InRange(a.Endpoint.Connections, 60, 140);
        await Eventually.GetAsync(() => service.Completed == 200 ? "" : null, () => $"{service.Completed} completed");
        Assert.Equal(0, service.Refused);
    }

    [Fact]
    public async Task Connection_LargeTextBothWays_ArrivesWhole()
    {
        await using var service = new ServiceForwarder(seed: 1);
        using var server = new LineServer("a");
        service.Add(server.Endpoint);
        var text = string.Concat(Enumerable.Range(0, 200_000).Select(i => (char)('a' + (i % 23))));

        Assert.Equal("a" + text, await LineServer.AskAsync(service, text));
    }

    [Fact]
    public async Task Connection_NoEndpoint_IsReset()
    {
        await using var service = new ServiceForwarder(seed: 1);

        var failure = await Assert.ThrowsAnyAsync<Exception>(() => LineServer.AskAsync(service, "x"));

        Assert.True(failure is IOException or SocketException, failure.ToString());
        Assert.Equal(1, service.Refused);
    }

    [Fact]
    public async Task Connection_EndpointJustDied_GoesToAnother()
    {
        await using var service = new ServiceForwarder(seed: 1);
        var dead = new LineServer("dead");
        using var alive = new LineServer("alive");
        service.Add(dead.Endpoint);
        service.Add(alive.Endpoint);
        dead.Dispose();

        for (var i = 0; i < 20; i++)
        {
            Assert.Equal("alive!", await LineServer.AskAsync(service, "!"));
        }

        Assert.Equal((0, 20), (dead.Endpoint.Connections, alive.Endpoint.Connections));
    }

    [Fact]
    public async Task Connection_EndpointLeaves_IsFinishedAndNewOnesGoElsewhere()
    {
        await using var service = new ServiceForwarder(seed: 1);
        var gate = new TaskCompletionSource();
        using var leaving = new LineServer("leaving", gate.Task);
        using var staying = new LineServer("staying");
        service.Add(leaving.Endpoint);
        var under = LineServer.AskAsync(service, "1");
        await Eventually.GetAsync(() => leaving.Endpoint.Open == 1 ? "" : null, () => "not connected");

        service.Add(staying.Endpoint);
        service.Remove(leaving.Endpoint);

        Assert.Equal("staying2", await LineServer.AskAsync(service, "2"));
        gate.SetResult();
        Assert.Equal("leaving1", await under);
    }

    [Fact]
    public async Task Connection_ServerResets_ClientLearnsOfIt()
    {
        await using var service = new ServiceForwarder(seed: 1);
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        service.Add(new ServiceEndpoint((IPEndPoint)listener.LocalEndpoint));
        using var client = new TcpClient();
        await client.ConnectAsync(service.Address);
        await client.GetStream().WriteAsync(new byte[1]);
        using (var server = await listener.AcceptSocketAsync())
        {
            Assert.Equal(1, await server.ReceiveAsync(new byte[1]));
            server.LingerState = new LingerOption(true, 0);
        }

        await Assert.ThrowsAnyAsync<IOException>(async () => await client.GetStream().ReadExactlyAsync(new byte[1]));
        await Eventually.TrueAsync(() => service.Endpoints[0].Open == 0, "the connection is still open");
        Assert.Equal(0, service.Completed);
    }

    [Fact]
    public async Task Forwarder_Listens_OnLoopbackOnly()
    {
        await using var service = new ServiceForwarder(seed: 1);

        Assert.Equal(IPAddress.Loopback, service.Address.Address);
    }
}
