using KedaStack.Scaling.Simulation.Recording;

namespace KedaStack.Cli.Simulate;

/// <summary>A figure of a run, as people and machines see it.</summary>
/// <param name="Key">Its name in JSON and CSV, with its unit.</param>
/// <param name="Title">Its name for people.</param>
/// <param name="Unit">Its unit for people; empty for a count.</param>
/// <param name="Decimals">How many decimals people see.</param>
/// <param name="Of">Its value; null when it does not apply.</param>
internal sealed record Kpi(string Key, string Title, string Unit, int Decimals, Func<SimulationKpis, decimal?> Of)
{
    /// <summary>All figures.</summary>
    public static IReadOnlyList<Kpi> All { get; } =
    [
        new("timeToFirstScaleUpSeconds", "Time to first scale-up", "s", 1, kpis => Seconds(kpis.TimeToFirstScaleUp)),
        new("timeToTargetSeconds", "Time to target", "s", 1, kpis => Seconds(kpis.TimeToTarget)),
        new("scaleInTailSeconds", "Scale-in tail", "s", 1, kpis => Seconds(kpis.ScaleInTail)),
        new("replicaHours", "Replica-hours", "h", 2, kpis => kpis.ReplicaHours),
        new("nodeHours", "Node-hours", "h", 2, kpis => kpis.NodeHours),
        new("offeredRequests", "Requests", "", 0, kpis => kpis.OfferedRequests),
        new("unmetRequests", "Unmet requests", "", 0, kpis => kpis.UnmetRequests),
        new("unmetSeconds", "Seconds with unmet requests", "s", 1, kpis => kpis.UnmetSeconds),
        new("lostRequests", "Lost requests", "", 0, kpis => kpis.LostRequests),
        new("overshootReplicas", "Overshoot", "replicas", 0, kpis => kpis.Overshoot),
        new("flaps", "Flaps", "", 0, kpis => kpis.Flaps),
        new("maxReplicaMinutes", "Time at maxReplicaCount", "min", 1, kpis => kpis.MaxReplicaMinutes),
        new("peakReplicas", "Most replicas", "", 0, kpis => kpis.PeakReplicas),
        new("decisions", "Decisions", "", 0, kpis => kpis.Decisions),
        new("cost", "Cost", "", 2, kpis => kpis.Cost),
    ];

    /// <summary>The value of a run for people.</summary>
    public string Show(SimulationKpis kpis) => Shown.Number(Of(kpis), Decimals, Unit);

    /// <summary>The value of a run for people, with how much more it is than that of the first.</summary>
    public string ShowBeside(SimulationKpis first, SimulationKpis other) =>
        Of(other) - Of(first) is { } difference && Math.Round(difference, Decimals) is not 0 and var rounded
            ? $"{Show(other)} ({(rounded > 0 ? "+" : "")}{Shown.Number(rounded, Decimals)})"
            : Show(other);

    private static decimal? Seconds(TimeSpan? duration) => duration is { } known ? (decimal)known.TotalSeconds : null;
}
