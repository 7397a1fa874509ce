using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;
using KedaStack.Infra.Monitoring.Rules;

namespace KedaStack.Tests.Infra.Monitoring.Rules;

/// <summary>The rules that Microsoft publishes for Linux, in ../shared beside the repository.</summary>
internal static class ReferenceRules
{
    private const string Prefix = "ref:";

    public static string File { get; } =
        Path.GetFullPath(Path.Combine(Root(), "..", "shared", "crds", "recording-rules.default.json"));

    public static ImmutableArray<RecordingRule> Node => Load("nodeRecordingRuleGroupName");

    public static ImmutableArray<RecordingRule> Kubernetes => Load("kubernetesRecordingRuleGroupName");

    /// <summary>The name under which the reference's own result is recorded beside ours.</summary>
    public static string Renamed(string record) => Prefix + record;

    /// <summary>The rules under other names. A rule that reads another one's record reads it under its new name.</summary>
    public static IEnumerable<RecordingRule> Renamed(IReadOnlyCollection<RecordingRule> rules)
    {
        var records = string.Join('|', rules.Select(rule => Regex.Escape(rule.Record)).Distinct());
        var wholeName = new Regex($"(?<![a-zA-Z0-9_:])(?:{records})(?![a-zA-Z0-9_:])");
        return rules.Select(rule => rule with
        {
            Record = Renamed(rule.Record),
            Expression = wholeName.Replace(rule.Expression, match => Renamed(match.Value)),
        });
    }

    private static ImmutableArray<RecordingRule> Load(string variable)
    {
        using var template = JsonDocument.Parse(System.IO.File.ReadAllText(File));
        var group = template.RootElement.GetProperty("resources").EnumerateArray()
            .Single(resource => resource.GetProperty("name").GetString() == $"[variables('{variable}')]");
        return [.. group.GetProperty("properties").GetProperty("rules").EnumerateArray().Select(Rule)];
    }

    private static RecordingRule Rule(JsonElement rule) =>
        new(rule.GetProperty("record").GetString()!, rule.GetProperty("expression").GetString()!)
        {
            Labels = rule.TryGetProperty("labels", out var labels)
                ? labels.EnumerateObject().ToImmutableDictionary(label => label.Name, label => label.Value.GetString()!)
                : ImmutableDictionary<string, string>.Empty,
        };

    private static string Root()
    {
        for (var directory = AppContext.BaseDirectory; directory is not null; directory = Path.GetDirectoryName(directory))
        {
            if (System.IO.File.Exists(Path.Combine(directory, "KedaStack.sln")))
            {
                return directory;
            }
        }

        // Not in a checkout, so there is no reference file and the tests are skipped.
        return AppContext.BaseDirectory;
    }
}
