using KedaStack.Resources.Writing;
using KedaStack.Scaling;

namespace KedaStack.Resources.Load;

/// <summary>Asks whether a load that no setting is meant for is in another unit.</summary>
internal static class LoadQuestion
{
    // A load beyond this is more likely in another unit, such as requests per minute, than a load that the settings are for.
    private const int TimesTooMuch = 10;

    /// <summary>The load, with the question among its notes when it is more than ten times what all replicas together are meant for.</summary>
    /// <param name="traffic">The load.</param>
    /// <param name="scaling">How the workload scales.</param>
    public static SimulatedTraffic Of(SimulatedTraffic traffic, ScalingSettings scaling)
    {
        var meant = scaling.MaxReplicaCount * scaling.Threshold;
        var peak = traffic.Traffic.PeakMilli / 1000m;
        return peak <= TimesTooMuch * meant ? traffic : traffic with
        {
            Notes =
            [
                .. traffic.Notes,
                $"The load reaches {Shown.Number(peak, unit: "req/s")}, and {Shown.Count(scaling.MaxReplicaCount, "replica")} at the threshold {Shown.Number(scaling.Threshold)} {(scaling.MaxReplicaCount == 1 ? "is" : "are")} for {Shown.Number(meant)}: "
                    + $"is this in requests per second?{(traffic.RecordedDuration is null ? "" : " (--unit)")}",
            ],
        };
    }
}
