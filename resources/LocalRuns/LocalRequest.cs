using KedaStack.Infra.Settings.Sources;
using KedaStack.Local;
using KedaStack.Local.Comparison;
using KedaStack.Local.Processes;
using KedaStack.Resources.Load;
using KedaStack.Resources.Preview;
using KedaStack.Resources.Workloads;
using KedaStack.Scaling.Hpa.Semantics;
using KedaStack.Scaling.Prometheus.Client;
using KedaStack.Scaling.Simulation.Scenarios;

namespace KedaStack.Resources.LocalRuns;

/// <summary>What a command line asks to run on this machine; all of it has been found right.</summary>
internal sealed record LocalRequest
{
    private static readonly TimeSpan _afterwards = TimeSpan.FromMinutes(1);

    /// <summary>The stack.</summary>
    public required StackConfiguration Stack { get; init; }

    /// <summary>The load.</summary>
    public required SimulatedTraffic Traffic { get; init; }

    /// <summary>Whether the duration of the load was asked for.</summary>
    /// <value>False: the run lasts until the replicas have followed the last change of the load.</value>
    public required bool HasDuration { get; init; }

    /// <summary>How many times as fast time passes.</summary>
    public required double Speed { get; init; }

    /// <summary>A Prometheus that is already running; null for none.</summary>
    public required PrometheusAddress? Prometheus { get; init; }

    /// <summary>Whether the built-in scraper is asked for.</summary>
    public required bool IsBuiltIn { get; init; }

    /// <summary>Previews the stack, and predicts the run.</summary>
    /// <exception cref="LocalRunException">The Deployment has something that a process cannot follow.</exception>
    public async Task<LocalRunOptions> PrepareAsync()
    {
        var settings = Stack.Result.Settings!;
        var workload = StackWorkload.Of(await StackPreviewer.RunAsync(PreviewRequest.Of(Stack)), settings);
        var plan = new LocalRunPlan
        {
            Settings = settings.Scaling,
            Semantics = StackVersions.Of(settings).Semantics,
            Query = workload.Query.ToString(),
            TrafficName = Traffic.Source,
            Traffic = Traffic.Traffic,
            GeneratorRate = workload.Generator.Rate,
            Duration = HasDuration ? Traffic.Duration : UntilSettled(settings.Scaling.Window),
            Speed = Speed,
            Seed = Traffic.Seed,
        };
        return new LocalRunOptions
        {
            Plan = plan.WithPrediction(),
            App = workload.App,
            Generator = workload.Generator,
            Query = workload.Query,
            Prometheus = Prometheus,
            UseBuiltInScraper = IsBuiltIn,
            SearchPath = Environment.GetEnvironmentVariable("PATH") ?? "",
        };
    }

    private TimeSpan UntilSettled(TimeSpan window)
    {
        var last = TimeSpan.FromMilliseconds(Traffic.Traffic.Steps[^1].AtMilliseconds);
        var settled = last + window + HpaSemantics.Default.DownscaleStabilization + _afterwards;
        return settled < ScenarioValidation.LongestRun ? settled : ScenarioValidation.LongestRun;
    }
}
