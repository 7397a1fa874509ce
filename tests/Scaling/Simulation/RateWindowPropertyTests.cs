using FsCheck;
using FsCheck.Fluent;
using KedaStack.Scaling.Prometheus;
using KedaStack.Scaling.Prometheus.Rates;
using KedaStack.Scaling.Simulation.Engine.Pods;

namespace KedaStack.Tests.Scaling.Simulation;

/// <summary>The samples that are kept as time goes on have the rate of the whole series, to the last bit.</summary>
public sealed class RateWindowPropertyTests
{
    private const long Window = 60_000;

    // Mostly as regular as scrapes and queries are, so that what is kept of the rate before is used.
    private static readonly Gen<Case> _any =
        from engine in Gen.Elements(Enum.GetValues<PrometheusEngine>())
        from lag in Gen.Elements(0L, 0L, 700L, 20_000L)
        from start in Gen.Elements(0L, 3L, 1_000_000L)
        from samples in (from interval in Gen.Elements(5_000, 5_000, 5_000, 5_000, 5_000, 5_000, 4_400, 25_000, 90_000)
                         from step in Gen.Elements(50, 50, 50, 0, 7)
                         from reset in Gen.Choose(0, 15)
                         select new Scrape(interval, step, reset == 0)).ArrayOf(60)
        from queries in Gen.Elements(0, 0, 1, 2_600, 9_999).ArrayOf(60)
        select new Case(engine, lag, start, samples, queries);

    [Fact]
    public void Rate_AfterEverySample_IsThatOfTheSeries() => Properties.Hold(_any, any =>
    {
        var (window, all, at, value) = (new RateWindow(), new List<Sample>(), 1_000_000L, any.Start);
        return any.Samples.Zip(any.Queries).All(step =>
        {
            at += step.First.Interval;
            value = step.First.IsReset ? step.First.Step : value + step.First.Step;
            window.Append(at, value);
            all.Add(new Sample(at, value));
            var asked = at + Math.Min(step.Second, any.LeastInterval - 1);
            var visible = all.Where(sample => sample.TimestampMilliseconds <= asked - any.Lag).ToArray();
            var found = window.TryRate(new RateRange(asked, Window, any.Lag, any.Engine), out var rate);
            return found == Rate.TryEvaluate(visible, asked, Window, any.Engine, out var whole) && rate.Equals(whole);
        });
    });

    private sealed record Scrape(int Interval, int Step, bool IsReset);

    private sealed record Case(PrometheusEngine Engine, long Lag, long Start, Scrape[] Samples, int[] Queries)
    {
        // A query comes before the next sample.
        public int LeastInterval => Samples.Select(sample => sample.Interval).Append(int.MaxValue).Min();
    }
}
