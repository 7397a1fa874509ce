using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace KedaStack.Resources.Cluster.Live;

/// <summary>
/// Answers without what nobody else may see. Secrets are never read; but people write tokens and passwords into environments,
/// annotations, trigger metadata, addresses and arguments, and errors repeat them.
/// </summary>
internal static partial class Bundle
{
    /// <summary>What stands for what was taken out.</summary>
    public const string Removed = "[removed]";

    /// <summary>Environment variables whose values a diagnosis needs, and which are no secrets.</summary>
    private static readonly HashSet<string> _shownVariables =
        ["AZURE_CLIENT_ID", "AZURE_TENANT_ID", "AZURE_FEDERATED_TOKEN_FILE", "AZURE_AUTHORITY_HOST", "WATCH_NAMESPACE", "KEDA_HTTP_DEFAULT_TIMEOUT"];

    /// <summary>Trigger metadata that a diagnosis needs; of what else there is, the values are taken out where their names sound like secrets.</summary>
    private static readonly HashSet<string> _wholeKeys = ["last-applied-configuration", "caBundle", "customHeaders", "command", "args"];

    /// <summary>An answer without them.</summary>
    public static ClusterAnswer Of(ClusterAnswer answer) => answer with
    {
        Path = Text(answer.Path),
        Body = answer.Body is null ? null : Clean(answer.Path == ApiPath.AgentScrapeConfiguration ? JobsOnly(answer.Body.DeepClone()) : answer.Body.DeepClone(), ""),
        Text = answer.Text is null ? null : Text(answer.Text),
        Problem = answer.Problem is null ? null : Text(answer.Problem),
    };

    /// <summary>Of the agent's scrape jobs their names: beside them may stand passwords, tokens and headers in any form.</summary>
    private static JsonNode JobsOnly(JsonNode map)
    {
        foreach (var (key, value) in map["data"] is JsonObject data ? data.ToList() : [])
        {
            map["data"]![key] = string.Join('\n', (value?.ToString() ?? "").Split('\n').Where(line => line.TrimStart(' ', '-').StartsWith("job_name:", StringComparison.Ordinal)));
        }

        return map;
    }

    private static JsonNode? Clean(JsonNode? node, string key)
    {
        switch (node)
        {
            case JsonObject map when map["kind"] is JsonValue kind && kind.TryGetValue<string>(out var text) && text is "Secret" or "SecretList" or "Config":
                return Removed;
            case JsonObject map:
                var variable = map["name"] is JsonValue named && named.TryGetValue<string>(out var name) ? name : "";
                foreach (var (inner, value) in map.ToList())
                {
                    map[inner] = value is null ? null
                        : IsWhole(inner) || (key == "env" && inner == "value" && !_shownVariables.Contains(variable)) ? Removed
                        : value is JsonValue && SecretName().IsMatch(inner) && !IsReference(inner) ? Removed
                        : Clean(value.DeepClone(), inner);
                }

                return map;
            case JsonArray list:
                return new JsonArray([.. list.Select(item => Clean(item?.DeepClone(), key))]);
            case JsonValue value when value.TryGetValue<string>(out var text):
                return Text(text);
            default:
                return node;
        }
    }

    private static bool IsWhole(string key) => _wholeKeys.Any(one => key == one || key.EndsWith(one, StringComparison.Ordinal));

    /// <summary>Whether a key names where a secret is, not the secret.</summary>
    private static bool IsReference(string key) => key.EndsWith("Ref", StringComparison.Ordinal) || key.EndsWith("Name", StringComparison.Ordinal)
        || key.EndsWith("FromEnv", StringComparison.Ordinal) || key is "key" or "topologyKey" or "tokenExpirationSeconds" or "automountServiceAccountToken";

    private static string Text(string text) => Address().Replace(Token().Replace(text, Removed), "${scheme}" + Removed + "@");

    [GeneratedRegex("password|passwd|secret|token|credential|connection|accountkey|accesskey|apikey|sas(?!t)|authorization|privatekey", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SecretName();

    // Tokens of JSON Web Signature, bearer headers, PEM blocks, storage keys, shared access signatures, kubeconfigs.
    [GeneratedRegex(
        """eyJ[A-Za-z0-9_-]{8,}(\.[A-Za-z0-9_-]*){0,2}|(?i:bearer\s+)[A-Za-z0-9._~+/=-]{8,}|-----BEGIN [A-Z ]*-----[\s\S]*?(-----END [A-Z ]*-----|$)|(?i:(AccountKey|SharedAccessKey|SharedAccessSignature|password|pwd|secret|token|sig|api[-_]?key)\s*[=:]\s*)[^\s;&,"']{4,}|(?i:client-key-data|client-certificate-data|certificate-authority-data)[^\n]*""",
        RegexOptions.CultureInvariant)]
    private static partial Regex Token();

    [GeneratedRegex("(?<scheme>[a-z][a-z0-9+.-]*://)[^/@\\s\"]+@", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Address();
}
