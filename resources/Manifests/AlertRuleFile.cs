using System.Text.Json.Nodes;
using KedaStack.Infra.Monitoring.Alerts;
using KedaStack.Infra.Settings;
using KedaStack.Scaling.Quantities;

namespace KedaStack.Resources.Manifests;

/// <summary>The alert rules as a rule file of Prometheus, for people without Azure.</summary>
internal static class AlertRuleFile
{
    private const string Comment = "# Rules for a Prometheus of your own (rule_files); not part of the kustomization.\n";

    /// <summary>The file.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="cluster">The value of the label <c>cluster</c>; null where there is no such label.</param>
    public static ManifestFile Render(StackSettings settings, string? cluster) => new(
        $"{ManifestDirectory.Monitoring}/autoscaler-alerts.yaml",
        ManifestRenderer.Header + Comment + YamlText.Write(new JsonObject
        {
            ["groups"] = new JsonArray([.. AlertGroup.All(settings, cluster).Select(group => new JsonObject
            {
                ["name"] = group.Name,
                ["rules"] = new JsonArray([.. group.Rules.Select(ToJson)]),
            })]),
        }));

    private static IEnumerable<KeyValuePair<string, JsonNode?>> Labels(AlertRule rule)
    {
        yield return new("severity", rule.Severity.ToString().ToLowerInvariant());
        if (rule.Workload is { } workload)
        {
            yield return new("workload", workload);
        }
    }

    private static JsonNode ToJson(AlertRule rule) => new JsonObject
    {
        ["alert"] = rule.Name,
        ["expr"] = rule.Expression,
        ["for"] = PrometheusDuration.Format(rule.For),
        ["labels"] = new JsonObject(Labels(rule)),
        ["annotations"] = new JsonObject(rule.Annotations.Select(entry => KeyValuePair.Create(entry.Key, (JsonNode?)entry.Value))),
    };
}
