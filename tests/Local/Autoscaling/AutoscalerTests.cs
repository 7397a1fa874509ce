using KedaStack.Local.Autoscaling;

namespace KedaStack.Tests.Local.Autoscaling;

public sealed class AutoscalerTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(0, 4_000)]
    [InlineData(0, 4_000, 18_961)]
    [InlineData(250, 4_000, 19_250, 34_500, 49_750)]
    [InlineData(250, 4_000, 19_250, 61_500, 76_750, 91_990)]
    public void UsualLatency_OfSyncs_IsTheMedianAndNeverNegative(int expected, params int[] syncs) => Assert.Equal(
        TimeSpan.FromMilliseconds(expected), Autoscaler.UsualLatencyOf([.. syncs.Select(milliseconds => (long)milliseconds)]));
}
