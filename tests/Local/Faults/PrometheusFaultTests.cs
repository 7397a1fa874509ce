using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using KedaStack.Local;
using KedaStack.Local.Metrics;
using KedaStack.Local.Metrics.Prometheus;
using KedaStack.Local.Processes;
using KedaStack.Local.Watching;
using KedaStack.Tests.Scaling.Prometheus.Differential;
using KedaStack.Tests.Workload.Scripts.Running;

namespace KedaStack.Tests.Local.Faults;

[Collection(LocalProcesses.Name)]
public sealed class PrometheusFaultTests
{
    private static readonly TimeSpan _long = TimeSpan.FromHours(1);

    [LocalPrometheusFact]
    public async Task OwnServer_Killed_IsStartedAgainAtTheSameAddress()
    {
        await using var host = await HostAsync();
        var log = new RunLog(TimeProvider.System);
        await using var server = await OwnPrometheus.StartAsync(host, await ServerAsync(), log, CancellationToken.None);
        var before = server.Description;

        Process.GetProcessById(before.ProcessId!.Value).Kill();

        await Eventually.TrueAsync(() => log.Events.Any(happened => happened is { Subject: "prometheus", Reason: "Died" }), "it did not die");
        await Eventually.GetAsync(
            () => server.Client.QueryAsync("vector(1)", TimeProvider.System.GetUtcNow(), CancellationToken.None).Result.Response,
            () => string.Join("; ", log.Events));
        Assert.Equal(before.Address, server.Description.Address);
        Assert.NotEqual(before.ProcessId, server.Description.ProcessId);
    }

    [LocalPrometheusFact]
    public async Task OwnServer_RunCannotBegin_EndsWithItAndIsNotStartedAgain()
    {
        var options = await LocalRuns.OptionsAsync("0s:60", _long);
        await using var run = LocalRun.Start(options with
        {
            UseBuiltInScraper = false,
            App = options.App with { ScriptName = Path.Combine("missing", "app.py") },
        });

        var exception = await Assert.ThrowsAsync<LocalRunException>(() => run.Completion);

        Assert.Contains($"{Path.Combine("missing", "app.py")}: cannot be written (", exception.Message, StringComparison.Ordinal);
        Assert.Contains(run.Events, happened => happened is { Subject: "prometheus", Reason: "Started" });
        Assert.DoesNotContain(run.Events, happened => happened is { Subject: "prometheus", Reason: "Died" });
    }

    [LocalPrometheusFact]
    public async Task ExistingServer_KilledAndStartedAgain_FallsBackAndRecovers()
    {
        using var prometheus = new ScrapingPrometheus(TimeSpan.FromSeconds(15) / LocalRuns.Speed);
        await prometheus.StartAsync();
        var options = await LocalRuns.OptionsAsync(
            "0s:25", _long, "scrapeInterval=15s", "fallbackFailureThreshold=2", "fallbackReplicas=6");
        await using var run = LocalRun.Start(options with { UseBuiltInScraper = false, Prometheus = prometheus.Address });
        await run.WaitForAsync(snapshot => snapshot.LastSync?.MetricMilli > 0);

        prometheus.Kill();

        var down = await run.WaitForAsync(snapshot => snapshot.SpecReplicas == 6);
        Assert.True(down.LastSync!.IsFallback, down.LastSync.ToString());
        Assert.False(down.Metrics.IsAnswering);
        Assert.Contains("KEDA's fallback", down.LastSync.Reason, StringComparison.Ordinal);

        await prometheus.StartAsync();

        var up = await run.WaitForAsync(snapshot => snapshot.LastSync is { MetricError: null, IsFallback: false });
        Assert.Contains(run.Events, happened => happened.Reason == "KEDAScalerRecovered");
        Assert.True(up.SpecReplicas == 6, "the stabilization window holds what the fallback asked for");
    }

    [LocalPrometheusFact]
    public async Task OwnServer_PortInUse_TakesAnother()
    {
        await using var host = await HostAsync();
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var ports = new Queue<int>([((IPEndPoint)taken.LocalEndpoint).Port, FreePort()]);

        await using var server = await OwnPrometheus.StartAsync(
            host, await ServerAsync() with { Port = ports.Dequeue }, new RunLog(TimeProvider.System), CancellationToken.None);

        Assert.Empty(ports);
        Assert.NotEqual(((IPEndPoint)taken.LocalEndpoint).Port, server.Description.Address!.Port);
    }

    [FullDiskFact]
    public async Task OwnServer_DiskFull_IsSaidWithWhatToDo()
    {
        using var disk = new FullDisk();
        await using var host = await HostAsync();

        var exception = await Assert.ThrowsAsync<LocalRunException>(async () => await OwnPrometheus.StartAsync(
            host, await ServerAsync() with { DataDirectory = disk.Path }, new RunLog(TimeProvider.System), CancellationToken.None));

        Assert.EndsWith(
            $"its data directory {disk.Path} is full; make room there, or set TMPDIR to a directory with some", exception.Message, StringComparison.Ordinal);
    }

    [FullDiskFact]
    public void Server_DiesOnAFullDisk_IsExplained()
    {
        using var disk = new FullDisk();
        var log = new PrometheusLog(new RunLog(TimeProvider.System), disk.Path);

        log.Read("unexpected fault address 0x7f6aad6a5000");

        Assert.StartsWith($"its data directory {disk.Path} is full (unexpected fault", log.Explanation, StringComparison.Ordinal);
    }

    private static Task<ProcessHost> HostAsync() =>
        ProcessHost.CreateAsync(Environment.GetEnvironmentVariable("PATH")!, CancellationToken.None);

    private static async Task<OwnPrometheusOptions> ServerAsync()
    {
        var options = await LocalRuns.OptionsAsync("0s:0", _long);
        return new OwnPrometheusOptions
        {
            Program = RealPrometheus.Find(RealPrometheus.Server)!,
            Query = new MetricsQuery(options.Query, options.Plan.Settings.ScrapeInterval, LocalRuns.Speed),
            Template = options.App,
            MostReplicas = 1,
        };
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
