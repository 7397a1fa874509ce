using KedaStack.Local.Comparison;

namespace KedaStack.Tests.Local.Comparison;

public sealed class SyncLatencyTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(0, 4_000)]
    [InlineData(0, 4_000, 18_961)]
    [InlineData(250, 4_000, 19_250, 34_500, 49_750)]
    [InlineData(250, 4_000, 19_250, 61_500, 76_750, 91_990)]
    public void Usual_OfSyncs_IsTheMedianAndNeverNegative(int expected, params int[] syncs) => Assert.Equal(
        TimeSpan.FromMilliseconds(expected), SyncLatency.UsualOf([.. syncs.Select(milliseconds => (long)milliseconds)]));
}
