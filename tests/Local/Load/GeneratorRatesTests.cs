using KedaStack.Local.Load;

namespace KedaStack.Tests.Local.Load;

public sealed class GeneratorRatesTests
{
    [Fact]
    public void Of_LoadThatIsNoMultiple_HasOneGeneratorWithTheRest() =>
        Assert.Equal([30m, 30m, 10m], GeneratorRates.Of(70, perGenerator: 30));

    [Fact]
    public void Of_Multiple_HasFullGeneratorsOnly() =>
        Assert.Equal([30m, 30m, 30m, 30m, 30m], GeneratorRates.Of(150, perGenerator: 30));

    [Fact]
    public void Of_NoLoad_HasNone() => Assert.Empty(GeneratorRates.Of(0, perGenerator: 30));

    [Fact]
    public void Of_HighLoad_HasFasterGeneratorsInsteadOfMore()
    {
        var rates = GeneratorRates.Of(900, perGenerator: 30);

        Assert.Equal(Enumerable.Repeat(45m, GeneratorRates.MostGenerators), rates);
    }

    [Fact]
    public void Change_OneRateMore_LeavesTheOthersAlone()
    {
        var (begin, end) = GeneratorRates.Change([30, 30, 10], [30, 30, 20]);

        Assert.Equal([20m], begin);
        Assert.Equal([10m], end);
    }
}
