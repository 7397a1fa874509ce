using KedaStack.Scaling.Keda;
using KedaStack.Scaling.Simulation.Disturbances;
using KedaStack.Scaling.Simulation.Hands;
using KedaStack.Scaling.Simulation.Load;

namespace KedaStack.Scaling.Simulation.Scenarios;

/// <summary>
/// One run: the settings that are deployed, the load, and the world around them. At time 0, or with a lead-in before it,
/// <see cref="InitialReplicas"/> new pods are Ready and known to Prometheus.
/// </summary>
public sealed record SimulationScenario
{
    /// <summary>The <see cref="MetricLatency"/> where nobody measured it.</summary>
    public static TimeSpan DefaultMetricLatency { get; } = TimeSpan.FromMilliseconds(250);

    /// <summary>How the workload scales.</summary>
    public required ScalingSettings Settings { get; init; }

    /// <summary>The ScaledObject, where it says more than the settings can; its counts, times and triggers hold instead of theirs.</summary>
    /// <value>Null: the one that the settings describe.</value>
    public ScaledObject? ScaledObject { get; init; }

    /// <summary>
    /// What the sources of external triggers that are not of type prometheus say over time, by the place of the trigger in the
    /// <see cref="ScaledObject"/>, each in the order of time; before the first step it is 0. They do not depend on the replicas, as the windows of cron do not.
    /// </summary>
    /// <value>The default is none.</value>
    public IReadOnlyDictionary<int, IReadOnlyList<SourceStep>> Sources { get; init; } = new Dictionary<int, IReadOnlyList<SourceStep>>();

    /// <summary>The load.</summary>
    public required Traffic Traffic { get; init; }

    /// <summary>How long the run is; above 0, at most 366 days. What falls on the end is not run any more.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>The seed of everything random: the same seed gives the same run.</summary>
    /// <value>The default is 1.</value>
    public ulong Seed { get; init; } = 1;

    /// <summary>The versions modelled, with the ingestion lag and the HPA's sync period.</summary>
    /// <value>The default is <see cref="ScalingSemantics.Default"/>.</value>
    public ScalingSemantics Semantics { get; init; } = ScalingSemantics.Default;

    /// <summary>The pods.</summary>
    /// <value>The default is a pod that starts in 2 s to 5 s and can serve anything.</value>
    public PodModel Pods { get; init; } = new();

    /// <summary>The nodes.</summary>
    /// <value>Null: there is always room.</value>
    public NodePool? Nodes { get; init; }

    /// <summary>Who counts the requests.</summary>
    /// <value>The default is <see cref="MetricOrigin.Pods"/>.</value>
    public MetricOrigin Origin { get; init; } = MetricOrigin.Pods;

    /// <summary>The places of the scrapes within the interval that are known, by the number of the pod.</summary>
    /// <value>The default is none: they are drawn.</value>
    public IReadOnlyDictionary<int, TimeSpan> ScrapePhases { get; init; } = new Dictionary<int, TimeSpan>();

    /// <summary>
    /// How long the first load has lasted when the run begins, which is its time 0; nobody is told of what happens before.
    /// Without one the run begins cold, with counters and a rate window that are empty.
    /// </summary>
    /// <value>The default is 0 s: none.</value>
    public TimeSpan LeadIn { get; init; }

    /// <summary>The replicas at the beginning, before the lead-in.</summary>
    /// <value>Null: with a lead-in as many as the settings hold at rest under the first load, else the minimum, at least 1.</value>
    public int? InitialReplicas { get; init; }

    /// <summary>
    /// When the ScaledObject and its HPA are made; nothing scales before. A new one with a minimum of 0 whose first check
    /// sees no activity is scaled to 0 at once, as by KEDA, whose initialCooldownPeriod is 0.
    /// </summary>
    /// <value>The default is 0 s: with the pods.</value>
    public TimeSpan AutoscaledFrom { get; init; }

    /// <summary>Whether the HPA gets what KEDA's last poll saw (the trigger's useCachedMetrics).</summary>
    /// <value>The default is false.</value>
    public bool UseCachedMetrics { get; init; }

