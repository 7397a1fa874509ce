using KedaStack.Truth.ClosedLoops;
using KedaStack.Truth.ClosedLoops.Scenarios;
using KedaStack.Truth.Recordings;
using KedaStack.Truth.Report;

namespace KedaStack.Tests.Truth;

public sealed class ClosedLoopLevelTests
{
    // Over all loops; a copy of some of them differs from these by chance.
    private const decimal MostDeviationPercent = 0.6m;
    private const decimal MostDeviationWithRemovalsPercent = 0.45m;
    private const double LeastAlike = 0.65;
    private const double LeastAlikeByScript = 0.5;
    private const double LeastAlikeWithRemovals = 0.8;
    private const double LeastReached = 0.85;

    [Fact]
    public void ReplicaSeconds_AreOffByLittle_AndTheFormulaByMuchMore()
    {
        var headline = AccuracyHeadline.Of(Loops.Results);

        Assert.NotEqual(0, headline.SimulatedLoops);
        Assert.InRange(headline.DeviationPercent, 0, MostDeviationPercent);
        Assert.True(headline.FormulaDeviationPercent > 10 * headline.DeviationPercent);
        Assert.True(headline.DeviationWithRemovalsPercent <= MostDeviationWithRemovalsPercent);
    }

    [Fact]
    public void Steps_AreTheSameInMostLoops()
    {
        var headline = AccuracyHeadline.Of(Loops.Results);

        Assert.True(
            headline.SimulatedLoopsAlike >= LeastAlike * headline.SimulatedLoops,
            $"The steps are the same in {headline.SimulatedLoopsAlike} of {headline.SimulatedLoops} loops.");
        Assert.True(
            headline.SimulatedLoopsAlikeByScript >= LeastAlikeByScript * headline.SimulatedLoops,
            $"By the script alone, they are the same in {headline.SimulatedLoopsAlikeByScript}.");
        Assert.True(
            headline.SimulatedLoopsAlikeWithRemovals >= LeastAlikeWithRemovals * headline.SimulatedLoops,
            $"Given which pods went, they are the same in {headline.SimulatedLoopsAlikeWithRemovals}.");
        Assert.True(
            headline.SimulatedLoopsReached >= LeastReached * headline.SimulatedLoops,
            $"Where chance is drawn anew, they come up in {headline.SimulatedLoopsReached}.");
    }

    [Fact]
    public void SyncsThatFail_AreTheRecordedOnes()
    {
        var headline = AccuracyHeadline.Of(Loops.Results);

        Assert.NotEqual(0, headline.FailedSyncs);
        Loops.AssertNone(
            from loop in Loops.Results
            let failed = loop.ClosedLoop.FailedSyncs
            where failed.Alike != failed.Count
            select $"{loop.Pair}/{loop.Name}: {failed.Alike} of {failed.Count} syncs that fail do so both recorded and simulated");
    }

    // Without the resync they would be 21 s apart, and 7 fewer.
    [Fact]
    public void SlowSyncs_OfQueriesThatTimeOut_AreAsManyAsRecorded() => Assert.All(
        Loops.Folder.Loops.Where(path => Path.GetFileName(path).StartsWith("outage-slow", StringComparison.Ordinal)).Select(LoopReader.Read),
        loop =>
        {
            var (clock, scenario) = (LoopClock.Of(loop), LoopScenario.WithoutPhases(loop));
            var counts = Enumerable.Range(1, 20).Select(seed => LoopRun.Of(LoopScenario.Drawn(scenario, (ulong)seed), clock).Syncs.Count).ToArray();

            Assert.InRange(loop.Syncs.Count, counts.Min(), counts.Max());
            Assert.InRange(counts.Max() - counts.Min(), 0, 5);
        });

    [Fact]
    public void LoopThatParts_IsExplained() => Assert.All(
        Loops.Results.Where(loop => loop.ClosedLoop.NotModelled is null),
        loop => Assert.Equal(loop.ClosedLoop.IsAlike, loop.ClosedLoop.FirstDifference is null));
}
