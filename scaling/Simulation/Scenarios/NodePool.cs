namespace KedaStack.Scaling.Simulation.Scenarios;

/// <summary>
/// The nodes that the pods run on. Pods are packed without gaps: the pool has room for its nodes times
/// <see cref="PodsPerNode"/>, whichever node a pod is on.
/// </summary>
public sealed record NodePool
{
    /// <summary>How many pods fit on a node by their requests; above 0.</summary>
    public required int PodsPerNode { get; init; }

    /// <summary>The nodes at the beginning, which the pool never goes below; 0 or more.</summary>
    /// <value>The default is 1.</value>
    public int MinNodes { get; init; } = 1;

    /// <summary>The most nodes; not below the least.</summary>
    public required int MaxNodes { get; init; }

    /// <summary>From a pod without room until the new node takes pods.</summary>
    /// <value>The default is 3 minutes.</value>
    public TimeSpan ProvisioningDelay { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>How long the pool is larger than needed, without a break, before it shrinks to what is needed.</summary>
    /// <value>The default is 10 minutes (the cluster autoscaler's scale-down-unneeded-time).</value>
    public TimeSpan UnneededTime { get; init; } = TimeSpan.FromMinutes(10);
}
