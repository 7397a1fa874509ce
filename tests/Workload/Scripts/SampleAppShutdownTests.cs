using System.Diagnostics;
using System.Net.Sockets;
using KedaStack.Tests.Workload.Scripts.Running;

namespace KedaStack.Tests.Workload.Scripts;

public sealed class SampleAppShutdownTests
{
    [PythonTheory]
    [InlineData("0", true)]
    [InlineData("0", false)]
    [InlineData("400", true)]
    [InlineData("400", false)]
    public async Task Terminate_UnderLoad_LosesNoRequest(string workMilliseconds, bool keepAlive)
    {
        const int Clients = 40;
        using var app = await SampleApp.StartAsync(("WORK_MILLISECONDS", workMilliseconds));
        var answered = 0L;

        var clients = Enumerable.Range(0, Clients).Select(_ => Task.Factory.StartNew(
            () => RequestUntilRefused(app.Port, keepAlive, () => Interlocked.Increment(ref answered)),
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default)).ToArray();
        await Eventually.TrueAsync(() => Interlocked.Read(ref answered) > 3 * Clients, "the load does not flow");
        var served = await app.StopAsync();
        await Task.WhenAll(clients);

        Assert.Equal(answered, served);
    }

    [PythonFact]
    public async Task Terminate_RequestInFlight_IsAnsweredAndItsConnectionCloses()
    {
        using var app = await SampleApp.StartAsync(("READ_SECONDS", "300"), ("DRAIN_SECONDS", "300"));
        using var connection = app.Connect();
        Assert.False(connection.Request("GET", "/").Closes);

        connection.Send("GET / HTTP/1.1\r\n");
        app.Process.Terminate();
        RequestUntilRefused(app.Port, keepAlive: false, () => { });
        connection.Send("Host: a\r\n\r\n");

        var last = connection.ReadResponse();
        Assert.Equal(200, last.Status);
        Assert.True(last.Closes);
        Assert.True(connection.IsAtEnd());
        Assert.True(await app.WaitForCleanExitAsync() >= 2);
    }

    [PythonFact]
    public async Task Terminate_IdleKeepAliveConnection_DoesNotHoldTheExit()
    {
        using var app = await SampleApp.StartAsync(("DRAIN_SECONDS", "60"));
        using var connection = app.Connect();
        Assert.Equal(200, connection.Request("GET", "/").Status);

        var elapsed = Stopwatch.StartNew();
        Assert.Equal(1, await app.StopAsync());

        Assert.True(elapsed.Elapsed < TimeSpan.FromSeconds(30), $"took {elapsed.Elapsed}");
    }

    [PythonFact]
    public async Task Terminate_RequestThatNeverEnds_IsGivenUpAfterDrainSeconds()
    {
        using var app = await SampleApp.StartAsync(("DRAIN_SECONDS", "1"), ("READ_SECONDS", "300"));
        using var connection = app.Connect();
        connection.Send("GET / HTTP/1.1\r\n");

        app.Process.Terminate();

        Assert.Equal(0, await app.Process.WaitForExitAsync());
        Assert.Equal(["sample_app: 1 connections still open after DRAIN_SECONDS=1"], app.Process.Errors);
        Assert.Equal("served 0", app.Process.Output[^1]);
    }

    [PythonFact]
    public async Task Interrupt_Idle_ExitsCleanly()
    {
        using var app = await SampleApp.StartAsync();

        app.Process.Interrupt();

        Assert.Equal(0, await app.WaitForCleanExitAsync());
    }

    [PythonFact]
    public async Task StandardInput_AtItsEnd_StopsOnlyWhenAskedTo()
    {
        using var app = await SampleApp.StartAsync(("STOP_ON_STDIN_EOF", "1"));
        using var other = await SampleApp.StartAsync(("STOP_ON_STDIN_EOF", "0"));

        app.Process.CloseInput();
        other.Process.CloseInput();

        Assert.Equal(0, await app.WaitForCleanExitAsync());
        Assert.Equal(200, other.Get("/").Status);
    }

    /// <summary>Whoever gets a connection gets an answer: anything else throws. Ends when no connection is to be had.</summary>
    private static void RequestUntilRefused(int port, bool keepAlive, Action answered)
    {
        while (true)
        {
            RawConnection connection;
            try
            {
                connection = new RawConnection(port);
            }
            catch (SocketException)
            {
                return;
            }

            using (connection)
            {
                RawResponse response;
                do
                {
                    response = connection.Request("GET", "/", headers: keepAlive ? string.Empty : "Connection: close\r\n");
                    Assert.Equal(200, response.Status);
                    answered();
                }
                while (!response.Closes);
            }
        }
    }
}
