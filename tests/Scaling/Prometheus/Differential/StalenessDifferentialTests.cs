using System.Globalization;
using System.Text;
using KedaStack.Scaling.Prometheus;
using KedaStack.Scaling.Prometheus.Rates;

namespace KedaStack.Tests.Scaling.Prometheus.Differential;

/// <summary>
/// Staleness markers, which no text format can carry, against promtool's rule tests: the expectations are the model's,
/// and promtool compares them digit by digit.
/// </summary>
public sealed class StalenessDifferentialTests
{
    private const int SeriesCount = 60;
    private const int SampleCount = 30;
    private const long Interval = 15_000;
    private const long Window = 120_000;

    [RealPrometheusFact]
    public async Task Rate_SeriesWithStalenessMarkers_AgreesWithRealPrometheus()
    {
        var random = new Random(3);
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, RuleTest(random));
            await RealPrometheus.RunAsync(RealPrometheus.Tool, "test", "rules", file);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static string RuleTest(Random random)
    {
        var series = Enumerable.Range(0, SeriesCount).Select(_ => Generate(random)).ToArray();
        var text = new StringBuilder("evaluation_interval: 15s\ntests:\n- interval: 15s\n  input_series:\n");
        for (var i = 0; i < series.Length; i++)
        {
            var values = string.Join(' ', series[i].Select(Value));
            text.Append(CultureInfo.InvariantCulture, $"  - series: 'requests{{series=\"{i}\"}}'\n    values: '{values}'\n");
        }

        text.Append("  promql_expr_test:\n");
        for (var i = 0; i < series.Length; i++)
        {
            var at = random.NextInt64(SampleCount * Interval);
            var samples = series[i].Where(sample => sample is not null).Select(sample => sample!.Value).ToArray();
            text.Append(CultureInfo.InvariantCulture, $"  - expr: 'rate(requests{{series=\"{i}\"}}[{Window / 1000}s])'\n    eval_time: {at / 1000}s{at % 1000}ms\n");
            if (Rate.TryEvaluate(samples, at, Window, RealPrometheus.Engine, out var rate))
            {
                text.Append(CultureInfo.InvariantCulture, $"    exp_samples:\n    - labels: '{{series=\"{i}\"}}'\n      value: {rate:R}\n");
            }
        }

        return text.ToString();
    }

    private static Sample?[] Generate(Random random)
    {
        var value = 0;
        return Enumerable.Range(0, SampleCount).Select(i => random.Next(6) switch
        {
            0 => (Sample?)null,
            1 => Sample.Stale(i * Interval),
            2 => new Sample(i * Interval, value = random.Next(5)),
            _ => new Sample(i * Interval, value += random.Next(100)),
        }).ToArray();
    }

    private static string Value(Sample? sample) => sample is not { } present ? "_"
        : present.IsStale ? "stale"
        : present.Value.ToString(CultureInfo.InvariantCulture);
}
