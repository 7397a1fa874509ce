using KedaStack.Infra.Settings;
using KedaStack.Infra.Settings.Catalogue;
using KedaStack.Infra.Settings.Parsing;
using KedaStack.Tests.Infra.Running;
using KedaStack.Tests.Infra.Settings;
using KedaStack.Tests.Infra.Settings.Variants;

namespace KedaStack.Tests.Infra.Platform;

/// <summary>A cluster, a KEDA and metrics, each created or given, with the sample app and apps that are there.</summary>
/// <param name="Cluster">Where the cluster comes from.</param>
/// <param name="Keda">Where KEDA comes from.</param>
/// <param name="Metrics">Where the metrics come from.</param>
internal sealed record Combination(string Cluster, string Keda, string Metrics)
{
    /// <summary>The address of a Prometheus that is there.</summary>
    public const string Url = "http://prometheus-operated.monitoring:9090";

    private const string Helm = "helm";
    private const string AddOn = "addon";
    private const string Existing = "existing";
    private const string Automatic = "Automatic AKS created";
    private const string GivenAks = "AKS given";

    private static readonly Dictionary<string, (string, string)[]> _clusters = new()
    {
        ["AKS created"] = [],
        [Automatic] = [(SettingKeys.Sku, "Automatic"), (SettingKeys.Access, "entra")],
        [GivenAks] = [(SettingKeys.ExistingCluster, AlternativeValues.ClusterId)],
        ["any Kubernetes"] = [(SettingKeys.KubeContext, "kind-demo"), (SettingKeys.ScrapeLabels, "release=monitoring")],
    };

    private static readonly Dictionary<string, (string, string)[]> _metrics = new()
    {
        ["workspace created"] = [],
        ["workspace given"] = [(SettingKeys.ExistingWorkspace, AlternativeValues.WorkspaceId)],
        ["workspace given, scoped to the cluster"] = [(SettingKeys.ExistingWorkspace, AlternativeValues.WorkspaceId), (SettingKeys.PrometheusScope, "cluster")],
        ["workspace created, scoped to namespaces"] = [(SettingKeys.PrometheusScope, "namespace")],
        ["own Prometheus"] = [(SettingKeys.PrometheusUrl, Url)],
        ["own Prometheus with a token"] =
            [(SettingKeys.PrometheusUrl, Url), (SettingKeys.PrometheusAuth, "bearer"), (SettingKeys.PrometheusSecret, "prometheus-token")],
        ["own Prometheus behind Entra ID"] =
            [(SettingKeys.PrometheusUrl, "https://mimir.contoso.com/prometheus"), (SettingKeys.PrometheusAuth, "azure"), (SettingKeys.PrometheusAudience, "api://app/.default")],
    };

    private static readonly Lazy<Task<IReadOnlyList<(Combination, StackRun)>>> _runs = new(RunAllAsync);

    /// <summary>All that there are.</summary>
    public static IEnumerable<Combination> All =>
        from cluster in _clusters.Keys
        from keda in (string[])[Helm, AddOn, Existing]
        from metrics in _metrics.Keys
        select new Combination(cluster, keda, metrics);

    /// <summary>A run of each that is not refused.</summary>
    public static Task<IReadOnlyList<(Combination Combination, StackRun Run)>> RunsAsync() => _runs.Value;

    /// <summary>The settings, or why there are none.</summary>
    public SettingsResult Parse() => SettingsParser.Parse(Given.Raw(
    [
        (SettingKeys.KedaInstallation, Keda),
        (SettingKeys.Workloads, AlternativeValues.All[SettingKeys.Workloads][0]),
        .. _clusters[Cluster],
        .. _metrics[Metrics],
    ]));

    /// <inheritdoc/>
    public override string ToString() => $"{Cluster}, KEDA {Keda}, {Metrics}";

    private static async Task<IReadOnlyList<(Combination, StackRun)>> RunAllAsync()
    {
        var runs = new List<(Combination, StackRun)>();
        foreach (var combination in All)
        {
            if (combination.Parse().Settings is { } settings)
            {
                runs.Add((combination, await combination.RunAsync(settings)));
            }
        }

        return runs;
    }

    private Task<StackRun> RunAsync(StackSettings settings) => Cluster == GivenAks
        ? StackRun.RunAsync(settings, "dev", AzureMocks.UpdateOf(AzureMocks.Cluster(hasAddOn: Keda == AddOn)), isPreview: false)
        : StackRun.UpdateAsync(settings);
}
