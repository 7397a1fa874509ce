namespace KedaStack.Scaling.Simulation.Recording.Kpis;

/// <summary>What the run costs, in any currency.</summary>
/// <param name="PerReplicaHour">An hour of one pod, from its creation until it is gone.</param>
/// <param name="PerNodeHour">An hour of one node; without effect without a node pool.</param>
public sealed record SimulationPrices(decimal PerReplicaHour, decimal PerNodeHour = 0)
{
    /// <summary>The cost of pods and nodes.</summary>
    /// <param name="replicaHours">The hours of all pods.</param>
    /// <param name="nodeHours">The hours of all nodes.</param>
    public decimal Cost(decimal replicaHours, decimal nodeHours) => (replicaHours * PerReplicaHour) + (nodeHours * PerNodeHour);
}
