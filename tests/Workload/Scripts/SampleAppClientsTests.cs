using KedaStack.Tests.Workload.Scripts.Running;

namespace KedaStack.Tests.Workload.Scripts;

public sealed class SampleAppClientsTests
{
    private const string Request = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";

    [PythonFact]
    public async Task Client_DisconnectsBeforeItsAnswer_IsNoErrorAndOthersAreServed()
    {
        const int Clients = 20;
        using var app = await SampleApp.StartAsync(("WORK_MILLISECONDS", "200"));

        for (var i = 0; i < Clients; i++)
        {
            using var connection = app.Connect();
            connection.Send(i % 2 == 0 ? Request : Request + Request + Request);
            connection.Reset();
        }

        Assert.Equal(200, app.Get("/").Status);
        await app.StopAsync();
    }

    [PythonFact]
    public async Task Client_DisconnectsWithinItsRequest_IsNotServed()
    {
        using var app = await SampleApp.StartAsync();

        foreach (var part in new[] { string.Empty, "GET", "GET / HTTP/1.1\r\nHost", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nab" })
        {
            using var connection = app.Connect();
            connection.Send(part);
        }

        Assert.Equal(0, await app.StopAsync());
    }

    [PythonFact]
    public async Task Client_ThatIsSlow_DoesNotBlockOthers()
    {
        using var app = await SampleApp.StartAsync(("READ_SECONDS", "300"));
        using var silent = app.Connect();
        using var slow = app.Connect();
        slow.Send("GET / HTTP/1.1\r\nHo");

        for (var i = 0; i < 20; i++)
        {
            Assert.Equal(200, app.Get("/").Status);
        }

        slow.Send("st: a\r\n\r\n");
        Assert.Equal(200, slow.ReadResponse().Status);
        Assert.Equal(200, silent.Request("GET", "/").Status);
        Assert.Equal(22, await app.StopAsync());
    }

    [PythonTheory]
    [InlineData("GET / HTTP/1.1\r\nHo")]
    [InlineData("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nab")]
    public async Task Client_TooSlowForItsRequest_Gets408(string part)
    {
        using var app = await SampleApp.StartAsync(("READ_SECONDS", "1"));

        using (var connection = app.Connect())
        {
            connection.Send(part);
            Assert.Equal(408, connection.ReadResponse().Status);
            Assert.True(connection.IsAtEnd());
        }

        Assert.Equal(1, app.Metrics()[Exposition.Series("other", 408)]);
        Assert.Equal(0, await app.StopAsync());
    }

    [PythonFact]
    public async Task Connections_BeyondWhatIsServedAtOnce_WaitInTheBacklog()
    {
        const int Clients = 300;
        using var app = await SampleApp.StartAsync(("WORK_MILLISECONDS", "100"));
        var connections = new List<RawConnection>();

        try
        {
            for (var i = 0; i < Clients; i++)
            {
                connections.Add(app.Connect());
            }

            foreach (var connection in connections)
            {
                connection.Send("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
            }

            Assert.All(connections, connection => Assert.Equal(200, connection.ReadResponse().Status));
        }
        finally
        {
            connections.ForEach(connection => connection.Dispose());
        }

        Assert.Equal(Clients, await app.StopAsync());
    }
}
