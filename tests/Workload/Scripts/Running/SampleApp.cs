using System.Globalization;

namespace KedaStack.Tests.Workload.Scripts.Running;

/// <summary>sample_app.py on a loopback port of its own choice.</summary>
internal sealed class SampleApp : IDisposable
{
    private const string Listening = "listening on 127.0.0.1:";
    private const string Served = "served ";

    private SampleApp(ScriptProcess process, int port)
    {
        Process = process;
        Port = port;
    }

    public ScriptProcess Process { get; }

    public int Port { get; }

    public string Url => $"http://127.0.0.1:{Port}/";

    public static async Task<SampleApp> StartAsync(params (string Name, string Value)[] environment)
    {
        var process = ScriptProcess.Start("sample_app.py", [("PORT", "0"), ("HOST", "127.0.0.1"), .. environment]);
        try
        {
            var line = await process.WaitForLineAsync(line => line.StartsWith(Listening, StringComparison.Ordinal));
            return new SampleApp(process, int.Parse(line[Listening.Length..], CultureInfo.InvariantCulture));
        }
        catch
        {
            process.Dispose();
            throw;
        }
    }

    public RawConnection Connect() => new(Port);

    /// <summary>A GET over a connection of its own.</summary>
    public RawResponse Get(string path)
    {
        using var connection = Connect();
        return connection.Request("GET", path, headers: "Connection: close\r\n");
    }

    public Exposition Metrics() => Exposition.Parse(Get("/metrics").Body);

    /// <summary>Sends SIGTERM and waits for a clean exit.</summary>
    /// <returns>How many requests the app says it has served.</returns>
    public async Task<long> StopAsync()
    {
        Process.Terminate();
        return await WaitForCleanExitAsync();
    }

    public async Task<long> WaitForCleanExitAsync()
    {
        var exitCode = await Process.WaitForExitAsync();
        Assert.Equal(0, exitCode);
        Assert.Empty(Process.Errors);
        Assert.Equal(2, Process.Output.Count);
        Assert.StartsWith(Served, Process.Output[1], StringComparison.Ordinal);
        return long.Parse(Process.Output[1][Served.Length..], CultureInfo.InvariantCulture);
    }

    public void Dispose() => Process.Dispose();
}
