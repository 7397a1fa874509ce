using System.Globalization;
using KedaStack.Scaling.Prometheus;
using KedaStack.Scaling.Prometheus.Rates;

namespace KedaStack.Tests.Scaling.Prometheus.Differential;

/// <summary>
/// <c>sum(rate())</c> of the model against that of a real Prometheus server, over thousands of generated sets of series.
/// Debian's is 2.42, which verifies <see cref="PrometheusEngine.ClosedUntil250"/>; a newer one verifies its own rules.
/// </summary>
public sealed class RateDifferentialTests
{
    private const int Seed = 20260922;
    private const int SetCount = 2500;
    private const double RelativeTolerance = 1e-9;

    // One block of two hours, aligned, so that promtool reads the text once.
    private const long Begin = 1_700_006_400_000;
    private const long End = Begin + (40 * 60 * 1000);

    private static readonly int[] _windowsSeconds = [30, 60, 120, 300];

    [RealPrometheusFact]
    public async Task SumOfRates_GeneratedSets_AgreesWithRealPrometheus()
    {
        var sets = GeneratedSeries.Sets(Seed, SetCount, Begin, End);
        using var prometheus = new RealPrometheus();
        await prometheus.StartAsync(writer => GeneratedSeries.Write(writer, "requests", sets));
        var (compared, empty) = (0, 0);

        foreach (var (window, at) in Queries())
        {
            var query = string.Create(CultureInfo.InvariantCulture, $"sum by (set) (rate(requests[{window}s]))");
            var real = await prometheus.QueryAsync(query, "set", at / 1000m);
            for (var set = 0; set < sets.Length; set++)
            {
                var model = Sum(sets[set], at, window * 1000L);
                var found = real.TryGetValue(set.ToString(CultureInfo.InvariantCulture), out var value);
                AssertAgree(model, found ? value : null, $"set {set}, window {window} s, at {at}");
                compared += model is null ? 0 : 1;
                empty += model is null ? 1 : 0;
            }
        }

        // Both kinds of results were really there.
        Assert.True(compared > 10 * SetCount && empty > SetCount, $"{compared} values and {empty} empty results");
    }

    // On whole seconds, where samples lie at the ends of ranges, and between them.
    private static IEnumerable<(int WindowSeconds, long AtMilliseconds)> Queries() =>
        from window in _windowsSeconds
        from minute in (int[])[3, 11, 20, 29, 41]
        from offset in (long[])[0, 7_431]
        select (window, Begin + (minute * 60_000L) + offset);

    private static double? Sum(Sample[][] set, long at, long window)
    {
        var sum = new VectorSum(RealPrometheus.Engine);
        foreach (var series in set)
        {
            if (Rate.TryEvaluate(series, at, window, RealPrometheus.Engine, out var rate))
            {
                sum.Add(rate);
            }
        }

        return sum.Value;
    }

    private static void AssertAgree(double? model, double? real, string where)
    {
        Assert.True((model is null) == (real is null), $"{where}: model {model}, Prometheus {real}");
        if (model is { } expected && real is { } actual && !(double.IsNaN(expected) && double.IsNaN(actual)))
        {
            var scale = Math.Max(Math.Abs(expected), Math.Abs(actual));
            Assert.True(Math.Abs(expected - actual) <= RelativeTolerance * scale, $"{where}: model {expected:R}, Prometheus {actual:R}");
        }
    }
}
