namespace KedaStack.Infra.Settings.Catalogue;

/// <summary>The config keys of all settings.</summary>
public static class SettingKeys
{
#pragma warning disable CS1591 // the catalogue describes each of them
    public const string Location = "location";
    public const string Cloud = "cloud";
    public const string NamePrefix = "namePrefix";
    public const string ResourceGroup = "resourceGroup";
    public const string Tags = "tags";
    public const string Protect = "protect";
    public const string AllowReplacement = "allowReplacement";
    public const string Admins = "admins";
    public const string SuppressedChecks = "suppressedChecks";

    public const string ExistingCluster = "existingCluster";
    public const string KubeContext = "kubeContext";
    public const string Sku = "sku";
    public const string Access = "access";
    public const string Kubelogin = "kubelogin";
    public const string KubernetesVersion = "kubernetesVersion";
    public const string NodeVmSize = "nodeVmSize";
    public const string NodeCountMin = "nodeCountMin";
    public const string NodeCountMax = "nodeCountMax";
    public const string Tier = "tier";
    public const string Zones = "zones";

    public const string ExistingWorkspace = "existingWorkspace";
    public const string ExistingDataCollectionRule = "existingDataCollectionRule";
    public const string ExistingGrafana = "existingGrafana";
    public const string PrometheusUrl = "prometheusUrl";
    public const string PrometheusAuth = "prometheusAuth";
    public const string PrometheusSecret = "prometheusSecret";
    public const string PrometheusAudience = "prometheusAudience";
    public const string PrometheusScope = "prometheusScope";
    public const string MonitorLocation = "monitorLocation";
    public const string Grafana = "grafana";
    public const string GrafanaName = "grafanaName";
    public const string GrafanaMajorVersion = "grafanaMajorVersion";
    public const string RecordingRules = "recordingRules";
    public const string Dashboard = "dashboard";
    public const string Alerts = "alerts";
    public const string AlertEmails = "alertEmails";
    public const string ClusterLabel = "clusterLabel";

    public const string KedaInstallation = "kedaInstallation";
    public const string KedaChartVersion = "kedaChartVersion";
    public const string KedaNamespace = "kedaNamespace";
    public const string KedaServiceAccount = "kedaServiceAccount";
    public const string CredentialPropagationSeconds = "credentialPropagationSeconds";

    public const string Samples = "samples";
    public const string Workloads = "workloads";
    public const string ScrapeLabels = "scrapeLabels";
    public const string WorkloadNamespace = "workloadNamespace";
    public const string Image = "image";
    public const string WorkMilliseconds = "workMilliseconds";
    public const string LoadGeneratorReplicas = "loadGeneratorReplicas";
    public const string LoadGeneratorRate = "loadGeneratorRate";

    public const string ScrapeInterval = "scrapeInterval";
    public const string Window = "window";
    public const string Threshold = "threshold";
    public const string ActivationThreshold = "activationThreshold";
    public const string PollingInterval = "pollingInterval";
    public const string CooldownPeriod = "cooldownPeriod";
    public const string MinReplicaCount = "minReplicaCount";
    public const string MaxReplicaCount = "maxReplicaCount";
    public const string IgnoreNullValues = "ignoreNullValues";
    public const string FallbackReplicas = "fallbackReplicas";
    public const string FallbackFailureThreshold = "fallbackFailureThreshold";
    public const string FallbackBehavior = "fallbackBehavior";
    public const string ScaleUpStabilizationWindowSeconds = "scaleUpStabilizationWindowSeconds";
    public const string ScaleUpPolicies = "scaleUpPolicies";
    public const string ScaleUpSelectPolicy = "scaleUpSelectPolicy";
    public const string ScaleDownStabilizationWindowSeconds = "scaleDownStabilizationWindowSeconds";
    public const string ScaleDownPolicies = "scaleDownPolicies";
    public const string ScaleDownSelectPolicy = "scaleDownSelectPolicy";
#pragma warning restore CS1591
}
