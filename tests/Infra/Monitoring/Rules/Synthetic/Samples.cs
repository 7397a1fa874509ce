using System.Globalization;

namespace KedaStack.Tests.Infra.Monitoring.Rules.Synthetic;

/// <summary>
/// The samples of synthetic series. What a series is worth follows from its name, so that every run is the same.
/// </summary>
internal static class Samples
{
    public const int IntervalSeconds = 30;

    public const int PerMinute = 60 / IntervalSeconds;

    public const int Minutes = 40;

    /// <summary>A series that grows, unevenly, and begins again at zero where it was reset.</summary>
    /// <param name="name">Name and labels.</param>
    /// <param name="exists">Whether it exists at a sample; it ends with a staleness marker.</param>
    /// <param name="lost">Whether the scrape of a sample failed, which leaves no marker.</param>
    /// <param name="reset">The sample at which its process starts anew.</param>
    public static SyntheticSeries Counter(
        string name, Func<int, bool>? exists = null, Func<int, bool>? lost = null, int reset = int.MaxValue)
    {
        var perSample = 1 + Seed(name) / 10.0;
        return Gauge(name, at => Total(at < reset ? at : at - reset), exists, lost);

        double Total(int samples) => samples * perSample + samples * samples % 7 * 0.1;
    }

    /// <summary>A series that goes up and down.</summary>
    public static SyntheticSeries Level(string name, Func<int, bool>? exists = null, Func<int, bool>? lost = null) =>
        Gauge(name, at => 1000 + Seed(name) * 10 + at * at % 11, exists, lost);

    /// <summary>A series with the given values.</summary>
    public static SyntheticSeries Gauge(
        string name, Func<int, double> value, Func<int, bool>? exists = null, Func<int, bool>? lost = null)
    {
        var samples = Enumerable.Range(0, Minutes * PerMinute + 1).Select(at =>
            lost?.Invoke(at) == true ? "_"
            : exists?.Invoke(at) != false ? value(at).ToString("R", CultureInfo.InvariantCulture)
            : at > 0 && exists(at - 1) ? "stale"
            : "_");
        return new SyntheticSeries(name, string.Join(' ', samples));
    }

    // 0 to 96, spread: names that differ in one letter must not have the same value.
    private static int Seed(string name) =>
        (int)(name.Aggregate(2166136261u, (hash, letter) => (hash ^ letter) * 16777619u) % 97);
}
