using KedaStack.Reports.Charts;

namespace KedaStack.Tests.Reports.Charts;

public sealed class ValueScaleTests
{
    [Theory]
    [InlineData(0, 4, 1, 1)]
    [InlineData(1, 4, 0.5, 2)]
    [InlineData(10, 4, 5, 2)]
    [InlineData(11, 4, 5, 3)]
    [InlineData(150, 4, 50, 3)]
    [InlineData(0.0021, 4, 0.001, 3)]
    [InlineData(99_999, 4, 50_000, 2)]
    [InlineData(0.3, 3, 0.1, 3)]
    public void For_Highest_IsRoundAndHoldsIt(double highest, int mostSteps, double step, int steps)
    {
        var scale = ValueScale.For(highest, mostSteps);

        Assert.Equal(step, scale.Step, 12);
        Assert.Equal(steps, scale.Steps);
        Assert.True(scale.Top >= highest * (1 - 1e-9));
    }

    [Fact]
    public void For_WholeNumbers_HasNothingBetween()
    {
        var scale = ValueScale.For(2, 4, isWhole: true);

        Assert.Equal([0, 1, 2], scale.Ticks);
    }

    [Fact]
    public void Label_AnyTick_HasNoRestOfArithmetic()
    {
        Assert.Equal("0.3", ValueScale.Label(3 * 0.1));
        Assert.Equal("1,500", ValueScale.Label(1500));
    }
}
