using KedaStack.Scaling.Simulation.TimeAndChance;

namespace KedaStack.Scaling.Simulation.Scenarios;

/// <summary>How the pods behave.</summary>
public sealed record PodModel
{
    /// <summary>The requests per second that one Ready pod can serve; above 0, at most <see cref="Load.Traffic.MaximumRate"/>.</summary>
    /// <value>Null: any number.</value>
    public decimal? Capacity { get; init; }

    /// <summary>
    /// The requests that may wait while the Ready pods are at their capacity, of the service as a whole; what exceeds it is lost.
    /// Waiting is modelled as a fluid: one queue before all pods, emptied as fast as they can together.
    /// </summary>
    /// <value>The default is 1,000; 0 to 1,000,000,000.</value>
    public long QueueLimit { get; init; } = 1000;

    /// <summary>From the time a pod has a node until it listens; also after a crash.</summary>
    /// <value>The default is 2 s to 5 s.</value>
    public DelayRange StartUpDelay { get; init; } = DelayRange.Seconds(2, 5);

    /// <summary>From listening, when it can be scraped and probed, until it is Ready and gets its share of the load.</summary>
    /// <value>The default is 0 s.</value>
    public TimeSpan ReadinessDelay { get; init; }

    /// <summary>
    /// From the time the pod has a node until service discovery has told Prometheus of it; its first scrape is the first
    /// of its phase after that and after it listens.
    /// </summary>
    /// <value>The default is 0 s to 10 s (scrape/manager.go and discovery/manager.go batch for 5 s each).</value>
    public DelayRange DiscoveryDelay { get; init; } = DelayRange.Seconds(0, 10);

    /// <summary>
    /// How long a removed pod still exists: it keeps its place on the node and costs. It gets no requests any more, but is
    /// scraped to its end (recorded in all loops: of 327 scrapes that fell into a pod's termination none was missed).
    /// </summary>
    /// <value>The default is 5 s.</value>
    public DelayRange TerminationDelay { get; init; } = DelayRange.Always(TimeSpan.FromSeconds(5));

    /// <summary>The period of a probe whose path the app counts as a request.</summary>
    /// <value>Null: probes are not counted.</value>
    public TimeSpan? CountedProbeInterval { get; init; }

    /// <summary>Whether the app counts the scrapes themselves; each is seen by the next one.</summary>
    /// <value>The default is false.</value>
    public bool CountsScrapes { get; init; }
}
