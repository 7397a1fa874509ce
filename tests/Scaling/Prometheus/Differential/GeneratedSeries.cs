using System.Globalization;
using KedaStack.Scaling.Prometheus;

namespace KedaStack.Tests.Scaling.Prometheus.Differential;

/// <summary>Series as pods make them, and worse: resets, gaps, late starts, ends, irregular scrapes, fractions, NaN.</summary>
internal static class GeneratedSeries
{
    private static readonly int[] _intervalsSeconds = [5, 10, 15, 15, 15, 30, 60];

    /// <summary>Sets of one to four series within a span of time; the same seed gives the same sets.</summary>
    public static Sample[][][] Sets(int seed, int count, long begin, long end)
    {
        var random = new Random(seed);
        return Enumerable.Range(0, count)
            .Select(_ => Enumerable.Range(0, random.Next(1, 5)).Select(_ => Series(random, begin, end)).ToArray())
            .ToArray();
    }

    /// <summary>The sets in the OpenMetrics text format, which promtool turns into blocks.</summary>
    public static void Write(TextWriter writer, string metric, Sample[][][] sets)
    {
        for (var set = 0; set < sets.Length; set++)
        {
            for (var series = 0; series < sets[set].Length; series++)
            {
                foreach (var sample in sets[set][series])
                {
                    var time = (sample.TimestampMilliseconds / 1000m).ToString("F3", CultureInfo.InvariantCulture);
                    writer.Write(string.Create(
                        CultureInfo.InvariantCulture, $"{metric}{{set=\"{set}\",series=\"{series}\"}} {sample.Value:R} {time}\n"));
                }
            }
        }

        writer.Write("# EOF\n");
    }

    private static Sample[] Series(Random random, long begin, long end)
    {
        var interval = 1000L * _intervalsSeconds[random.Next(_intervalsSeconds.Length)];
        var jitter = random.Next(3) switch { 0 => 0, 1 => 20, _ => (int)(interval / 2) };
        // On the second, so that samples fall exactly on the ends of ranges.
        var phase = random.Next(2) == 0 ? 1000L * random.Next((int)(interval / 1000)) : random.NextInt64(interval);
        var first = begin + (random.Next(3) == 0 ? random.NextInt64(end - begin) : 0) + phase;
        var last = random.Next(3) == 0 ? first + random.NextInt64(1 + Math.Max(0, end - first)) : end;
        var value = random.Next(4) switch { 0 => 0.0, 1 => random.Next(40), 2 => random.Next(1_000_000), _ => 1e12 * random.NextDouble() };
        var step = random.Next(4) switch { 0 => 0.0, 1 => 1.5, 2 => random.Next(1, 200), _ => random.NextDouble() * 1000 };
        var (gapEvery, resetEvery, nanEvery) = (random.Next(2, 40), random.Next(2, 40), random.Next(10) == 0 ? 25 : int.MaxValue);
        var samples = new List<Sample>();
        for (var time = first; time < last; time += interval)
        {
            if (random.Next(gapEvery) == 0)
            {
                time += interval * random.Next(1, 12);
            }

            value += random.Next(5) == 0 ? 0 : step * random.NextDouble() * 2;
            value = random.Next(resetEvery) == 0 ? random.Next(3) * step : value;
            var stamp = time + (jitter == 0 ? 0 : random.Next(-jitter, jitter + 1));
            if (stamp < end && stamp >= begin && (samples.Count == 0 || stamp > samples[^1].TimestampMilliseconds))
            {
                samples.Add(new Sample(stamp, random.Next(nanEvery) == 0 ? double.NaN : value));
            }
        }

        return [.. samples];
    }
}
