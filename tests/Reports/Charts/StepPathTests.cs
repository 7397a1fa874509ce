using KedaStack.Reports.Charts;

namespace KedaStack.Tests.Reports.Charts;

public sealed class StepPathTests
{
    // A second is 10 wide, a value of 1 is 10 high.
    private static readonly PlotArea _plot = new(Left: 0, Right: 100, Top: 0, Bottom: 100, DurationSeconds: 10, TopValue: 10);

    [Fact]
    public void Line_Values_HoldUntilTheNextAndToTheEnd() =>
        Assert.Equal("M0 100H20V80H50V75H100", StepPath.Line([new(0, 0), new(2, 2), new(5, 2.5)], _plot));

    [Fact]
    public void Line_SameValueAgain_IsOneStroke() =>
        Assert.Equal("M0 90H80V80H100", StepPath.Line([new(0, 1), new(2, 1), new(4, 1), new(8, 2)], _plot));

    [Fact]
    public void Line_NoValue_IsAGap() =>
        Assert.Equal("M10 90H30M50 80H100", StepPath.Line([new(0, null), new(1, 1), new(3, null), new(5, 2)], _plot));

    [Fact]
    public void Area_Values_GoDownToZeroAtBothEnds() =>
        Assert.Equal("M0 100V90H20V80H40V100ZM60 100V90H100V100Z", StepPath.Area([new(0, 1), new(2, 2), new(4, null), new(6, 1)], _plot));

    [Fact]
    public void Line_BeyondTheAxes_StaysOnThem() =>
        Assert.Equal("M0 100H20V0H100", StepPath.Line([new(-1, -5), new(2, 50), new(12, 50)], _plot));

    [Fact]
    public void Line_NoPoints_IsEmpty() => Assert.Empty(StepPath.Line([], _plot));
}
