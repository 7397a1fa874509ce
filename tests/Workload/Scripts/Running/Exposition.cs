using System.Globalization;
using System.Text.RegularExpressions;

namespace KedaStack.Tests.Workload.Scripts.Running;

/// <summary>Prometheus' text format 0.0.4, read strictly.</summary>
internal sealed partial class Exposition
{
    private const string RequestsTotal = "http_requests_total";

    private readonly Dictionary<string, double> _samples = new(StringComparer.Ordinal);

    private Exposition()
    {
    }

    public IReadOnlyDictionary<string, double> Samples => _samples;

    /// <summary>All requests counted, whatever their labels.</summary>
    public double Requests => _samples.Where(sample => sample.Key.StartsWith(RequestsTotal, StringComparison.Ordinal)).Sum(s => s.Value);

    public double this[string series] => _samples[series];

    public static string Series(string method, int code) => $"{RequestsTotal}{{method=\"{method}\",code=\"{code}\"}}";

    public static Exposition Parse(string text)
    {
        if (!text.EndsWith('\n'))
        {
            throw new FormatException("The last line has no newline.");
        }

        var result = new Exposition();
        var types = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in text[..^1].Split('\n'))
        {
            if (TypeLine().Match(line) is { Success: true } type)
            {
                types.Add(type.Groups["name"].Value);
            }
            else if (SampleLine().Match(line) is { Success: true } sample)
            {
                var name = HistogramSuffix().Replace(sample.Groups["name"].Value, string.Empty);
                if (!types.Contains(name))
                {
                    throw new FormatException($"No TYPE before: {line}");
                }

                var value = double.Parse(sample.Groups["value"].Value, CultureInfo.InvariantCulture);
                result._samples.Add(sample.Groups["series"].Value, value);
            }
            else if (!HelpLine().IsMatch(line))
            {
                throw new FormatException($"Not a line of the text format: {line}");
            }
        }

        return result;
    }

    [GeneratedRegex(@"^# HELP [a-zA-Z_:][a-zA-Z0-9_:]* .+$")]
    private static partial Regex HelpLine();

    [GeneratedRegex(@"^# TYPE (?<name>[a-zA-Z_:][a-zA-Z0-9_:]*) (counter|gauge|histogram|summary|untyped)$")]
    private static partial Regex TypeLine();

    [GeneratedRegex("""^(?<series>(?<name>[a-zA-Z_:][a-zA-Z0-9_:]*)(\{[a-z_]+="[^"\\\n]*"(,[a-z_]+="[^"\\\n]*")*\})?) (?<value>[-+0-9.e]+)$""")]
    private static partial Regex SampleLine();

    [GeneratedRegex("_(bucket|sum|count)$")]
    private static partial Regex HistogramSuffix();
}
