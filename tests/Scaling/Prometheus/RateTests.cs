using KedaStack.Scaling.Prometheus;
using KedaStack.Scaling.Prometheus.Rates;

namespace KedaStack.Tests.Scaling.Prometheus;

public sealed class RateTests
{
    private const long Window = 120_000;
    private const long Interval = 15_000;

    public static TheoryData<PrometheusEngine> Engines => new(Enum.GetValues<PrometheusEngine>());

    [Theory]
    [MemberData(nameof(Engines))]
    public void TryEvaluate_SteadyCounter_FullRateAtAnyPhase(PrometheusEngine engine)
    {
        var samples = Steady(100);
        for (var phase = 1L; phase < Interval; phase += 777)
        {
            Assert.True(Rate.TryEvaluate(samples, 600_000 + phase, Window, engine, out var rate));
            Assert.Equal(2.0, rate, 12);
        }
    }

    // Section a.2 of the specification: the last sample this many seconds before the query, 30 more each 15 s.
    [Theory]
    [InlineData(16, 2.0)]
    [InlineData(30, 1.625)]
    [InlineData(60, 1.125)]
    [InlineData(90, 0.625)]
    [InlineData(104, 0.3917)]
    public void TryEvaluate_SeriesThatEnded_FadesOut(int secondsSinceLast, double expected)
    {
        var samples = Steady(41);

        Assert.True(Rate.TryEvaluate(samples, 600_000 + (secondsSinceLast * 1000L), Window, PrometheusEngine.LeftOpen3, out var rate));

        Assert.Equal(expected, rate, 4);
    }

    [Theory]
    [InlineData(106)]
    [InlineData(200)]
    public void TryEvaluate_FewerThanTwoSamples_IsAbsent(int secondsSinceLast) => Assert.False(Rate.TryEvaluate(
        Steady(41), 600_000 + (secondsSinceLast * 1000L), Window, PrometheusEngine.LeftOpen3, out _));

    [Theory]
    [MemberData(nameof(Engines))]
    public void TryEvaluate_SeriesThatJustBegan_CountsFromZeroOnly(PrometheusEngine engine)
    {
        Sample[] samples = [new(0, 0), new(15_000, 30)];

        Assert.True(Rate.TryEvaluate(samples, 19_000, Window, engine, out var rate));

        Assert.Equal(30.0 * (15 + 0 + 4) / 15 / 120, rate, 12);
    }

    [Theory]
    [InlineData(PrometheusEngine.ClosedUntil250, 3)]
    [InlineData(PrometheusEngine.ClosedUntil255, 3)]
    [InlineData(PrometheusEngine.LeftOpen3, 2)]
    public void Evaluate_SampleAtTheStart_CountsInClosedRangesOnly(PrometheusEngine engine, int samples) => Assert.Equal(
        samples, Rate.Evaluate([new(0, 0), new(30_000, 1), new(60_000, 2)], 60_000, 60_000, engine).Samples);

    [Theory]
    [InlineData(PrometheusEngine.ClosedUntil250, true)]
    [InlineData(PrometheusEngine.LeftOpen3, false)]
    public void TryEvaluate_IntervalAsLongAsTheWindow_HasResultInClosedRangesOnly(PrometheusEngine engine, bool expected) =>
        Assert.Equal(expected, Rate.TryEvaluate([new(0, 0), new(60_000, 1)], 60_000, 60_000, engine, out _));

    [Fact]
    public void Evaluate_ZeroPointBetweenHalfAndFullLimit_DependsOnTheEngine()
    {
        // 12 s back to 0, 100 s to the start: more than half an interval (7.5 s), less than the limit (16.5 s).
        Sample[] samples = [new(100_000, 24), new(115_000, 54)];

        var before = Rate.Evaluate(samples, 116_000, 116_000, PrometheusEngine.ClosedUntil250);
        var after = Rate.Evaluate(samples, 116_000, 116_000, PrometheusEngine.ClosedUntil255);

        Assert.Equal((12.0, 7.5), (before.LeftSeconds, after.LeftSeconds));
    }

