using KedaStack.Scaling.Simulation.Recording;

namespace KedaStack.Cli.Simulate;

/// <summary>A figure of a run, as people and machines see it.</summary>
/// <param name="Key">Its name in JSON and CSV, with its unit.</param>
/// <param name="Title">Its name for people.</param>
/// <param name="Unit">Its unit for people; empty for a count.</param>
/// <param name="Of">Its value; null when it does not apply.</param>
internal sealed record Kpi(string Key, string Title, string Unit, Func<SimulationKpis, decimal?> Of)
{
    /// <summary>All figures.</summary>
    public static IReadOnlyList<Kpi> All { get; } =
    [
        new("timeToFirstScaleUpSeconds", "Time to first scale-up", "s", kpis => Seconds(kpis.TimeToFirstScaleUp)),
        new("timeToTargetSeconds", "Time to target", "s", kpis => Seconds(kpis.TimeToTarget)),
        new("scaleInTailSeconds", "Scale-in tail", "s", kpis => Seconds(kpis.ScaleInTail)),
        new("replicaHours", "Replica-hours", "h", kpis => kpis.ReplicaHours),
        new("nodeHours", "Node-hours", "h", kpis => kpis.NodeHours),
        new("offeredRequests", "Requests", "", kpis => kpis.OfferedRequests),
        new("unmetRequests", "Unmet requests", "", kpis => kpis.UnmetRequests),
        new("unmetSeconds", "Seconds with unmet requests", "s", kpis => kpis.UnmetSeconds),
        new("lostRequests", "Lost requests", "", kpis => kpis.LostRequests),
        new("overshootReplicas", "Overshoot", "replicas", kpis => kpis.Overshoot),
        new("flaps", "Flaps", "", kpis => kpis.Flaps),
        new("maxReplicaMinutes", "Time at maxReplicaCount", "min", kpis => kpis.MaxReplicaMinutes),
        new("peakReplicas", "Most replicas", "", kpis => kpis.PeakReplicas),
        new("decisions", "Decisions", "", kpis => kpis.Decisions),
        new("cost", "Cost", "", kpis => kpis.Cost),
    ];

    private static decimal? Seconds(TimeSpan? duration) => duration is { } known ? (decimal)known.TotalSeconds : null;
}
