using System.Globalization;
using System.Net;
using System.Net.Sockets;
using KedaStack.Tests.Workload.Scripts.Running;

namespace KedaStack.Tests.Workload.Scripts;

public sealed class SampleAppStartTests
{
    [PythonTheory]
    [InlineData("PORT", "http", "sample_app: PORT: not a whole number from 0 to 65535 (got 'http'); default 8000")]
    [InlineData("PORT", "65536", "sample_app: PORT: not a whole number from 0 to 65535 (got '65536'); default 8000")]
    [InlineData("PORT", " 80", "sample_app: PORT: not a whole number from 0 to 65535 (got ' 80'); default 8000")]
    [InlineData("WORK_MILLISECONDS", "-1", "sample_app: WORK_MILLISECONDS: not a whole number from 0 to 60000 (got '-1'); default 0")]
    [InlineData("WORK_MILLISECONDS", "1.5", "sample_app: WORK_MILLISECONDS: not a whole number from 0 to 60000 (got '1.5'); default 0")]
    [InlineData("READ_SECONDS", "0", "sample_app: READ_SECONDS: not a whole number from 1 to 300 (got '0'); default 10")]
    [InlineData("DRAIN_SECONDS", "1e3", "sample_app: DRAIN_SECONDS: not a whole number from 1 to 600 (got '1e3'); default 20")]
    [InlineData("STOP_ON_STDIN_EOF", "yes\n", "sample_app: STOP_ON_STDIN_EOF: not a whole number from 0 to 1 (got 'yes\\n'); default 0")]
    public async Task Environment_BadValue_IsNamedWithWhatWasExpected(string name, string value, string message)
    {
        using var process = ScriptProcess.Start("sample_app.py", (name, value));

        Assert.Equal(1, await process.WaitForExitAsync());
        Assert.Equal([message], process.Errors);
        Assert.Empty(process.Output);
    }

    [PythonFact]
    public async Task Environment_SeveralBadValues_AreAllReportedAtOnce()
    {
        using var process = ScriptProcess.Start("sample_app.py", ("PORT", "a"), ("READ_SECONDS", "b"), ("DRAIN_SECONDS", "c"));

        Assert.Equal(1, await process.WaitForExitAsync());
        Assert.Equal(3, process.Errors.Count);
    }

    [PythonFact]
    public async Task Environment_EmptyValues_MeanTheDefaults()
    {
        using var app = await SampleApp.StartAsync(("WORK_MILLISECONDS", ""), ("READ_SECONDS", ""), ("DRAIN_SECONDS", ""));

        Assert.Equal(200, app.Get("/").Status);
    }

    [PythonFact]
    public async Task Port_InUse_IsOneClearLine()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);

        using var process = ScriptProcess.Start("sample_app.py", ("HOST", "127.0.0.1"), ("PORT", port));

        Assert.Equal(1, await process.WaitForExitAsync());
        var line = Assert.Single(process.Errors);
        Assert.StartsWith($"sample_app: cannot listen on 127.0.0.1 port {port}: Address already in use;", line, StringComparison.Ordinal);
        Assert.Empty(process.Output);
    }

    [PythonTheory]
    [InlineData("256.0.0.1")]
    [InlineData("a..b")]
    public async Task Host_NotAnAddress_IsOneClearLine(string host)
    {
        using var process = ScriptProcess.Start("sample_app.py", ("HOST", host), ("RES_OPTIONS", "timeout:1 attempts:1"));

        Assert.Equal(1, await process.WaitForExitAsync());
        Assert.StartsWith($"sample_app: cannot listen on {host} port 8000: ", Assert.Single(process.Errors), StringComparison.Ordinal);
    }
}