    /// <summary>
    /// How long the HPA's metric calls take, by which its syncs are further apart than the sync period; what it reads and
    /// writes is that of its beginning all the same. Not 0 in any cluster: at 0 the proposal of 300 s ago is exactly as
    /// old as the stabilization window, and holds for one sync more.
    /// </summary>
    /// <value>The default is 250 ms: through the API server and KEDA to a Prometheus outside the cluster.</value>
    public TimeSpan MetricLatency { get; init; } = DefaultMetricLatency;

    /// <summary>
    /// The HPAs of the cluster, this one included. Their syncs take as long as this one's and go through one queue, so that with
    /// many of them an HPA is not reconciled each sync period any more (<see cref="TimeBetweenSyncs"/>).
    /// </summary>
    /// <value>The default is 1: it never waits for others (recorded: over 90 HPAs, whose syncs took 13 ms, did not).</value>
    public int Autoscalers { get; init; } = 1;

    /// <summary>
    /// How long until the status of the Deployment, which the HPA reads, shows pods that were created or removed: a sync that
    /// comes right after KEDA's step from 0 to 1 sees no pod yet, so that nothing is within tolerance for it.
    /// </summary>
    /// <value>The default is 60 ms (recorded in all loops: half of them took more than 47 ms after the write, which takes 10 ms).</value>
    public TimeSpan StatusDelay { get; init; } = TimeSpan.FromMilliseconds(60);

    /// <summary>
    /// How long counters stand still: requests are counted in lots, so that a scrape sees those up to the last lot, which has the
    /// load and the Ready pods of its moment for all the time since the lot before. A load that is a multiple of the threshold is exactly that only on the average then, as in reality, and a proposal can be one higher.
    /// </summary>
    /// <value>The default is 0 s: counters follow the load at any time, and show whole requests.</value>
    public TimeSpan CountingInterval { get; init; }

    /// <summary>What goes wrong.</summary>
    /// <value>The default is nothing.</value>
    public IReadOnlyList<Disturbance> Disturbances { get; init; } = [];

    /// <summary>What somebody does by hand.</summary>
    /// <value>The default is nothing.</value>
    public IReadOnlyList<Hand> Hands { get; init; } = [];

    /// <summary>Times that are known and not drawn.</summary>
    /// <value>The default is none, besides <see cref="ScrapePhases"/>.</value>
    public KnownTimes Known { get; init; } = KnownTimes.None;

    /// <summary>Random times are multiples of this; coarser only to compare with a model that steps through time.</summary>
    /// <value>The default is 1 ms.</value>
    public TimeSpan RandomResolution { get; init; } = TimeSpan.FromMilliseconds(1);

    /// <summary>
    /// From the begin of a sync to that of the next: the sync period and the length of a sync, or what the syncs of all HPAs take if
    /// that is more (horizontal.go, processNextWorkItem, puts an HPA back into the queue when its sync has ended). With 130 HPAs, 2 s a
    /// sync and one at a time it is 260 s, as issue 96242 of kubernetes/kubernetes reports.
    /// </summary>
    public TimeSpan TimeBetweenSyncs =>
        Semantics.Hpa.SyncPeriod + MetricLatency is var alone && SyncsOfAll(MetricLatency) is var all && all > alone ? all : alone;

    /// <summary>How long the syncs of all HPAs take, as many at a time as the controller does.</summary>
    /// <param name="length">How long one takes.</param>
    internal TimeSpan SyncsOfAll(TimeSpan length) => TimeSpan.FromTicks(length.Ticks * Autoscalers / Semantics.Hpa.ConcurrentSyncs);

    /// <summary>The replicas at the beginning.</summary>
    internal int StartReplicas => InitialReplicas
        ?? (LeadIn > TimeSpan.Zero ? Settings.ReplicasAtRest(Traffic.Steps[0].MilliRequestsPerSecond) : Math.Max(1, Settings.MinReplicaCount));
}
