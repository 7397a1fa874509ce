using System.Globalization;
using KedaStack.Tests.Workload.Scripts.Running;

namespace KedaStack.Tests.Workload.Scripts;

public sealed class SampleAppProtocolTests
{
    [PythonTheory]
    [InlineData("hello\r\n\r\n", 400)]
    [InlineData("GET /\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.1 extra\r\nHost: a\r\n\r\n", 400)]
    [InlineData("GET / HTTP/x\r\nHost: a\r\n\r\n", 400)]
    [InlineData("GET nowhere HTTP/1.1\r\nHost: a\r\n\r\n", 400)]
    [InlineData("GET /\u00ff HTTP/1.1\r\nHost: a\r\n\r\n", 400)]
    [InlineData("\u0016\u0003\u0001\u0002\n", 400)]
    [InlineData("GET / HTTP/1.1\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\nHost: a\r\nno colon\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\nHost: a\r\n folded: b\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\nHost: a\r\nName : b\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\nHost: a\r\nName: \u0000\r\n\r\n", 400)]
    [InlineData("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n", 400)]
    [InlineData("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n", 400)]
    [InlineData("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 411)]
    [InlineData("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999\r\n\r\n", 413)]
    [InlineData("BREW / HTTP/1.1\r\nHost: a\r\n\r\n", 501)]
    [InlineData("PRI * HTTP/2.0\r\n\r\n", 505)]
    public async Task Request_Malformed_IsRefusedAndNotCountedAsServed(string request, int status)
    {
        using var app = await SampleApp.StartAsync();

        using (var connection = app.Connect())
        {
            connection.Send(request);
            var response = connection.ReadResponse();
            Assert.Equal(status, response.Status);
            Assert.True(response.Closes);
            Assert.True(connection.IsAtEnd());
        }

        var metrics = app.Metrics();
        Assert.Equal(1, metrics[Exposition.Series("other", status)]);
        Assert.Equal(1, metrics.Requests);
        Assert.Equal(200, app.Get("/").Status);
    }

    [PythonTheory]
    [InlineData("X-Long: ")]
    [InlineData("")]
    public async Task Header_OfTenMegabytes_Gets431AndTakesNoMemory(string name)
    {
        const int TenMegabytes = 10 * 1024 * 1024;
        using var app = await SampleApp.StartAsync();
        var lines = name.Length > 0
            ? name + new string('a', TenMegabytes)
            : string.Concat(Enumerable.Repeat($"X-Many: {new string('b', 90)}\r\n", TenMegabytes / 100));

        for (var i = 0; i < 5; i++)
        {
            using var connection = app.Connect();
            connection.Send($"GET / HTTP/1.1\r\nHost: a\r\n{lines}\r\n\r\n");
            Assert.Equal(431, connection.ReadResponse().Status);
        }

        Assert.Equal(5, app.Metrics()[Exposition.Series("other", 431)]);
        if (OperatingSystem.IsLinux())
        {
            Assert.InRange(PeakMemoryMegabytes(app), 1, 64);
        }

        Assert.Equal(0, await app.StopAsync());
    }

    [PythonFact]
    public async Task KeepAlive_SeveralRequestsOnOneConnection_AreAllAnswered()
    {
        using var app = await SampleApp.StartAsync();
        using var connection = app.Connect();

        for (var i = 0; i < 5; i++)
        {
            Assert.Equal("hello", connection.Request("GET", "/").Body[..5]);
            Assert.Equal(200, connection.Request("HEAD", "/").Status);
            Assert.Equal("hello", connection.Request("POST", "/", body: new string('x', 100_000)).Body[..5]);
            Assert.Equal("ok\n", connection.Request("GET", "/healthz").Body);
        }

        var last = connection.Request("GET", "http://test/path?query", headers: "Connection: Close\r\n");
        Assert.True(last.Closes);
        Assert.True(connection.IsAtEnd());
        Assert.Equal(16, await app.StopAsync());
    }

    [PythonFact]
    public async Task KeepAlive_PipelinedRequests_AreAnsweredInOrder()
    {
        using var app = await SampleApp.StartAsync();
        using var connection = app.Connect();

        connection.Send("\r\nGET /healthz HTTP/1.1\r\nHost: a\r\n\r\nPOST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc"
            + "GET / HTTP/1.0\r\n\r\n");

        Assert.Equal("ok\n", connection.ReadResponse().Body);
        Assert.False(connection.ReadResponse().Closes);
        Assert.True(connection.ReadResponse().Closes);
        Assert.True(connection.IsAtEnd());
        Assert.Equal(2, await app.StopAsync());
    }

    [PythonFact]
    public async Task Expect_Continue_IsAnsweredBeforeTheBodyIsSent()
    {
        using var app = await SampleApp.StartAsync();
        using var connection = app.Connect();

        connection.Send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nExpect: 100-continue\r\n\r\n");
        Assert.Equal(100, connection.ReadResponse(hasBody: false).Status);
        connection.Send("abc");

        Assert.Equal(200, connection.ReadResponse().Status);
    }

    private static double PeakMemoryMegabytes(SampleApp app)
    {
        var line = File.ReadLines($"/proc/{app.Process.Id}/status").First(l => l.StartsWith("VmHWM", StringComparison.Ordinal));
        return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
    }
}
