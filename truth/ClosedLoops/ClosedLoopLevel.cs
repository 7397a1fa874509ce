using KedaStack.Scaling.Simulation.Scenarios;
using KedaStack.Truth.ClosedLoops.Scenarios;
using KedaStack.Truth.Recordings;

namespace KedaStack.Truth.ClosedLoops;

/// <summary>
/// The fourth level: the simulator gets the load as it was handed out, the settings, the faults and the hands of a scenario, the pods' drawn delays
/// and the phases, and has to produce the replicas over time.
/// </summary>
public static class ClosedLoopLevel
{
    /// <summary>How many seeds the interval is made of.</summary>
    public const int Seeds = 200;

    /// <summary>How often is drawn what nobody can be given, all else given.</summary>
    public const int Draws = 20;

    /// <summary>How far apart the steps of two curves may be: one sync.</summary>
    public const long StepMilliseconds = 15_100;

    private const string Removals = "the same steps once it is given which pods went";

    // 95 of 100 lie between the shares.
    private const double Outside = 0.025;

    /// <summary>Compares the replicas of a loop.</summary>
    /// <param name="loop">The loop.</param>
    /// <param name="seeds">The seeds of the runs without phases; 0 for none, and then there is no interval.</param>
    public static ClosedLoopComparison Compare(RecordedLoop loop, int seeds = 0)
    {
        if (LoopScenario.NotSimulated(loop) is { } why)
        {
            return new ClosedLoopComparison { NotModelled = why };
        }

        var clock = LoopClock.Of(loop);
        var begin = loop.Replicas[0].AtMilliseconds;
        var recorded = ReplicaCurve.Of(loop);
        var given = LoopRun.Of(LoopScenario.WithPhases(loop, LoopGiven.Load), clock);
        var simulated = given.Curve(begin);
        var informed = LoopRun.Of(LoopScenario.WithPhases(loop, LoopGiven.LoadAndRemovals), clock);
        var script = LoopRun.Of(LoopScenario.WithPhases(loop, LoopGiven.Script), clock).Curve(begin);
        var alike = recorded.IsAlike(simulated, StepMilliseconds);
        var alikeWithRemovals = recorded.IsAlike(informed.Curve(begin), StepMilliseconds);
        return new ClosedLoopComparison
        {
            Recorded = recorded,
            Simulated = simulated,
            IsAlike = alike,
            FailedSyncs = FailedSyncs.Of(loop, given),
            IsAlikeByScript = recorded.IsAlike(script, StepMilliseconds),
            ReplicaSecondsByScript = script.ReplicaSeconds(0, clock.EndMilliseconds),
            IsAlikeWithRemovals = alikeWithRemovals,
            RecordedReplicaSeconds = recorded.ReplicaSeconds(0, clock.EndMilliseconds),
            SimulatedReplicaSeconds = simulated.ReplicaSeconds(0, clock.EndMilliseconds),
            ReplicaSecondsWithRemovals = informed.Curve(begin).ReplicaSeconds(0, clock.EndMilliseconds),
            FormulaReplicaSeconds = LoopFormula.Of(loop, clock).ReplicaSeconds(0, clock.EndMilliseconds),
            FirstDifference = alike ? null
                : alikeWithRemovals ? Removals
                : FirstDifferentSync.Of(loop, informed, recorded, informed.Curve(begin)),
            AlikeDraws = LoopDraws.Alike(loop, clock, recorded),
            Interval = Interval(LoopScenario.WithoutPhases(loop), loop, clock, seeds),
        };
    }

    private static (double Low, double High) Interval(SimulationScenario scenario, RecordedLoop loop, LoopClock clock, int seeds)
    {
        if (seeds == 0)
        {
            return default;
        }

        var sums = new double[seeds];
        for (var seed = 0; seed < seeds; seed++)
        {
            sums[seed] = LoopRun.Of(LoopScenario.Drawn(scenario, (ulong)seed + 1), clock)
                .Curve(loop.Replicas[0].AtMilliseconds).ReplicaSeconds(0, clock.EndMilliseconds);
        }

        Array.Sort(sums);
        return (Math.Floor(sums[(int)(Outside * (seeds - 1))]), Math.Ceiling(sums[(int)Math.Ceiling((1 - Outside) * (seeds - 1))]));
    }
}
