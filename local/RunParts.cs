using KedaStack.Local.Autoscaling;
using KedaStack.Local.Load;
using KedaStack.Local.Metrics;
using KedaStack.Local.Metrics.Prometheus;
using KedaStack.Local.Pods;
using KedaStack.Local.Processes;
using KedaStack.Local.Service;
using KedaStack.Local.Time;
using KedaStack.Local.Watching;

namespace KedaStack.Local;

/// <summary>Everything that runs in a run.</summary>
internal sealed class RunParts : IAsyncDisposable
{
    private const string PrometheusName = "prometheus";
    private const int HashLength = 9;

    // Each change of the load costs a process.
    private static readonly TimeSpan _shortestStep = TimeSpan.FromSeconds(1);

    private readonly ProcessHost _host;
    private readonly PodPlaces _places;
    private bool _areReplicasStopped;

    private RunParts(LocalRunOptions options, FastClock clock, RunLog log, ProcessHost host, IMetricsSource metrics, MetricsQuery query)
    {
        var (plan, app) = (options.Plan, options.App);
        _host = host;
        Metrics = metrics;
        var pace = new MachinePace(plan.Speed);
        _places = new PodPlaces(app.Name, Hash(app.Script), plan.Seed);
        Service = new ServiceForwarder(unchecked((int)plan.Seed));
        Probes = new ProbeClient(clock);
        Replicas = new ReplicaSet(
            new PodWorld
            {
                Template = app,
                Host = host,
                ScriptPath = host.Directory.Write(app.ScriptName, app.Script),
                Clock = clock,
                Pace = pace,
                Service = Service,
                Probes = Probes,
                Log = log,
            },
            _places,
            metrics.AnnouncedAhead)
        { OnTargets = metrics.SetTargets };
        Fleet = new GeneratorFleet(host, options.Generator, new Uri($"http://{Service.Address}/"), clock, log);
        Load = new LoadDriver(
            Fleet, new LoadSchedule(plan.Traffic, _shortestStep * plan.Speed), plan.GeneratorRate, clock, log);
        var scaledObject = plan.Settings.ToScaledObject(app.Name, app.Namespace, plan.Query, "");
        Autoscaler = new Autoscaler(
            scaledObject,
            new PrometheusAsker(metrics.Client, query.Text, scaledObject.PrometheusTrigger, clock, pace, plan.Semantics.Keda),
            Replicas,
            clock,
            log,
            plan.Seed,
            () => Fleet.OfferedMilli,
            plan.Semantics);
    }

    /// <summary>The Service.</summary>
    public ServiceForwarder Service { get; }

    /// <summary>The replicas.</summary>
    public ReplicaSet Replicas { get; }

    /// <summary>Sends the probes.</summary>
    public ProbeClient Probes { get; }

    /// <summary>The load generators.</summary>
    public GeneratorFleet Fleet { get; }

    /// <summary>What the load generators follow.</summary>
    public LoadDriver Load { get; }

    /// <summary>Prometheus.</summary>
    public IMetricsSource Metrics { get; }

    /// <summary>KEDA and the HPA.</summary>
    public Autoscaler Autoscaler { get; }

    /// <summary>Makes everything; no replica and no load is there yet.</summary>
    /// <exception cref="LocalRunException">Something is missing.</exception>
    public static async Task<RunParts> CreateAsync(LocalRunOptions options, FastClock clock, RunLog log, CancellationToken cancellationToken)
    {
        var plan = options.Plan;
        var query = new MetricsQuery(options.Query, plan.Settings.ScrapeInterval, plan.Speed);
        if (FileDescriptors.Warning(plan.Settings.MaxReplicaCount, FileDescriptors.Limit()) is { } tooFew)
        {
            log.Warn("run", "FewOpenFiles", tooFew);
        }

        var host = await ProcessHost.CreateAsync(options.SearchPath, cancellationToken);
        host.Guard.OnDeath = said => log.Warn("guard", "Killed", said);
        if (options.HasScreen)
        {
            host.Guard.AddScreen();
        }

        IMetricsSource? metrics = null;
        try
        {
            metrics = await MetricsAsync(options, query, host, clock, log, cancellationToken);
            return new RunParts(options, clock, log, host, metrics, query);
        }
        catch
        {
            await (metrics?.DisposeAsync() ?? ValueTask.CompletedTask);
            await host.DisposeAsync();
            throw;
        }
    }

    /// <summary>Ends Prometheus and the replicas; returns when the replicas have said what they served.</summary>
    public async Task StopReplicasAsync()
    {
        if (!_areReplicasStopped)
        {
            _areReplicasStopped = true;
            // Prometheus first: its idle connections would keep the replicas waiting.
            await Metrics.DisposeAsync();
            await Replicas.StopAsync();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await StopReplicasAsync();
        await Fleet.DisposeAsync();
        Load.Dispose();
        await Service.DisposeAsync();
        Replicas.Dispose();
        Probes.Dispose();
        _places.Dispose();
        await _host.DisposeAsync();
    }

    private static async Task<IMetricsSource> MetricsAsync(
        LocalRunOptions options, MetricsQuery query, ProcessHost host, FastClock clock, RunLog log, CancellationToken cancellationToken)
    {
        var most = options.Plan.Settings.MaxReplicaCount;
        if (options.Prometheus is { } address)
        {
            return await ExistingPrometheus.StartAsync(host, address, query, options.App, most, log, cancellationToken);
        }

        var program = options.UseBuiltInScraper ? null : ProgramPath.Find(PrometheusName, options.SearchPath);
        return program is not null
            ? await OwnPrometheus.StartAsync(
                host, new() { Program = program, Query = query, Template = options.App, MostReplicas = most }, log, cancellationToken)
            : new BuiltInScraper(query, clock, log, options.Plan.Seed, options.UseBuiltInScraper);
    }

    // As the hash of a ReplicaSet's template: other pods, another name.
    private static string Hash(string script)
    {
        var hash = System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(script));
        return Convert.ToHexStringLower(hash)[..HashLength];
    }
}
