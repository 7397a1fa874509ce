using KedaStack.Infra.Workload;
using KedaStack.Local.Pods;
using KedaStack.Local.Processes;
using KedaStack.Local.Service;
using KedaStack.Local.Time;
using KedaStack.Local.Watching;

namespace KedaStack.Tests.Local;

/// <summary>What replicas need, fast.</summary>
internal sealed class LocalWorld : IAsyncDisposable
{
    private const double Speed = 20;

    private LocalWorld(ProcessHost host, PodTemplate template, bool isPatient)
    {
        Clock = new FastClock(TimeProvider.System, Speed);
        Log = new RunLog(Clock);
        World = new PodWorld
        {
            Template = template,
            Host = host,
            ScriptPath = host.Directory.Write(template.ScriptName, template.Script),
            Clock = Clock,
            Pace = new MachinePace(isPatient ? Speed : 1),
            Service = new ServiceForwarder(seed: 1),
            Probes = new ProbeClient(Clock),
            Log = Log,
        };
        Replicas = new ReplicaSet(World, Places, announcedAhead: 0);
    }

    public FastClock Clock { get; }

    public RunLog Log { get; }

    public PodWorld World { get; }

    public PodPlaces Places { get; } = new("sample-app", "hash", seed: 1);

    public ReplicaSet Replicas { get; }

    /// <summary>The app as it is deployed by default.</summary>
    public static PodTemplate SampleApp { get; } = new()
    {
        Name = "sample-app",
        Namespace = "keda-demo",
        PortName = "http",
        ScriptName = Script.SampleApp.FileName,
        Script = Script.SampleApp.Text,
        Environment = new Dictionary<string, string> { ["WORK_MILLISECONDS"] = "0" },
        Startup = Probe(periodSeconds: 1, failures: 30),
        Readiness = Probe(periodSeconds: 5, failures: 2),
        Liveness = Probe(periodSeconds: 10, failures: 3),
        PreStopDelay = TimeSpan.FromSeconds(5),
        TerminationGracePeriod = TimeSpan.FromSeconds(30),
    };

    /// <param name="template">The pods; null for the app.</param>
    /// <param name="isPatient">Whether a busy machine gets its time; false where failing is what is tested.</param>
    public static async Task<LocalWorld> CreateAsync(PodTemplate? template = null, bool isPatient = true) => new(
        await ProcessHost.CreateAsync(Environment.GetEnvironmentVariable("PATH")!, CancellationToken.None), template ?? SampleApp, isPatient);

    public async ValueTask DisposeAsync()
    {
        await Replicas.StopAsync();
        Replicas.Dispose();
        await World.Service.DisposeAsync();
        World.Probes.Dispose();
        Places.Dispose();
        await World.Host.DisposeAsync();
    }

    private static HttpProbe Probe(int periodSeconds, int failures) => new()
    {
        Path = "/healthz",
        Period = TimeSpan.FromSeconds(periodSeconds),
        Timeout = TimeSpan.FromSeconds(1),
        FailureThreshold = failures,
    };
}
