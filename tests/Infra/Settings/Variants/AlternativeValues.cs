using KedaStack.Infra.Settings.Catalogue;
using KedaStack.Tests.Infra.Running;

namespace KedaStack.Tests.Infra.Settings.Variants;

/// <summary>
/// For every setting the values other than its default that make a different stack: each word, the other boolean, a
/// list with more than one item. Each is right alone.
/// </summary>
internal static class AlternativeValues
{
    private const string Policies = "[\"4 Pods/15s\", \"100 Percent/15s\"]";

    /// <summary>The id of a cluster that is there.</summary>
    public const string ClusterId =
        "/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/prod/providers/Microsoft.ContainerService/managedClusters/prod";

    /// <summary>The id of a workspace that is there.</summary>
    public const string WorkspaceId = "/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/metrics/providers/Microsoft.Monitor/accounts/metrics";

    private const string GrafanaId = "/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/metrics/providers/Microsoft.Dashboard/grafana/team";

    // One of each kind: a query with a monitor of pods, one with a monitor of a Service and an HPA to take over, and triggers.
    private const string Workloads = """
        [{"name": "web", "namespace": "shop", "target": "Deployment/web", "query": "sum(rate(http_requests_total{namespace=\"shop\"}[2m]))",
          "threshold": 80, "minReplicaCount": 2, "maxReplicaCount": 40, "scrape": {"port": "metrics", "labels": {"team": "shop"}}},
         {"name": "api", "namespace": "shop", "target": "argoproj.io/v1alpha1/Rollout/api", "query": "sum(up{namespace=\"shop\"})", "threshold": 1,
          "replaceHpa": "api", "scrape": {"port": "http", "service": "api", "selector": {"app": "api"}}},
         {"name": "worker", "namespace": "jobs", "target": "StatefulSet/worker", "triggers": [
          {"type": "kafka", "name": "orders", "metadata": {"bootstrapServers": "k:9092", "topic": "orders", "lagThreshold": 50},
           "authenticationRef": {"name": "kafka", "kind": "ClusterTriggerAuthentication"}, "useCachedMetrics": true, "metricType": "Value"},
          {"type": "prometheus", "metadata": {"query": "sum(up)", "threshold": "5"}}]}]
        """;

    /// <summary>By key.</summary>
    public static IReadOnlyDictionary<string, string[]> All { get; } = new Dictionary<string, string[]>
    {
        [SettingKeys.Location] = ["australiasoutheast", "usgovvirginia", "chinanorth3"],
        [SettingKeys.Cloud] = ["public"],
        [SettingKeys.NamePrefix] = ["a", "abcdefghi-klmnopqrs-uvwxyz0123"],
        [SettingKeys.ResourceGroup] = ["shared-platform"],
        [SettingKeys.Tags] = ["[\"team=a\", \"cost centre=b=c\"]"],
        [SettingKeys.Protect] = ["true"],
        [SettingKeys.AllowReplacement] = ["[\"workspace\", \"cluster\", \"keda\"]"],
        [SettingKeys.Admins] = [$"[\"{Stacks.AdminGroup}\", \"alice@contoso.com\"]"],
        [SettingKeys.SuppressedChecks] = ["[\"cooldown-without-effect=on purpose\"]"],

        [SettingKeys.ExistingCluster] = [ClusterId],
        [SettingKeys.KubeContext] = [],
        // Automatic needs entra and the add-on beside it: see Combinations.
        [SettingKeys.Sku] = [],
        [SettingKeys.Access] = ["entra"],
        [SettingKeys.Kubelogin] = ["workloadidentity"],
        [SettingKeys.KubernetesVersion] = ["1.35", "1.35.2"],
        [SettingKeys.NodeVmSize] = ["Standard_D4s_v5"],
        [SettingKeys.NodeCountMin] = ["4"],
        [SettingKeys.NodeCountMax] = ["1000"],
        [SettingKeys.Tier] = ["Standard", "Premium"],
        [SettingKeys.Zones] = ["[1, 2, 3]"],

        [SettingKeys.ExistingWorkspace] = [WorkspaceId],
        [SettingKeys.ExistingDataCollectionRule] = [],
        [SettingKeys.ExistingGrafana] = [GrafanaId],
        [SettingKeys.PrometheusUrl] = ["http://prometheus-operated.monitoring:9090"],
        // These need an address beside them: see PlatformTests.
        [SettingKeys.PrometheusAuth] = [],
        [SettingKeys.PrometheusSecret] = [],
        [SettingKeys.PrometheusAudience] = [],
        [SettingKeys.PrometheusScope] = ["cluster", "namespace"],
        [SettingKeys.MonitorLocation] = ["westeurope"],
        [SettingKeys.Grafana] = ["false"],
        [SettingKeys.GrafanaName] = ["team-grafana"],
        [SettingKeys.GrafanaMajorVersion] = ["13"],
        [SettingKeys.RecordingRules] = ["false"],
        [SettingKeys.Dashboard] = ["false"],
        [SettingKeys.Alerts] = ["false"],
        [SettingKeys.AlertEmails] = ["[\"oncall@contoso.com\", \"second@contoso.com\"]"],
        [SettingKeys.ClusterLabel] = ["alias"],

        [SettingKeys.KedaInstallation] = ["addon", "existing"],
        [SettingKeys.KedaChartVersion] = ["2.19.0"],
        [SettingKeys.KedaNamespace] = ["keda-system"],
        [SettingKeys.KedaServiceAccount] = ["keda"],
        [SettingKeys.CredentialPropagationSeconds] = ["0"],

        [SettingKeys.Samples] = ["[]"],
        [SettingKeys.Workloads] = [Workloads],
        [SettingKeys.ScrapeLabels] = ["[\"release=prometheus\"]"],
        [SettingKeys.WorkloadNamespace] = ["shop"],
        [SettingKeys.Image] = [$"python@sha256:{new string('0', 64)}"],
        [SettingKeys.WorkMilliseconds] = ["50"],
        [SettingKeys.LoadGeneratorReplicas] = ["0"],
        [SettingKeys.LoadGeneratorRate] = ["2.5"],

        [SettingKeys.ScrapeInterval] = ["30s"],
        [SettingKeys.Window] = ["5m"],
        [SettingKeys.Threshold] = ["2.5"],
        [SettingKeys.ActivationThreshold] = ["1"],
        [SettingKeys.PollingInterval] = ["30"],
        [SettingKeys.CooldownPeriod] = ["300"],
        [SettingKeys.MinReplicaCount] = ["0", "2"],
        [SettingKeys.MaxReplicaCount] = ["100"],
        [SettingKeys.IgnoreNullValues] = ["true"],
        [SettingKeys.FallbackReplicas] = ["3"],
        [SettingKeys.FallbackFailureThreshold] = ["5"],
        [SettingKeys.FallbackBehavior] = ["currentReplicas", "currentReplicasIfHigher", "currentReplicasIfLower"],
        [SettingKeys.ScaleUpStabilizationWindowSeconds] = ["60"],
        [SettingKeys.ScaleUpPolicies] = [Policies],
        [SettingKeys.ScaleUpSelectPolicy] = ["Min", "Disabled"],
        [SettingKeys.ScaleDownStabilizationWindowSeconds] = ["600"],
        [SettingKeys.ScaleDownPolicies] = [Policies],
        [SettingKeys.ScaleDownSelectPolicy] = ["Min", "Disabled"],
    };
}
