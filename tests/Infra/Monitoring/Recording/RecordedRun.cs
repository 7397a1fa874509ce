using System.Globalization;
using System.Text.RegularExpressions;
using KedaStack.Tests.Shared;

namespace KedaStack.Tests.Infra.Monitoring.Recording;

/// <summary>The recorded run of the sample app; record.py says what is recorded in it and what synthesised.</summary>
internal static partial class RecordedRun
{
    /// <summary>The time between two values of a series.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(15);

    /// <summary>The time of the first value, freely chosen.</summary>
    public static readonly DateTimeOffset Begin = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly Lazy<IReadOnlyList<(string Name, string[] Values)>> _series = new(Read);

    /// <summary>The series.</summary>
    public static IReadOnlyList<(string Name, string[] Values)> Series => _series.Value;

    /// <summary>The time of the last value.</summary>
    public static DateTimeOffset End => Begin + (Series.Max(series => series.Values.Length) - 1) * Interval;

    /// <summary>Writes it as OpenMetrics, which has all samples of a metric together.</summary>
    public static void WriteOpenMetrics(TextWriter writer)
    {
        foreach (var (name, values) in Series)
        {
            for (var i = 0; i < values.Length; i++)
            {
                if (values[i] != "_")
                {
                    var seconds = (Begin + i * Interval).ToUnixTimeSeconds();
                    writer.Write(string.Create(CultureInfo.InvariantCulture, $"{name} {values[i]} {seconds}\n"));
                }
            }
        }

        writer.Write("# EOF\n");
    }

    private static List<(string Name, string[] Values)> Read() =>
    [
        .. RepositoryRoot.Read("tests/Infra/Monitoring/Recording/sample-app.txt")
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(line => !line.StartsWith('#'))
            .Select(line => Line().Match(line))
            .Select(match => (match.Groups[1].Value, match.Groups[2].Value.Split(' '))),
    ];

    [GeneratedRegex("^([^{]+\\{.*\\}) (.*)\\z", RegexOptions.CultureInvariant)]
    private static partial Regex Line();
}
