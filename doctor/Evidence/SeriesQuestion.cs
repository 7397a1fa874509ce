using System.Globalization;
using System.Text.Json.Nodes;
using KedaStack.Doctor.Chains;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Queries;

namespace KedaStack.Doctor.Evidence;

/// <summary>What Prometheus is asked about the series that a query selects: how old they are, what there is instead, whether their targets are scraped.</summary>
/// <param name="Selector">The selector of the query.</param>
internal sealed record SeriesQuestion(MetricSelector Selector)
{
    private const string NameLabel = "__name__";
    private const int MostSelectors = 3;
    private const int MostGroups = 10;

    /// <summary>How many seconds old the newest sample is; empty where there is none within the 5 minutes that Prometheus looks back.</summary>
    public string Age => $"time() - max(timestamp({Text}))";

    /// <summary>How many seconds old the newest sample of the last hour is.</summary>
    public string AgeWithinAnHour => $"time() - max(max_over_time(timestamp({Text})[1h:1m]))";

    /// <summary>With which values of the selector's labels the metric is there.</summary>
    public string Counters => Labels.Length == 0 ? $"count({Selector.Metric})" : $"topk({MostGroups}, count by ({Labels}) ({Selector.Metric}))";

    /// <summary>Whether the targets of the selector's job are scraped; null where it names none.</summary>
    public string? Targets => JobCondition is null ? null : $"bottomk({MostGroups}, min by ({Labels}) ({Up}))";

    /// <summary>The selector of these targets, as it is shown.</summary>
    public string Up => $"up{{{JobCondition}}}";

    /// <summary>Those of a query whose metrics have names.</summary>
    public static IReadOnlyList<SeriesQuestion> Of(string query) =>
        [.. PromQuery.Read(query).Selectors.Where(selector => selector.Metric.Length > 0).Select(selector => new SeriesQuestion(selector)).DistinctBy(one => one.Text).Take(MostSelectors)];

    /// <summary>An answer's elements: their labels and their value. Null where there is no answer, or one without a vector.</summary>
    public static IReadOnlyList<(IReadOnlyDictionary<string, string> Labels, double Value)>? Answer(Chain chain, string? query) =>
        query is not null && QueryProbe.Of(chain, query) is { IsOk: true } answer && answer.Body.Text("status") == "success" && answer.Body.Text("data.resultType") == "vector"
            ? [.. answer.Body.Objects("data.result").Select(one => ((IReadOnlyDictionary<string, string>)one.Map("metric"), Value(one)))] : null;

    /// <summary>How much of the selector's conditions labels do not fulfil.</summary>
    public int Differing(IReadOnlyDictionary<string, string> labels) => Conditions.Count(condition => !condition.Passes(labels.GetValueOrDefault(condition.Label, "")));

    /// <summary>The values that labels have where the selector asks for others, as they are shown.</summary>
    public string Shown(IReadOnlyDictionary<string, string> labels) => string.Join(", ", Conditions.Where(condition => !condition.Passes(labels.GetValueOrDefault(condition.Label, "")))
        .Select(condition => condition.Label).Distinct().Select(label => labels.TryGetValue(label, out var value) ? $"{label}=\"{value}\"" : $"no label {label}"));

    private string Text => $"{Selector.Metric}{(Conditions.Count == 0 ? "" : $"{{{string.Join(',', Conditions.Select(Written))}}}")}";

    private string Labels => string.Join(", ", Conditions.Select(condition => condition.Label).Distinct());

    private string? JobCondition => Selector.Pin("job") is { } job ? Written(job) : null;

    private List<LabelCondition> Conditions => [.. Selector.Conditions.Where(condition => condition.Label != NameLabel)];

    private static string Written(LabelCondition condition) =>
        $"{condition.Label}{condition.Operator}\"{condition.Value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    private static double Value(JsonObject element) => element.At("value") is JsonArray pair && Inputs.Scalar(pair.ElementAtOrDefault(1)) is { } text
        && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : double.NaN;
}
