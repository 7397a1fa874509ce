using FsCheck;
using FsCheck.Fluent;
using KedaStack.Scaling.Prometheus;
using KedaStack.Scaling.Prometheus.Rates;

namespace KedaStack.Tests.Scaling.Prometheus;

/// <summary>What must hold for every counter.</summary>
public sealed class RatePropertyTests
{
    private const long Window = 120_000;

    private static Gen<CounterCase> Counters { get; } =
        from engine in Gen.Elements(Enum.GetValues<PrometheusEngine>())
        from count in Gen.Choose(0, 20)
        from steps in Gen.Choose(0, 500).ArrayOf(count)
        from intervals in Gen.Elements(15_000, 15_000, 14_500, 30_000, 61_000).ArrayOf(count)
        from resets in Gen.Choose(0, 9).ArrayOf(count)
        from start in Gen.Choose(0, 1000)
        from late in Gen.Choose(0, 40_000)
        select new CounterCase(engine, start, steps, intervals, resets, late);

    [Fact]
    public void Rate_IsNeverNegative() => Properties.Hold(Counters, counter =>
    {
        var samples = counter.Samples(withResets: true, offset: 0);
        return !Rate.TryEvaluate(samples, counter.At, Window, counter.Engine, out var rate) || rate >= 0;
    });

    [Fact]
    public void Offset_OfTheCounter_ChangesTheRateOnlyThroughTheZeroPoint() => Properties.Hold(Counters, counter =>
    {
        var plain = Rate.Evaluate(counter.Samples(withResets: false, offset: 0), counter.At, Window, counter.Engine);
        var raised = Rate.Evaluate(counter.Samples(withResets: false, offset: 1_000_000), counter.At, Window, counter.Engine);
        var throughZero = plain.ToZeroSeconds < plain.ToStartSeconds;
        return plain.HasResult == raised.HasResult
            && (throughZero ? raised.Rate >= plain.Rate * (1 - 1e-12) || counter.Engine == PrometheusEngine.ClosedUntil250 : raised.Rate == plain.Rate);
    });

    [Fact]
    public void Series_ThatForgetsWhatIsOlderThanItsRetention_KeepsTheSameRate() => Properties.Hold(Counters, counter =>
    {
        var series = new CounterSeries(Window);
        var all = new List<Sample>();
        foreach (var sample in counter.Samples(withResets: true, offset: 0))
        {
            series.Append(sample.TimestampMilliseconds, sample.Value);
            all.Add(sample);
            var at = sample.TimestampMilliseconds + 3000;
            var found = series.TryRate(at, Window, counter.Engine, out var kept);
            if (found != Rate.TryEvaluate(all.ToArray(), at, Window, counter.Engine, out var whole) || kept != whole)
            {
                return false;
            }
        }

        return true;
    });

    private sealed record CounterCase(PrometheusEngine Engine, int Start, int[] Steps, int[] Intervals, int[] Resets, int Late)
    {
        public long At => Intervals.Sum() + Late;

        public Sample[] Samples(bool withResets, long offset)
        {
            var (time, value) = (0L, (double)(Start + offset));
            var samples = new Sample[Steps.Length];
            for (var i = 0; i < Steps.Length; i++)
            {
                time += Intervals[i];
                value = withResets && Resets[i] == 0 ? Steps[i] : value + Steps[i];
                samples[i] = new Sample(time, value);
            }

            return samples;
        }
    }
}
