using System.Text.RegularExpressions;
using KedaStack.Resources.Cluster;
using KedaStack.Resources.Objects;

namespace KedaStack.Doctor.Azure.Facts;

/// <summary>
/// The settings of the agent of managed Prometheus, and the scrape jobs of its own configuration
/// (Azure/prometheus-collector, otelcollector/configmaps: two versions of the form, of which the newer one nests its sections).
/// </summary>
internal sealed partial class AgentSettings
{
    // The targets that are on unless the settings say otherwise (learn.microsoft.com/azure/azure-monitor/containers/prometheus-metrics-scrape-default).
    private static readonly HashSet<string> _onByDefault = ["kubelet", "cadvisor", "nodeexporter", "kubestate"];

    // Of names that begin alike the longer one stands first.
    private static readonly (string Prefix, string Target)[] _targets =
    [
        ("kubeproxy_", "kubeproxy"), ("kubelet_", "kubelet"), ("kube_", "kubestate"), ("container_", "cadvisor"), ("node_", "nodeexporter"), ("coredns_", "coredns"),
        ("apiserver_", "apiserver"), ("windows_", "windowsexporter"),
    ];

    private static readonly TimeSpan _longest = TimeSpan.FromSeconds(1);

    private readonly Dictionary<(string Section, string Name), string> _values = [];

    private AgentSettings(ClusterAnswer settings, ClusterAnswer jobs)
    {
        SchemaVersion = settings.IsOk ? settings.Body.Map("data").GetValueOrDefault("schema-version")?.Trim() : null;
        Jobs = [.. jobs.Body.Map("data").Values.SelectMany(text => Job().Matches(text)).Select(match => match.Groups["name"].Value).Distinct()];
        foreach (var (key, text) in settings.Body.Map("data").OrderBy(one => one.Key, StringComparer.Ordinal))
        {
            Add(key, text);
        }
    }

    /// <summary>The version of their form; null where there are none.</summary>
    public string? SchemaVersion { get; }

    /// <summary>Whether the agent takes them: it rejects a form that it does not know, and keeps its defaults.</summary>
    public bool AreTaken => SchemaVersion is null or "v1" or "v2";

    /// <summary>What the agent writes into the label cluster; null for the cluster's name.</summary>
    public string? Alias => Value("prometheus-collector-settings", "cluster_alias") is { Length: > 0 } alias ? alias : null;

    /// <summary>Whether the agent runs in its debug mode, which costs it memory.</summary>
    public bool IsDebug => Value("debug-mode", "enabled") == "true" || Value("prometheus-collector-settings", "debug-mode") == "true";

    /// <summary>The names of the jobs that the agent scrapes beside its targets and monitors.</summary>
    public IReadOnlyList<string> Jobs { get; }

    /// <summary>Reads them; null where the settings were not read.</summary>
    public static AgentSettings? Of(AnswerSet answers) =>
        answers.Get(ApiPath.AgentSettings) is { IsUnread: false } settings ? new AgentSettings(settings, answers.Get(ApiPath.AgentScrapeConfiguration)) : null;

    /// <summary>The agent's own target that a metric comes from; null for another one's.</summary>
    public static string? TargetOf(string metric) => _targets.FirstOrDefault(one => metric.StartsWith(one.Prefix, StringComparison.Ordinal)).Target;

    /// <summary>Whether a target is scraped.</summary>
    public bool IsOn(string target) => (Value("default-scrape-settings-enabled", target) ?? Value("default-targets-scrape-enabled", target)) is { } text ? text == "true" : _onByDefault.Contains(target);

    /// <summary>Whether all that a target exposes, or this metric of it, is kept for sure: else the minimal ingestion profile chooses.</summary>
    public bool Keeps(string target, string metric) =>
        Value("default-targets-metrics-keep-list", "minimalingestionprofile") == "false" || Value("minimal-ingestion-profile", "enabled") == "false"
        || (Value("default-targets-metrics-keep-list", target) is { Length: > 0 } kept && IsMatch(metric, kept));

    private string? Value(string section, string name) => AreTaken ? _values.GetValueOrDefault((section, name)) : null;

    private void Add(string section, string text)
    {
        var isOfCluster = section != "controlplane-metrics";
        foreach (var line in text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(line => isOfCluster && !line.StartsWith('#')))
        {
            if (line.Split('=', 2, StringSplitOptions.TrimEntries) is [var name, var value])
            {
                _values.TryAdd((section, name), value.Trim('"'));
            }
            else if (line.Split(':')[0] is { Length: > 0 } inner && line.Contains(':', StringComparison.Ordinal))
            {
                section = inner;
            }
        }
    }

    private static bool IsMatch(string metric, string pattern)
    {
        try
        {
            return Regex.IsMatch(metric, $"^(?:{pattern})$", RegexOptions.CultureInvariant, _longest);
        }
        catch (ArgumentException)
        {
            // Not a regular expression that .NET knows; RE2 has a few forms of its own.
            return true;
        }
    }

    [GeneratedRegex("""^\s*-?\s*job_name:\s*["']?(?<name>[^"'\s#]+)""", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex Job();
}
