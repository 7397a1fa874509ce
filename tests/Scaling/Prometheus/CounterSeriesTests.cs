using KedaStack.Scaling.Prometheus.Rates;
using KedaStack.Tests.Shared;

namespace KedaStack.Tests.Scaling.Prometheus;

public sealed class CounterSeriesTests
{
    [Fact]
    public void Append_OutOfOrder_Throws()
    {
        var series = new CounterSeries(60_000);
        series.Append(1000, 1);

        Assert.Throws<ArgumentOutOfRangeException>(() => series.Append(1000, 2));
    }

    [Fact]
    public void Append_AfterWarmUp_AllocatesNothingAndKeepsTheRetention()
    {
        var series = new CounterSeries(120_000);
        Fill(series, 0, 100);
        var next = 100;

        Assert.Equal(0, Allocations.Least(() =>
        {
            Fill(series, next, next + 10_000);
            next += 10_000;
        }));
        Assert.Equal(9, series.Samples.Length);
    }

    [Fact]
    public void Value_NoSeries_IsEmptyNotZero() => Assert.Null(new VectorSum(PrometheusEngine.LeftOpen3).Value);

    [Theory]
    [InlineData(PrometheusEngine.ClosedUntil250, 0)]
    [InlineData(PrometheusEngine.ClosedUntil255, 0)]
    [InlineData(PrometheusEngine.LeftOpen3, 2)]
    public void Value_LargeAndSmall_IsCompensatedInNewEngines(PrometheusEngine engine, double expected)
    {
        var sum = new VectorSum(engine);
        foreach (var value in (double[])[1, 1e100, 1, -1e100])
        {
            sum.Add(value);
        }

        Assert.Equal(expected, sum.Value);
    }

    [Fact]
    public void Steps_SeriesThatJustBegan_ShowTheFormula()
    {
        var rate = Rate.Evaluate([new(0, 0), new(15_000, 30)], 19_000, 120_000, PrometheusEngine.LeftOpen3);

        Assert.Equal("30 * (15 + 0 + 4) / 15 / 120 s", RateExplanation.Steps(rate)[^1].Formula);
        Assert.Equal("no result: the series is absent", RateExplanation.Steps(default)[0].Output);
    }

    private static void Fill(CounterSeries series, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            series.Append(i * 15_000L, i);
        }
    }
}
