using KedaStack.Local.Autoscaling;

namespace KedaStack.Tests.Local.Autoscaling;

public sealed class AutoscalerTests
{
    [Theory]
    [InlineData(30_500, 2, 250)]
    [InlineData(30_000, 2, 0)]
    [InlineData(29_999, 2, 0)]
    [InlineData(14_961, 1, 0)]
    public void Latency_OfIntervals_IsNeverNegative(long milliseconds, int intervals, int expected) =>
        Assert.Equal(TimeSpan.FromMilliseconds(expected), Autoscaler.LatencyOf(milliseconds, intervals));
}
