using KedaStack.Scaling.Simulation.Disturbances;
using KedaStack.Truth.Recordings;

namespace KedaStack.Truth.ClosedLoops.Scenarios;

/// <summary>The faults of a loop as the simulator takes them: whatever kept KEDA from an answer is an outage.</summary>
internal static class LoopDisturbances
{
    // KEDA waits for its HTTP timeout and asks once more (recorded: outage-slow, the HPA's syncs took 6.0 s).
    private static readonly TimeSpan _unanswered = TimeSpan.FromSeconds(6);

    /// <summary>The disturbances.</summary>
    public static IReadOnlyList<Disturbance> Of(RecordedLoop loop, LoopClock clock) => [.. loop.Faults.Select(Disturbance (fault) =>
    {
        var (at, duration) = (clock.ToRun(fault.FromMilliseconds), TimeSpan.FromMilliseconds(fault.ToMilliseconds - fault.FromMilliseconds));
        return fault.Kind == FaultKind.Scrapes ? new ScrapeGap(at, duration) : new MetricsOutage(at, duration, fault.Kind == FaultKind.Delay ? _unanswered : TimeSpan.Zero);
    })];
}
