using System.Globalization;

namespace KedaStack.Local.Metrics;

/// <summary>Reads the samples of one metric from a text in the Prometheus exposition format.</summary>
internal static class Exposition
{
    /// <summary>The samples of a metric, each with its labels as they are written.</summary>
    /// <param name="text">The text.</param>
    /// <param name="metric">The metric.</param>
    public static IEnumerable<(string Labels, double Value)> Read(string text, string metric)
    {
        foreach (var range in text.Split('\n'))
        {
            var line = range.AsSpan().TrimEnd('\r');
            if (!line.StartsWith(metric, StringComparison.Ordinal) || line.Length == metric.Length)
            {
                continue;
            }

            // A label's value may hold blanks; the value of the sample comes after the last brace.
            var end = line[metric.Length] == '{' ? line.LastIndexOf('}') + 1 : metric.Length;
            var rest = line[end..].Trim();
            var number = rest.IndexOf(' ') is >= 0 and var blank ? rest[..blank] : rest;
            if (end > 0 && line[metric.Length] is '{' or ' '
                && double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
            {
                yield return (line[metric.Length..end].ToString(), value);
            }
        }
    }
}
