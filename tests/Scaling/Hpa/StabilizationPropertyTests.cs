using FsCheck;
using FsCheck.Fluent;
using KedaStack.Scaling.Hpa.Recommendations;
using KedaStack.Scaling.Hpa.Trace;

namespace KedaStack.Tests.Scaling.Hpa;

/// <summary>The log that is not looked through gives what one gives that is, entry by entry.</summary>
public sealed class StabilizationPropertyTests
{
    private static readonly Gen<(int Up, int Down, Recommendation[] Before, (int After, int Proposal)[] Syncs)> _any =
        from up in Gen.Elements(0, 1_000, 45_000, 300_000)
        from down in Gen.Elements(0, 60_000, 300_000)
        from before in (from time in Gen.Choose(-400_000, 0)
                        from replicas in Gen.Choose(0, 12)
                        select new Recommendation(time, replicas)).ArrayOf(4)
        from syncs in (from after in Gen.Elements(0, 1_000, 15_000, 15_000, 15_000, 15_250, 59_999, 310_000)
                       from proposal in Gen.Choose(0, 12)
                       select (after, proposal)).ArrayOf(60)
        select (up, down, before, syncs);

    [Fact]
    public void WithoutBehavior_EqualsAScanOfTheLog() => Properties.Hold(_any, any => Same(
        any.Before, any.Syncs,
        (log, now, proposal) => Ends(Stabilization.WithoutBehavior(log, now, 1, proposal, any.Down)),
        (scanned, now, proposal) => scanned.WithoutBehavior(now, proposal, any.Down)));

    [Fact]
    public void WithBehavior_EqualsAScanOfTheLog() => Properties.Hold(_any, any => Same(
        any.Before, any.Syncs,
        (log, now, proposal) => Ends(Stabilization.WithBehavior(log, now, 1, proposal, any.Up, any.Down)),
        (scanned, now, proposal) => scanned.WithBehavior(now, proposal, any.Up, any.Down)));

    private static bool Same(
        Recommendation[] before,
        (int After, int Proposal)[] syncs,
        Func<RecommendationLog, long, int, (int Lowest, int Highest)> stabilize,
        Func<ScannedLog, long, int, (int Lowest, int Highest)> scan)
    {
        var (log, scanned, now) = (new RecommendationLog(), new ScannedLog(), 0L);
        foreach (var entry in before)
        {
            log.Add(entry.TimestampMilliseconds, entry.Replicas);
            scanned.Entries.Add(entry);
        }

        return syncs.All(sync =>
        {
            now += sync.After;
            return stabilize(log, now, sync.Proposal) == scan(scanned, now, sync.Proposal)
                && log.Entries.SequenceEqual(scanned.Entries.ToArray());
        });
    }

    private static (int Lowest, int Highest) Ends(in StabilizationStage stage) => (stage.LowestInScaleUpWindow, stage.HighestInScaleDownWindow);
}
