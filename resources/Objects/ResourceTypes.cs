namespace KedaStack.Resources.Objects;

/// <summary>The type tokens that checks look for.</summary>
internal static class ResourceTypes
{
#pragma warning disable CS1591 // each says what it is
    public const string ResourceGroup = "azure-native:resources:ResourceGroup";
    public const string Cluster = "azure-native:containerservice:ManagedCluster";
    public const string Identity = "azure-native:managedidentity:UserAssignedIdentity";
    public const string FederatedCredential = "azure-native:managedidentity:FederatedIdentityCredential";
    public const string RoleAssignment = "azure-native:authorization:RoleAssignment";
    public const string Workspace = "azure-native:monitor:AzureMonitorWorkspace";
    public const string CollectionEndpoint = "azure-native:monitor:DataCollectionEndpoint";
    public const string CollectionRule = "azure-native:monitor:DataCollectionRule";
    public const string CollectionAssociation = "azure-native:monitor:DataCollectionRuleAssociation";
    public const string RuleGroup = "azure-native:alertsmanagement:PrometheusRuleGroup";
    public const string ActionGroup = "azure-native:monitor:ActionGroup";
    public const string Dashboard = "azure-native:dashboard:Dashboard";
    public const string Grafana = "azure-native:dashboard:Grafana";
    public const string KubernetesProvider = "pulumi:providers:kubernetes";

    public const string HelmRelease = "kubernetes:helm.sh/v3:Release";
    public const string Namespace = "kubernetes:core/v1:Namespace";
    public const string LimitRange = "kubernetes:core/v1:LimitRange";
    public const string ConfigMap = "kubernetes:core/v1:ConfigMap";
    public const string Secret = "kubernetes:core/v1:Secret";
    public const string Service = "kubernetes:core/v1:Service";
    public const string Deployment = "kubernetes:apps/v1:Deployment";
    public const string StatefulSet = "kubernetes:apps/v1:StatefulSet";
    public const string DaemonSet = "kubernetes:apps/v1:DaemonSet";
    public const string Ingress = "kubernetes:networking.k8s.io/v1:Ingress";
    public const string NetworkPolicy = "kubernetes:networking.k8s.io/v1:NetworkPolicy";
    public const string DisruptionBudget = "kubernetes:policy/v1:PodDisruptionBudget";
    public const string Autoscaler = "kubernetes:autoscaling/v2:HorizontalPodAutoscaler";
    public const string ServiceMonitor = "kubernetes:azmonitoring.coreos.com/v1:ServiceMonitor";
    public const string PodMonitor = "kubernetes:azmonitoring.coreos.com/v1:PodMonitor";
    public const string ApiService = "kubernetes:apiregistration.k8s.io/v1:APIService";
    public const string Prometheus = "kubernetes:monitoring.coreos.com/v1:Prometheus";
    public const string OtherServiceMonitor = "kubernetes:monitoring.coreos.com/v1:ServiceMonitor";
    public const string OtherPodMonitor = "kubernetes:monitoring.coreos.com/v1:PodMonitor";
    public const string TriggerAuthentication = "kubernetes:keda.sh/v1alpha1:TriggerAuthentication";
    public const string ClusterTriggerAuthentication = "kubernetes:keda.sh/v1alpha1:ClusterTriggerAuthentication";
    public const string ScaledObject = "kubernetes:keda.sh/v1alpha1:ScaledObject";
    public const string ScaledJob = "kubernetes:keda.sh/v1alpha1:ScaledJob";
#pragma warning restore CS1591
}
