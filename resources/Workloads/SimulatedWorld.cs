using KedaStack.Infra.Settings;
using KedaStack.Infra.Workload;
using KedaStack.Resources.Load;
using KedaStack.Resources.Objects;
using KedaStack.Scaling;
using KedaStack.Scaling.Prometheus.Rates;
using KedaStack.Scaling.Simulation.Disturbances;
using KedaStack.Scaling.Simulation.Recording.Kpis;
using KedaStack.Scaling.Simulation.Scenarios;

namespace KedaStack.Resources.Workloads;

/// <summary>
/// What a run takes for given besides the settings and the load. It stays the same when settings are varied: a pod does not
/// serve more because the threshold is higher.
/// </summary>
internal sealed record SimulatedWorld
{
    /// <summary>The pods.</summary>
    public required PodModel Pods { get; init; }

    /// <summary>Whether nobody said what a pod can serve.</summary>
    public bool IsCapacityAssumed { get; init; }

    /// <summary>How many pods fit on a node.</summary>
    /// <value>Null: as many as follow from the node's size and the app's requests.</value>
    public int? PodsPerNode { get; init; }

    /// <summary>Whether the settings say which nodes there are; otherwise a pod always finds room.</summary>
    public bool HasNodePool { get; init; } = true;

    /// <summary>How long a new node takes.</summary>
    public TimeSpan NodeDelay { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>Whose rules of <c>rate()</c> hold.</summary>
    public PrometheusEngine Engine { get; init; } = ScalingSemantics.Default.Engine;

    /// <summary>How old the newest sample is that a query sees.</summary>
    public TimeSpan IngestionLag { get; init; }

    /// <summary>Who counts the requests.</summary>
    public MetricOrigin Origin { get; init; } = MetricOrigin.Pods;

    /// <summary>The replicas at the beginning.</summary>
    /// <value>Null: the minimum, at least 1; with a lead-in those that the first load needs.</value>
    public int? InitialReplicas { get; init; }

    /// <summary>How long the first load has lasted when the run begins.</summary>
    /// <value>The default is 0 s: the run begins cold.</value>
    public TimeSpan LeadIn { get; init; }

    /// <summary>How long a sync of the HPA takes.</summary>
    public TimeSpan MetricLatency { get; init; } = SimulationScenario.DefaultMetricLatency;

    /// <summary>The HPAs of the cluster.</summary>
    public int Autoscalers { get; init; } = 1;

    /// <summary>What goes wrong.</summary>
    public IReadOnlyList<Disturbance> Disturbances { get; init; } = [];

    /// <summary>The prices.</summary>
    /// <value>Null: no cost is computed.</value>
    public SimulationPrices? Prices { get; init; }

    /// <summary>What follows from the stack's versions and what was assumed, in sentences.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The run of a stack in this world.</summary>
    /// <param name="settings">The stack.</param>
    /// <param name="traffic">The load.</param>
    public SimulationScenario Scenario(StackSettings settings, SimulatedTraffic traffic) => new()
    {
        Settings = settings.Scaling,
        Traffic = traffic.Traffic,
        Duration = traffic.Duration,
        Seed = traffic.Seed,
        Semantics = StackVersions.Of(settings).Semantics with { Engine = Engine, IngestionLag = IngestionLag },
        Pods = Pods,
        Nodes = Nodes(settings.Cluster),
        Origin = Origin,
        InitialReplicas = InitialReplicas,
        LeadIn = LeadIn,
        MetricLatency = MetricLatency,
        Autoscalers = Autoscalers,
        Disturbances = Disturbances,
    };

    /// <summary>How many pods of the app fit on a node by their requests.</summary>
    /// <returns>Null for a size whose memory does not follow from its name.</returns>
    public static int? PodsOn(string vmSize) => NodeSize.Of(vmSize) is { } size
        ? (int)Math.Max(1, Math.Min(
            size.Cores / Quantity.Parse(SampleApp.CpuRequest)!.Value, size.Bytes / Quantity.Parse(SampleApp.MemoryRequest)!.Value))
        : null;

    private NodePool? Nodes(ClusterSettings cluster) => !HasNodePool ? null : (PodsPerNode ?? PodsOn(cluster.NodeVmSize)) is { } fit
        ? new NodePool
        {
            PodsPerNode = fit,
            MinNodes = cluster.NodeCountMin,
            MaxNodes = cluster.NodeCountMax,
            ProvisioningDelay = NodeDelay,
        }
        : null;
}
