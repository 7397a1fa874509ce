using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using KedaStack.Scaling.Prometheus.Client;
using KedaStack.Tests.Shared;
using KedaStack.Tests.Workload.Scripts.Running;

namespace KedaStack.Tests.Local.Faults;

/// <summary>A Prometheus of somebody's own, which finds the replicas in the file that a run writes.</summary>
internal sealed class ScrapingPrometheus : IDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private readonly int _port = FreePort();
    private Process? _process;

    /// <param name="interval">How often it scrapes.</param>
    /// <param name="temporary">The run's directory for temporary files; null for that of the tests.</param>
    public ScrapingPrometheus(TimeSpan interval, string? temporary = null)
    {
        var milliseconds = interval.TotalMilliseconds.ToString(CultureInfo.InvariantCulture) + "ms";
        File.WriteAllText(_directory.Combine("prometheus.json"), new JsonObject
        {
            ["global"] = new JsonObject { ["scrape_interval"] = milliseconds, ["scrape_timeout"] = milliseconds },
            ["scrape_configs"] = new JsonArray(new JsonObject
            {
                ["job_name"] = "kedastack",
                ["file_sd_configs"] = new JsonArray(new JsonObject
                {
                    ["files"] = new JsonArray(Path.Combine(temporary ?? Path.GetTempPath(), "kedastack-targets.json")),
                }),
            }),
        }.ToJsonString());
    }

    public PrometheusAddress Address => PrometheusAddress.Read($"http://127.0.0.1:{_port}").Address!;

    public async Task StartAsync()
    {
        _process = Process.Start(new ProcessStartInfo(
            "prometheus",
            [
                $"--config.file={_directory.Combine("prometheus.json")}", $"--storage.tsdb.path={_directory.Combine("data")}",
                $"--web.listen-address=127.0.0.1:{_port}", "--log.level=error",
            ]))!;
        using var client = new HttpClient();
        await Eventually.GetAsync(() => IsReady(client) ? "" : null, () => "prometheus is not ready");
    }

    public void Kill()
    {
        _process!.Kill();
        _process.WaitForExit();
    }

    public void Dispose()
    {
        if (_process is { HasExited: false })
        {
            Kill();
        }

        _process?.Dispose();
        _directory.Dispose();
    }

    private bool IsReady(HttpClient client)
    {
        try
        {
            using var answer = client.Send(new HttpRequestMessage(HttpMethod.Get, new Uri(Address.Base, "-/ready")));
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
