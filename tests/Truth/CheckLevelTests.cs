namespace KedaStack.Tests.Truth;

public sealed class CheckLevelTests
{
    [Fact]
    public void EveryCheck_ChangesAndAsksAlike()
    {
        Assert.NotEqual(0, Loops.Results.Sum(loop => loop.Checks.Changes));
        Loops.AssertNone(
            from loop in Loops.Results
            from check in loop.Checks.Different
            select FormattableString.Invariant(
                $"{loop.Pair}/{loop.Name} at {check.AtMilliseconds} ms, {check.What}: recorded {check.Recorded}, the model has {check.Computed}"));
    }
}
