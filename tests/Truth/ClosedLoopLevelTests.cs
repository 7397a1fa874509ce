using KedaStack.Truth.Report;

namespace KedaStack.Tests.Truth;

public sealed class ClosedLoopLevelTests
{
    private const decimal MostDeviationPercent = 1.5m;
    private const double LeastAlike = 0.5;
    private const double LeastAlikeWithChance = 0.7;

    [Fact]
    public void ReplicaSeconds_AreOffByLittle_AndTheFormulaByMuchMore()
    {
        var headline = AccuracyHeadline.Of(Loops.Results);

        Assert.NotEqual(0, headline.SimulatedLoops);
        Assert.InRange(headline.DeviationPercent, 0, MostDeviationPercent);
        Assert.True(headline.FormulaDeviationPercent > 10 * headline.DeviationPercent);
        Assert.True(headline.DeviationWithChancePercent <= headline.DeviationPercent);
    }

    [Fact]
    public void Steps_AreTheSameInMostLoops()
    {
        var headline = AccuracyHeadline.Of(Loops.Results);

        Assert.True(
            headline.SimulatedLoopsAlike >= LeastAlike * headline.SimulatedLoops,
            $"The steps are the same in {headline.SimulatedLoopsAlike} of {headline.SimulatedLoops} loops.");
        Assert.True(
            headline.SimulatedLoopsAlikeWithChance >= LeastAlikeWithChance * headline.SimulatedLoops,
            $"Given chance, they are the same in {headline.SimulatedLoopsAlikeWithChance}.");
    }

    [Fact]
    public void LoopThatParts_IsExplained() => Assert.All(
        Loops.Results.Where(loop => loop.ClosedLoop.NotModelled is null),
        loop => Assert.Equal(loop.ClosedLoop.IsAlike, loop.ClosedLoop.FirstDifference is null));
}
