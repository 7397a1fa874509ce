using System.Text.Encodings.Web;
using System.Text.Json;
using KedaStack.Infra.Monitoring.Alerts;
using KedaStack.Infra.Monitoring.Rules;
using KedaStack.Scaling.Quantities;
using KedaStack.Tests.Infra.Monitoring.Rules.Synthetic;

namespace KedaStack.Tests.Infra.Monitoring.Rules.Tools;

/// <summary>A unit test for promtool, in files that are deleted afterwards. They are JSON, which is YAML as well.</summary>
internal sealed class RuleTest : IDisposable
{
    private static readonly JsonSerializerOptions _json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly string _directory = Directory.CreateTempSubdirectory("kedastack-rules-").FullName;
    private readonly List<string> _ruleFiles = [];
    private readonly List<object> _expectations = [];

    /// <summary>The series that the rules are evaluated over.</summary>
    public IReadOnlyList<SyntheticSeries> Series { get; init; } = [];

    /// <summary>Adds a file with one group of rules, which are evaluated every minute.</summary>
    /// <returns>The file.</returns>
    public string AddRules(string name, IEnumerable<RecordingRule> rules) =>
        AddGroup(name, rules.Select(rule => new { record = rule.Record, expr = rule.Expression, labels = rule.Labels }));

    /// <summary>Adds a file with one group of alerts, which are evaluated every minute.</summary>
    /// <returns>The file.</returns>
    public string AddAlerts(string name, IEnumerable<AlertRule> rules) => AddGroup(name, rules.Select(rule => new
    {
        alert = rule.Name,
        expr = rule.Expression,
        @for = PrometheusDuration.Format(rule.For),
        labels = rule.Workload is { } workload ? new Dictionary<string, string> { ["workload"] = workload } : [],
        annotations = rule.Annotations,
    }));

    /// <summary>Expects samples, and no others, some minutes after the beginning.</summary>
    public void Expect(int minute, string expression, params (string Series, double Value)[] samples) =>
        _expectations.Add(new
        {
            expr = expression,
            eval_time = $"{minute}m",
            exp_samples = samples.Select(sample => new { labels = sample.Series, value = sample.Value }),
        });

    /// <summary>Evaluates the rules and compares.</summary>
    public PromtoolResult Run() => Promtool.TestRules(Write("test.json", new
    {
        rule_files = _ruleFiles,
        evaluation_interval = "1m",
        tests = new[]
        {
            new
            {
                interval = $"{Samples.IntervalSeconds}s",
                input_series = Series.Select(series => new { series = series.Name, values = series.Values }),
                promql_expr_test = _expectations,
            },
        },
    }));

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    private string AddGroup(string name, IEnumerable<object> rules)
    {
        _ruleFiles.Add(Write($"{name}.rules.json", new { groups = new[] { new { name, rules } } }));
        return _ruleFiles[^1];
    }

    private string Write(string name, object content)
    {
        var file = Path.Combine(_directory, name);
        File.WriteAllText(file, JsonSerializer.Serialize(content, _json));
        return file;
    }
}
