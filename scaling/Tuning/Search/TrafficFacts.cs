using KedaStack.Scaling.Simulation.Scenarios;

namespace KedaStack.Scaling.Tuning.Search;

/// <summary>What the values that are worth trying follow from.</summary>
/// <param name="Capacity">The requests per second that a pod can serve.</param>
/// <param name="PeakReplicas">The pods that the highest load needs at their full capacity; 1 or more.</param>
/// <param name="Room">The pods that the nodes hold; null where there is always room.</param>
/// <param name="IsCountedBeforePods">Whether an ingress counts the requests, which needs no pods for it.</param>
internal sealed record TrafficFacts(decimal Capacity, int PeakReplicas, int? Room, bool IsCountedBeforePods)
{
    public static TrafficFacts Of(IReadOnlyList<SimulationScenario> scenarios)
    {
        var capacity = scenarios[0].Pods.Capacity!.Value;
        var peak = scenarios.Max(scenario => scenario.Traffic.PeakMilli) / 1000m;
        var nodes = scenarios[0].Nodes;
        return new TrafficFacts(
            capacity,
            (int)Math.Clamp(Math.Ceiling(peak / capacity), 1, int.MaxValue),
            nodes is null ? null : (int)Math.Clamp((long)nodes.MaxNodes * nodes.PodsPerNode, 1, int.MaxValue),
            scenarios[0].Origin == MetricOrigin.Ingress);
    }
}
