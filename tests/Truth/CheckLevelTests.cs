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

    [Fact]
    public void EveryLoopWithAScaledObject_IsCompared() => Assert.All(
        Loops.Results,
        loop => Assert.Equal(loop.Checks.NotModelled is null, loop.Checks.Checks > 0));

    // KEDA asks the sources of a formula at each check; those of triggers alone only up to 2.20, or as long as the HPA has no value.
    [Fact]
    public void LoopsOfSeveralTriggers_AreAmongThem()
    {
        Assert.Contains(Loops.Results, loop => loop.Checks.Asked > loop.Checks.Checks);
        Assert.Contains(Loops.Results, loop => loop.Checks.Asked > loop.Checks.Checks && loop.Checks.Changes > 0);
    }
}
