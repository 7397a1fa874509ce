using System.IO.Compression;
using System.Text.Json;
using KedaStack.Truth.Recordings;

namespace KedaStack.Truth.Lots;

/// <summary>
/// The lots of the recorded runs, which are kept, so that one loop alone is simulated as beside all others of its run
/// (<c>recordings/lots</c>, made of the counters of all offered requests).
/// </summary>
public sealed class RunLots
{
    // The first and the last time of the lots, in the loops' time.
    private const long From = -125_000;
    private const long To = 2_400_000;
    private const long Second = 1000;
    private const string Prefix = "lots/";
    private const string Extension = ".json.gz";

    private static readonly Lazy<IReadOnlyDictionary<string, RunLots>> _kept = new(ReadKept);

    private RunLots(long secondMilliseconds, double[] times) => (SecondMilliseconds, Times) = (secondMilliseconds, times);

    /// <summary>Where in the loops' time a second of the clock begins: runs began at random moments, which tells them apart.</summary>
    public long SecondMilliseconds { get; }

    /// <summary>The times, in the loops' time.</summary>
    public IReadOnlyList<double> Times { get; }

    /// <summary>The times of the lots of a loop: those that are kept of its run, else what its own counter shows.</summary>
    /// <param name="loop">The loop.</param>
    public static IReadOnlyList<double> Of(RecordedLoop loop) =>
        SecondOf(loop) is { } second && _kept.Value.TryGetValue(loop.Pair, out var kept) && kept.SecondMilliseconds == second
            ? kept.Times
            : LotEstimate.Of([loop], From, To);

    /// <summary>Writes the lots of all runs of a folder.</summary>
    /// <param name="loops">All loops.</param>
    /// <param name="folder">Where to.</param>
    public static void Write(IEnumerable<RecordedLoop> loops, string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var run in loops.GroupBy(loop => loop.Pair))
        {
            var times = LotEstimate.Of(run, From, To).Select(time => (long)Math.Round(time)).ToArray();
            var steps = times.Zip(times.Prepend(0), (now, before) => now - before);
            using var file = new GZipStream(File.Create(Path.Combine(folder, run.Key + Extension)), CompressionLevel.SmallestSize);
            JsonSerializer.Serialize(file, new { second = run.Select(SecondOf).First(second => second is not null), lots = steps });
        }
    }

    private static long? SecondOf(RecordedLoop loop) =>
        loop.Queries.FirstOrDefault(query => query.EvaluatedAtMilliseconds is not null)?.EvaluatedAtMilliseconds is { } at
            ? ((at % Second) + Second) % Second
            : null;

    private static Dictionary<string, RunLots> ReadKept() => typeof(RunLots).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
        .ToDictionary(name => name[Prefix.Length..^Extension.Length], Read);

    private static RunLots Read(string resource)
    {
        using var text = new GZipStream(typeof(RunLots).Assembly.GetManifestResourceStream(resource)!, CompressionMode.Decompress);
        using var document = JsonDocument.Parse(text);
        var steps = document.RootElement.GetProperty("lots").EnumerateArray().Select(step => step.GetDouble()).ToArray();
        for (var i = 1; i < steps.Length; i++)
        {
            steps[i] += steps[i - 1];
        }

        return new RunLots(document.RootElement.GetProperty("second").GetInt64(), steps);
    }
}
