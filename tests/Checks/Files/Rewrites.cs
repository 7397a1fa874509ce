using System.Text.Json.Nodes;
using KedaStack.Resources.Files.Documents;

namespace KedaStack.Tests.Checks.Files;

/// <summary>Other ways to write the same objects, after which the cluster takes them as before.</summary>
internal static class Rewrites
{
    /// <summary>The ways, by name.</summary>
    public static IReadOnlyList<(string Name, Func<string, string> Rewrite)> All { get; } =
    [
        ("CRLF", yaml => yaml.Replace("\n", "\r\n", StringComparison.Ordinal)),
        ("a byte order mark", yaml => $"\uFEFF{yaml}"),
        ("a comment behind each line", yaml => yaml.Replace("\n", "  # as before\n", StringComparison.Ordinal)),
        ("a blank line after each line", yaml => yaml.Replace("\n", "\n\n", StringComparison.Ordinal)),
        ("blanks at each line's end", yaml => yaml.Replace("\n", "   \n", StringComparison.Ordinal)),
        ("JSON documents", yaml => string.Join("\n---\n", Documents(yaml).Select(document => document.ToJsonString()))),
        ("one List in JSON", yaml => List(Documents(yaml)).ToJsonString()),
        ("objects in another order", yaml => string.Join("\n---\n", Documents(yaml).Reverse().Select(document => document.ToJsonString()))),
        ("keys in another order", yaml => string.Join("\n---\n", Documents(yaml).Select(document => Reversed(document)!.ToJsonString()))),
        ("a status", yaml => $"{yaml}status:\n  conditions: [{{type: Ready, status: \"True\"}}]\n"),
        ("what a cluster adds", yaml => yaml.Replace("\nmetadata:\n", "\nmetadata:\n  resourceVersion: \"7\"\n  uid: 5b0c\n  generation: 3\n  creationTimestamp: 2026-11-29T10:00:00Z\n", StringComparison.Ordinal)),
        ("annotations of a deployer", yaml => yaml.Replace("\nmetadata:\n", "\nmetadata:\n  annotations: {argocd.argoproj.io/sync-wave: \"1\", meta.helm.sh/release-name: shop}\n", StringComparison.Ordinal)),
        ("quotes where none are needed", yaml => yaml.Replace("name: web\n", "name: 'web'\n", StringComparison.Ordinal).Replace("kind: Scaled", "\"kind\": Scaled", StringComparison.Ordinal)),
        ("anchors and aliases", yaml => yaml.Replace("  labels: {app: web}\nspec:\n  selector: {app: web}", "  labels: &labels {app: web}\nspec:\n  selector: *labels", StringComparison.Ordinal)),
        ("merge keys", yaml => yaml.Replace("    matchLabels: {app: web}\n  template:", "    matchLabels: {<<: {app: web}}\n  template:", StringComparison.Ordinal)),
        ("document end marks", yaml => yaml.Replace("\n---\n", "\n...\n---\n", StringComparison.Ordinal)),
        ("empty documents", yaml => $"---\n---\n# nothing\n---\n{yaml}---\n"),
        ("a directive", yaml => $"%YAML 1.2\n---\n{yaml}"),
        ("a number in another base", yaml => yaml.Replace("maxReplicaCount: 20\n", "maxReplicaCount: 0x14\n", StringComparison.Ordinal)),
        ("tags", yaml => yaml.Replace("name: web\n", "name: !!str web\n", StringComparison.Ordinal)),
        ("no line break at the end", yaml => yaml.TrimEnd('\n')),
    ];

    private static IEnumerable<JsonObject> Documents(string yaml) => DocumentParser.Parse(yaml).Select(document => (JsonObject)document.Json!.DeepClone());

    private static JsonObject List(IEnumerable<JsonObject> items) => new()
    {
        ["apiVersion"] = "v1",
        ["kind"] = "List",
        ["items"] = new JsonArray([.. items.Select(item => (JsonNode?)item)]),
    };

    private static JsonNode? Reversed(JsonNode? node) => node switch
    {
        JsonObject map => new JsonObject(map.Reverse().Select(entry => KeyValuePair.Create(entry.Key, Reversed(entry.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Reversed)]),
        _ => node?.DeepClone(),
    };
}
