namespace KedaStack.Tests.Truth;

public sealed class RateLevelTests
{
    [Fact]
    public void EveryQuery_IsComputedFromTheStoredSamples()
    {
        Assert.NotEqual(0, Loops.Results.Sum(loop => loop.Rates.Queries));
        Loops.AssertNone(
            from loop in Loops.Results
            from query in loop.Rates.Different
            select FormattableString.Invariant(
                $"{loop.Pair}/{loop.Name} at {query.AtMilliseconds} ms: KEDA got [{string.Join(", ", query.Recorded)}], the model computes {query.Computed}"));
    }
}
