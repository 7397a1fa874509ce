using KedaStack.Truth.Decisions;

namespace KedaStack.Tests.Truth;

public sealed class DecisionLevelTests
{
    [Fact]
    public void EverySync_IsDecidedAlike()
    {
        Assert.NotEqual(0, Loops.Results.Sum(loop => loop.Decisions.Syncs));
        Loops.AssertNone(
            from loop in Loops.Results
            from difference in loop.Decisions.Different
            select Sentence($"{loop.Pair}/{loop.Name}", difference));
    }

    [Fact]
    public void EveryCondition_IsAlike()
    {
        Assert.NotEqual(0, Loops.Results.Sum(loop => loop.Decisions.WithConditions));
        Loops.AssertNone(
            from loop in Loops.Results
            from difference in loop.Decisions.DifferentConditions
            select Sentence($"{loop.Pair}/{loop.Name}", difference));
    }

    private static string Sentence(string loop, DecisionDifference difference) => FormattableString.Invariant(
        $"{loop} at {difference.AtMilliseconds} ms, {difference.What}: recorded {difference.Recorded}, the model has {difference.Computed}");
}