    // Samples every 5 s: 1.1 intervals are exactly 5.5 s, and then half an interval is taken.
    [Theory]
    [InlineData(PrometheusEngine.ClosedUntil250, 5_500, 2.5)]
    [InlineData(PrometheusEngine.ClosedUntil250, 5_499, 5.499)]
    [InlineData(PrometheusEngine.ClosedUntil255, 5_500, 2.5)]
    [InlineData(PrometheusEngine.ClosedUntil255, 5_499, 5.499)]
    [InlineData(PrometheusEngine.LeftOpen3, 5_500, 2.5)]
    [InlineData(PrometheusEngine.LeftOpen3, 5_499, 5.499)]
    public void Evaluate_EndExactlyAtTheLimit_IsExtendedByHalfAnInterval(PrometheusEngine engine, long distance, double expected)
    {
        Sample[] samples = [new(10_000, 1_000_000), new(15_000, 1_000_010)];

        var rate = Rate.Evaluate(samples, 15_000 + distance, 5_000 + (2 * distance), engine);

        Assert.Equal((expected, expected), (rate.LeftSeconds, rate.RightSeconds));
    }

    [Fact]
    public void Evaluate_ZeroPointExactlyAtTheLimit_IsTooFarUpTo250()
    {
        Sample[] samples = [new(10_000, 11), new(15_000, 21)];

        Assert.Equal(2.5, Rate.Evaluate(samples, 15_000, 15_000, PrometheusEngine.ClosedUntil250).LeftSeconds);
        Assert.Equal(2.5, Rate.Evaluate(samples, 15_000, 15_000, PrometheusEngine.ClosedUntil255).LeftSeconds);
        Assert.Equal(5.25, Rate.Evaluate([new(10_000, 10.5), new(15_000, 20.5)], 15_000, 15_000, PrometheusEngine.ClosedUntil250).LeftSeconds);
    }

    [Fact]
    public void Evaluate_Resets_CountTheNewValueInFull()
    {
        var rate = Rate.Evaluate([new(0, 100), new(15_000, 130), new(30_000, 10), new(45_000, 10), new(60_000, 4)], 60_000, 60_000, PrometheusEngine.ClosedUntil250);

        Assert.Equal((2, 44.0), (rate.Resets, rate.Increase));
    }

    [Fact]
    public void TryEvaluate_StalenessMarkers_AreSkippedOneByOne()
    {
        Sample[] marked = [new(0, 0), new(15_000, 30), Sample.Stale(20_000), new(30_000, 60), Sample.Stale(40_000)];
        Sample[] plain = [new(0, 0), new(15_000, 30), new(30_000, 60)];

        Assert.Equal(
            Rate.Evaluate(plain, 60_000, 60_000, PrometheusEngine.LeftOpen3),
            Rate.Evaluate(marked, 60_000, 60_000, PrometheusEngine.LeftOpen3));
    }

    [Fact]
    public void TryEvaluate_OrdinaryNaN_IsASample()
    {
        Assert.True(Rate.TryEvaluate([new(0, 0), new(15_000, double.NaN), new(30_000, double.NaN)], 30_000, 60_000, PrometheusEngine.LeftOpen3, out var rate));
        Assert.True(double.IsNaN(rate));
    }

    [Theory]
    [InlineData(PrometheusEngine.ClosedUntil255, true)]
    [InlineData(PrometheusEngine.LeftOpen3, false)]
    public void TryInstant_SampleAsOldAsTheLookback_CountsInClosedRangesOnly(PrometheusEngine engine, bool expected) =>
        Assert.Equal(expected, Rate.TryInstant([new(0, 7)], 300_000, Rate.DefaultLookback, engine, out _));

    [Fact]
    public void TryInstant_StalenessMarkerLast_IsAbsent() =>
        Assert.False(Rate.TryInstant([new(0, 7), Sample.Stale(1000)], 2000, Rate.DefaultLookback, PrometheusEngine.LeftOpen3, out _));

    [Theory]
    [InlineData(0, 100)]
    [InlineData(10, 94)]
    [InlineData(16, 87)]
    [InlineData(23, 81)]
    [InlineData(30, 75)]
    public void TryEvaluate_IngestionLag_LowersASteadyTenth(int lagSeconds, int expectedMilli)
    {
        // Section a.6: the newest visible sample is the lag old, over all phases of the scrape.
        var samples = Enumerable.Range(0, 80).Select(i => new Sample(i * Interval, i * 1.5)).ToArray();
        var total = 0.0;
        for (var phase = 1; phase <= 15; phase++)
        {
            var at = 900_000 + (phase * 1000L);
            var visible = samples.Where(sample => sample.TimestampMilliseconds <= at - (lagSeconds * 1000L)).ToArray();
            Assert.True(Rate.TryEvaluate(visible, at, Window, PrometheusEngine.LeftOpen3, out var rate));
            total += rate;
        }

        Assert.InRange(1000 * total / 15, expectedMilli - 2.5, expectedMilli + 2.5);
    }

    private static Sample[] Steady(int count) =>
        Enumerable.Range(0, count).Select(i => new Sample(i * Interval, 100_000 + (30.0 * i))).ToArray();
}
