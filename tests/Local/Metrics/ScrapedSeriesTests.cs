using KedaStack.Local.Metrics;

namespace KedaStack.Tests.Local.Metrics;

public sealed class ScrapedSeriesTests
{
    [Fact]
    public void Total_ProcessRestarted_CountsBothLives()
    {
        var series = new ScrapedSeries(retentionMilliseconds: 1000);
        double[] values = [5, 8, 2, 3];

        foreach (var (value, index) in values.Select((value, index) => (value, index)))
        {
            series.Append(1000 * (index + 1), value);
        }

        Assert.Equal(11, series.Total);
    }
}
