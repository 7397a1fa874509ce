using System.Diagnostics;
using System.Globalization;
using KedaStack.Cli.Options;
using KedaStack.Infra.Settings.Sources;
using KedaStack.Local.Comparison;
using KedaStack.Local.Watching;
using KedaStack.Resources.LocalRuns;
using KedaStack.Resources.Preview;
using KedaStack.Scaling.Simulation.Load;

namespace KedaStack.Local.Benchmarks;

/// <summary>What a run costs besides the replicas and the load generators, which are processes of their own: the Service,
/// the probes, the scraping, KEDA, the HPA and the snapshots, at real time.</summary>
internal static class RunBenchmark
{
    private const int BusyPerSecond = 150;

    private static readonly TimeSpan _settle = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan _measured = TimeSpan.FromSeconds(60);

    /// <summary>Runs it.</summary>
    public static async Task RunAsync(TextWriter output)
    {
        await MeasureAsync(output, "idle, 1 replica", 0, "minReplicaCount=1");
        await MeasureAsync(output, $"{BusyPerSecond} req/s, 10 replicas", BusyPerSecond, "minReplicaCount=10");
    }

    private static async Task MeasureAsync(TextWriter output, string name, int load, string setting)
    {
        await using var run = LocalRun.Start(await OptionsAsync(load, setting));
        await foreach (var snapshot in run.WatchAsync(CancellationToken.None))
        {
            if (snapshot.Phase == LocalPhase.Running)
            {
                break;
            }
        }

        await Task.Delay(_settle);
        var (before, prometheusBefore, began) = (Environment.CpuUsage.TotalTime, PrometheusTime(run), Stopwatch.GetTimestamp());
        await Task.Delay(_measured);
        var wall = Stopwatch.GetElapsedTime(began);
        var (own, prometheus) = ((Environment.CpuUsage.TotalTime - before) / wall, (PrometheusTime(run) - prometheusBefore) / wall);
        var served = run.Current.ServedMilli / 1000;
        run.Stop();
        run.Stop();
        await run.Completion;
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name} ({served} req/s served): {own:P1} of a core, and Prometheus {prometheus:P1}; {Environment.WorkingSet / (1024 * 1024)} MiB"));
    }

    private static TimeSpan PrometheusTime(LocalRun run)
    {
        if (run.Current.Metrics.ProcessId is not { } id)
        {
            return TimeSpan.Zero;
        }

        using var process = Process.GetProcessById(id);
        return process.TotalProcessorTime;
    }

    private static async Task<LocalRunOptions> OptionsAsync(int load, string setting)
    {
        var directory = ProjectDirectory.Find(Environment.CurrentDirectory, AppContext.BaseDirectory);
        var configuration = StackConfiguration.Load(directory, "dev", [setting]);
        var settings = configuration.Result.Settings!;
        var workload = StackWorkload.Of(await StackPreviewer.RunAsync(PreviewRequest.Of(configuration)), settings);
        return new LocalRunOptions
        {
            Plan = new LocalRunPlan
            {
                Settings = settings.Scaling,
                Query = workload.Query.ToString(),
                TrafficName = "steady",
                Traffic = TrafficShape.Steady(load),
                GeneratorRate = workload.Generator.Rate,
                Speed = 1,
                Seed = 1,
            },
            App = workload.App,
            Generator = workload.Generator,
            Query = workload.Query,
            SearchPath = Environment.GetEnvironmentVariable("PATH") ?? "",
        };
    }
}
