using KedaStack.Resources.Writing;
using KedaStack.Scaling.Simulation.Recording.Kpis;

namespace KedaStack.Reports.Simulate;

/// <summary>A figure of a run, as people and machines see it.</summary>
/// <param name="Key">Its name in JSON and CSV, with its unit.</param>
/// <param name="Title">Its name for people.</param>
/// <param name="Unit">Its unit for people; empty for a count.</param>
/// <param name="Decimals">How many decimals people see.</param>
/// <param name="Of">Its value; null when it does not apply.</param>
internal sealed record Kpi(string Key, string Title, string Unit, int Decimals, Func<SimulationKpis, decimal?> Of)
{
    // From here on a time reads better in hours.
    private const decimal LongHours = 2;
    private const decimal SecondsPerHour = 3600;
    private const decimal MinutesPerHour = 60;
    private const int ExactDecimals = 6;

    /// <summary>All figures.</summary>
    public static IReadOnlyList<Kpi> All { get; } =
    [
        new("timeToFirstScaleUpSeconds", "Time to first scale-up", "s", 1, kpis => Seconds(kpis.TimeToFirstScaleUp)),
        new("timeToTargetSeconds", "Time to target", "s", 1, kpis => Seconds(kpis.TimeToTarget)) { Absent = "never" },
        new("scaleInTailSeconds", "Scale-in tail", "s", 1, kpis => Seconds(kpis.ScaleInTail)),
        new("replicaHours", "Replica-hours", "h", 2, kpis => kpis.ReplicaHours),
        new("nodeHours", "Node-hours", "h", 2, kpis => kpis.NodeHours),
        new("offeredRequests", "Requests", "", 0, kpis => kpis.OfferedRequests),
        new("unmetRequests", "Unmet requests", "", 0, kpis => kpis.UnmetRequests),
        new("unmetSeconds", "Time with unmet requests", "s", 1, kpis => kpis.UnmetSeconds),
        new("lostRequests", "Lost requests", "", 0, kpis => kpis.LostRequests),
        new("overshootReplicas", "Overshoot", "replicas", 0, kpis => kpis.Overshoot),
        new("flaps", "Flaps", "", 0, kpis => kpis.Flaps),
        new("maxReplicaMinutes", "Time at maxReplicaCount", "min", 1, kpis => kpis.MaxReplicaMinutes),
        new("peakReplicas", "Most replicas", "", 0, kpis => kpis.PeakReplicas),
        new("decisions", "Decisions", "", 0, kpis => kpis.Decisions),
        new("cost", "Cost", "", 2, kpis => kpis.Cost),
    ];

    /// <summary>What people see where it does not apply.</summary>
    /// <value>The default is null: a row without a single value is left out.</value>
    public string? Absent { get; init; }

    /// <summary>A row of each figure that applies to some run: its title, then its value for each run, with how much more than the first.</summary>
    public static IEnumerable<string[]> Rows(IReadOnlyList<SimulationKpis> runs) =>
        All.Where(kpi => kpi.Absent is not null || runs.Any(run => kpi.Of(run) is not null)).Select(kpi => kpi.Row(runs));

    /// <summary>The value for machines, with the digits that count.</summary>
    public decimal? Exact(SimulationKpis kpis) => Of(kpis) is { } value ? Math.Round(value, ExactDecimals) : null;

    private string[] Row(IReadOnlyList<SimulationKpis> runs)
    {
        // All of a row in the same unit, so that they can be compared.
        var perHour = Unit switch
        {
            "s" => SecondsPerHour,
            "min" => MinutesPerHour,
            _ => 0,
        };
        var isLong = perHour > 0 && runs.Max(Of) >= LongHours * perHour;
        var (unit, decimals, divisor) = isLong ? ("h", 1, perHour) : (Unit, Decimals, 1);
        var values = runs.Select(run => Of(run) is { } value ? Math.Round(value / divisor, decimals) : (decimal?)null).ToList();
        return [Title, .. values.Select((value, i) => Show(value) + (i > 0 && value - values[0] is { } more and not 0 ? $" ({(more > 0 ? "+" : "")}{Shown.Number(more, decimals)})" : ""))];

        string Show(decimal? value) => value is null ? Absent ?? Shown.Nothing : Shown.Number(value, decimals, unit);
    }

    private static decimal? Seconds(TimeSpan? duration) => duration is { } known ? (decimal)known.TotalSeconds : null;
}
