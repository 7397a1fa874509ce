using KedaStack.Scaling.Simulation.Scenarios;
using KedaStack.Scaling.Simulation.TimeAndChance;
using KedaStack.Truth.ClosedLoops.Scenarios;
using KedaStack.Truth.Recordings;

namespace KedaStack.Truth.ClosedLoops;

/// <summary>
/// What nobody can be given, drawn again and again: the random UIDs, by which a ReplicaSet chooses among pods of one age, and the times of
/// the lots within what the counters leave open of them. All else is given as in the run with the load.
/// </summary>
internal static class LoopDraws
{
    // The counters of all offered requests leave so much open of a lot: a filter over them is off by about 1 ms, rarely by 2.
    private const long LotMilliseconds = 2;

    /// <summary>How many of the draws have the recorded steps.</summary>
    /// <param name="loop">The loop.</param>
    /// <param name="clock">Its clock.</param>
    /// <param name="recorded">The recorded replicas.</param>
    public static int Alike(RecordedLoop loop, LoopClock clock, ReplicaCurve recorded)
    {
        var scenario = LoopScenario.WithPhases(loop, LoopGiven.Load);
        return Enumerable.Range(1, ClosedLoopLevel.Draws).Count(draw => recorded.IsAlike(
            LoopRun.Of(Drawn(scenario, (ulong)draw), clock).Curve(loop.Replicas[0].AtMilliseconds), ClosedLoopLevel.StepMilliseconds));
    }

    private static SimulationScenario Drawn(SimulationScenario scenario, ulong seed)
    {
        var random = new SplitMix64(seed);
        var lots = new List<TimeSpan>(scenario.Known.Lots.Count);
        foreach (var lot in scenario.Known.Lots)
        {
            // Of two draws the sum: small errors are likelier than great ones.
            var error = random.Below(LotMilliseconds + 1) + random.Below(LotMilliseconds + 1) - LotMilliseconds;
            lots.Add(TimeSpan.FromMilliseconds(Math.Max(0, Math.Round(lot.TotalMilliseconds) + error)));
        }

        return scenario with { Seed = seed, Known = scenario.Known with { Lots = lots } };
    }
}
