using KedaStack.Scaling.Simulation.Scenarios;
using KedaStack.Scaling.Simulation.TimeAndChance;

namespace KedaStack.Scaling.Simulation.Engine.Pods;

/// <summary>The room on the nodes, and the cluster autoscaler that makes more of it.</summary>
internal sealed class NodeRoom(NodePool? pool)
{
    private readonly Queue<long> _arrivals = new();
    private readonly long _delay = pool?.ProvisioningDelay.WholeMilliseconds() ?? 0;
    private readonly long _patience = pool?.UnneededTime.WholeMilliseconds() ?? 0;
    private int _occupied;
    private long _surplusSince = SimulationTime.Never;

    /// <summary>The nodes that take pods; 0 without a pool.</summary>
    public int Nodes { get; private set; } = pool?.MinNodes ?? 0;

    /// <summary>When a node comes or goes.</summary>
    public long NextChange => Math.Min(
        _arrivals.TryPeek(out var arrival) ? arrival : SimulationTime.Never,
        _surplusSince == SimulationTime.Never ? SimulationTime.Never : _surplusSince + _patience);

    /// <summary>How many of some pods without a node will never get one; 0 without a pool.</summary>
    /// <param name="pendingPods">The pods without a node.</param>
    public int WithoutRoom(int pendingPods) =>
        pool is null ? 0 : (int)Math.Max(0, _occupied + (long)pendingPods - (pool.MaxNodes * (long)pool.PodsPerNode));

    /// <summary>Takes a place for a pod, if there is one.</summary>
    public bool TryOccupy()
    {
        if (pool is not null && _occupied >= Nodes * (long)pool.PodsPerNode)
        {
            return false;
        }

        _occupied++;
        return true;
    }

    /// <summary>Gives a place back.</summary>
    public void Release() => _occupied--;

    /// <summary>Lets the nodes come and go that are due.</summary>
    public void Run(long now)
    {
        while (_arrivals.TryPeek(out var arrival) && arrival <= now)
        {
            _arrivals.Dequeue();
            Nodes++;
        }

        if (_surplusSince != SimulationTime.Never && _surplusSince + _patience <= now)
        {
            Nodes = Needed(_occupied);
            _surplusSince = SimulationTime.Never;
        }
    }

    /// <summary>Orders nodes for the pods without room, or notices that there are more than needed.</summary>
    public void Settle(long now, int pendingPods)
    {
        if (pool is null)
        {
            return;
        }

        for (var missing = Needed(_occupied + pendingPods) - Nodes - _arrivals.Count; missing > 0; missing--)
        {
            _arrivals.Enqueue(now + _delay);
        }

        var surplus = pendingPods == 0 && _arrivals.Count == 0 && Needed(_occupied) < Nodes;
        _surplusSince = !surplus ? SimulationTime.Never : _surplusSince == SimulationTime.Never ? now : _surplusSince;
    }

    private int Needed(int pods) => Math.Clamp((pods + pool!.PodsPerNode - 1) / pool.PodsPerNode, pool.MinNodes, pool.MaxNodes);
}
