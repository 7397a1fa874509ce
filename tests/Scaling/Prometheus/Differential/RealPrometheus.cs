using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using KedaStack.Scaling.Prometheus.Rates;

namespace KedaStack.Tests.Scaling.Prometheus.Differential;

/// <summary>A Prometheus server of its own on a free port of the loopback address, over blocks made from a text.</summary>
internal sealed class RealPrometheus : IDisposable
{
    public const string Server = "prometheus";
    public const string Tool = "promtool";

    private const int PortTries = 5;
    private static readonly TimeSpan _startLimit = TimeSpan.FromSeconds(20);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("kedastack-prometheus-");
    private readonly HttpClient _client = new();
    private Process? _process;
    private Uri? _address;

    /// <summary>The rules of the installed version.</summary>
    public static PrometheusEngine Engine { get; } = ReadVersion() switch
    {
        { Major: >= 3 } => PrometheusEngine.LeftOpen3,
        { Minor: >= 51 } => PrometheusEngine.ClosedUntil255,
        _ => PrometheusEngine.ClosedUntil250,
    };

    public static string? Find(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(folder => Path.Combine(folder, program))
        .FirstOrDefault(File.Exists);

    /// <summary>Its address, once it is started.</summary>
    public string Address => _address!.AbsoluteUri;

    /// <summary>Makes the blocks and starts the server; returns when it answers queries.</summary>
    /// <param name="writeOpenMetrics">Writes the samples.</param>
    /// <param name="flags">Further flags of the server.</param>
    public async Task StartAsync(Action<TextWriter> writeOpenMetrics, params string[] flags)
    {
        var text = Path.Combine(_folder.FullName, "samples.txt");
        await using (var writer = new StreamWriter(text))
        {
            writeOpenMetrics(writer);
        }

        var data = Path.Combine(_folder.FullName, "data");
        await RunAsync(Tool, "tsdb", "create-blocks-from", "openmetrics", "--quiet", text, data);
        var config = Path.Combine(_folder.FullName, "prometheus.yml");
        await File.WriteAllTextAsync(config, "global: {}\n");
        for (var i = 0; i < PortTries; i++)
        {
            if (await TryServeAsync(config, data, FreePort(), flags))
            {
                return;
            }
        }

        throw new InvalidOperationException($"{Server} did not start on any of {PortTries} free ports.");
    }

    /// <summary>The elements of an instant query by the value of one label.</summary>
    public async Task<IReadOnlyDictionary<string, double>> QueryAsync(string query, string label, decimal unixSeconds)
    {
        using var form = new FormUrlEncodedContent(
        [
            new("query", query),
            new("time", unixSeconds.ToString(CultureInfo.InvariantCulture)),
        ]);
        using var response = await _client.PostAsync(new Uri(_address!, "/api/v1/query"), form);
        var body = await response.Content.ReadAsByteArrayAsync();
        using var document = JsonDocument.Parse(body);
        return document.RootElement.GetProperty("data").GetProperty("result").EnumerateArray().ToDictionary(
            element => element.GetProperty("metric").GetProperty(label).GetString()!,
            element => Number(element.GetProperty("value")[1].GetString()!));
    }

    public void Dispose()
    {
        Stop();
        _client.Dispose();
        _folder.Delete(recursive: true);
    }

    private async Task<bool> TryServeAsync(string config, string data, int port, string[] flags)
    {
        var address = string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{port}");
        _process = Process.Start(new ProcessStartInfo(
            Server,
            [
                $"--config.file={config}", $"--storage.tsdb.path={data}", $"--web.listen-address={address}",
                "--storage.tsdb.retention.time=100y", "--log.level=error", .. flags,
            ]))!;
        var ready = new Uri($"http://{address}");
        using var limit = new CancellationTokenSource(_startLimit);
        while (!_process.HasExited && !limit.IsCancellationRequested)
        {
            try
            {
                using var response = await _client.GetAsync(new Uri(ready, "/-/ready"), limit.Token);
                if (response.IsSuccessStatusCode)
                {
                    _address = ready;
                    return true;
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(50, CancellationToken.None);
        }

        Stop();
        return false;
    }

    private void Stop()
    {
        if (_process is { HasExited: false })
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process?.Dispose();
        _process = null;
    }

    /// <summary>Runs a program to its end; it must succeed.</summary>
    public static async Task RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)}: {await output}{error}");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static Version ReadVersion()
    {
        using var process = Process.Start(new ProcessStartInfo(Server, "--version") { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var text = process.StandardOutput.ReadToEnd() + process.StandardError.ReadToEnd();
        return Version.Parse(text.Split("version ")[1].Split(['+', ' ', '-', ','])[0]);
    }

    private static double Number(string text) => text switch
    {
        "NaN" => double.NaN,
        "+Inf" => double.PositiveInfinity,
        "-Inf" => double.NegativeInfinity,
        _ => double.Parse(text, CultureInfo.InvariantCulture),
    };
}
