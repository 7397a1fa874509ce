using KedaStack.Reports.Charts;

namespace KedaStack.Tests.Reports.Charts;

public sealed class TimeScaleTests
{
    [Theory]
    [InlineData(60, 5, "0 15s 30s 45s 1m")]
    [InlineData(3600, 6, "0 10m 20m 30m 40m 50m 1h")]
    [InlineData(5400, 4, "0 30m 1h 1h30m")]
    [InlineData(86_400, 4, "0 6h 12h 18h 1d")]
    [InlineData(31_622_400, 4, "0 16w 32w 48w")]
    public void Ticks_OfARun_AreRound(int seconds, int most, string labels) =>
        Assert.Equal(labels, string.Join(' ', TimeScale.Ticks(TimeSpan.FromSeconds(seconds), most).Select(TimeScale.Label)));
}
