using System.Text.RegularExpressions;

namespace KedaStack.Resources.Views;

/// <summary>
/// The metrics that an app says it exposes: the <c># TYPE</c> lines in the scripts that its pods mount. An app in an image
/// says nothing here, and then nothing is known.
/// </summary>
internal sealed partial class ExposedMetrics
{
    private static readonly string[] _histogramSuffixes = ["_bucket", "_sum", "_count"];

    private readonly string _text;
    private readonly Dictionary<string, string> _types;

    private ExposedMetrics(string text)
    {
        _text = text;
        _types = TypeLine().Matches(text)
            .DistinctBy(match => match.Groups["name"].Value)
            .ToDictionary(match => match.Groups["name"].Value, match => match.Groups["type"].Value);
    }

    /// <summary>Whether anything is known.</summary>
    public bool AreKnown => _types.Count > 0;

    /// <summary>The names, with their types.</summary>
    public string Shown => string.Join(", ", _types.Select(metric => $"{metric.Key} ({metric.Value})"));

    /// <summary>Reads the scripts of pods.</summary>
    public static ExposedMetrics Of(PodGroup pods, StackView stack) => new(string.Join('\n', pods.MountedFiles(stack).Values));

    /// <summary>Whether a metric is among them.</summary>
    public bool Contains(string metric) => _types.ContainsKey(metric) || Family(metric) is not null;

    /// <summary>Whether a metric only grows, so that rate() makes sense of it; null when that is not known.</summary>
    public bool? IsCounter(string metric) => _types.TryGetValue(metric, out var type) ? type == "counter" : Family(metric) is null ? null : true;

    /// <summary>The labels that the app itself gives a metric; empty when that cannot be read.</summary>
    public IReadOnlySet<string> LabelsOf(string metric) => Regex
        .Matches(_text, $@"{Regex.Escape(metric)}\{{+(?<labels>[^\n]*)", RegexOptions.CultureInvariant)
        .SelectMany(match => LabelName().Matches(match.Groups["labels"].Value))
        .Select(match => match.Groups["name"].Value)
        .ToHashSet(StringComparer.Ordinal);

    private string? Family(string metric) => _histogramSuffixes
        .Where(suffix => metric.EndsWith(suffix, StringComparison.Ordinal))
        .Select(suffix => metric[..^suffix.Length])
        .FirstOrDefault(family => _types.GetValueOrDefault(family) is "histogram" or "summary");

    [GeneratedRegex(@"# TYPE (?<name>[A-Za-z_:][A-Za-z0-9_:]*) (?<type>counter|gauge|histogram|summary|untyped)", RegexOptions.CultureInvariant)]
    private static partial Regex TypeLine();

    [GeneratedRegex(@"(?<name>[A-Za-z_][A-Za-z0-9_]*)=\\?""", RegexOptions.CultureInvariant)]
    private static partial Regex LabelName();
}
