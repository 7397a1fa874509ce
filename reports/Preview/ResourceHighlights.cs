using KedaStack.Infra.Identity;
using KedaStack.Resources.Graph;

namespace KedaStack.Reports.Preview;

/// <summary>The inputs of a resource that matter to somebody who looks at the whole stack.</summary>
internal static class ResourceHighlights
{
    private const string RoleAssignment = "azure-native:authorization:RoleAssignment";

    /// <summary>By type: what to show, as a label and the path of the input.</summary>
    private static readonly Dictionary<string, (string Label, string Path)[]> _highlights = new()
    {
        ["azure-native:resources:ResourceGroup"] = [("name", "resourceGroupName"), ("location", "location")],
        ["azure-native:containerservice:ManagedCluster"] =
        [
            ("name", "resourceName"),
            ("Kubernetes version", "kubernetesVersion"),
            ("tier", "sku.tier"),
            ("node size", "agentPoolProfiles[0].vmSize"),
            ("min nodes", "agentPoolProfiles[0].minCount"),
            ("max nodes", "agentPoolProfiles[0].maxCount"),
            ("zones", "agentPoolProfiles[0].availabilityZones"),
            ("OIDC issuer", "oidcIssuerProfile.enabled"),
            ("workload identity", "securityProfile.workloadIdentity.enabled"),
            ("managed Prometheus", "azureMonitorProfile.metrics.enabled"),
            ("KEDA add-on", "workloadAutoScalerProfile.keda.enabled"),
            ("local accounts disabled", "disableLocalAccounts"),
        ],
        ["pulumi:providers:kubernetes"] = [("kubeconfig", "kubeconfig")],
        [RoleAssignment] =
        [
            ("role", "roleDefinitionId"), ("principal", "principalId"), ("principal type", "principalType"), ("scope", "scope"),
        ],
        ["azure-native:monitor:AzureMonitorWorkspace"] = [("name", "azureMonitorWorkspaceName"), ("location", "location")],
        ["azure-native:monitor:DataCollectionEndpoint"] = [("name", "dataCollectionEndpointName"), ("kind", "kind")],
        ["azure-native:monitor:DataCollectionRule"] =
        [
            ("name", "dataCollectionRuleName"),
            ("kind", "kind"),
            ("destination", "destinations.monitoringAccounts[0].accountResourceId"),
        ],
        ["azure-native:monitor:DataCollectionRuleAssociation"] = [("cluster", "resourceUri"), ("rule", "dataCollectionRuleId")],
        ["azure-native:alertsmanagement:PrometheusRuleGroup"] =
            [("name", "ruleGroupName"), ("cluster", "clusterName"), ("interval", "interval")],
        ["azure-native:monitor:ActionGroup"] =
            [("name", "actionGroupName"), ("short name", "groupShortName"), ("e-mail", "emailReceivers[0].emailAddress")],
        ["azure-native:dashboard:Dashboard"] = [("name", "dashboardName")],
        ["azure-native:dashboard:DashboardDefinition"] = [("dashboard", "dashboardName")],
        ["azure-native:dashboard:Grafana"] =
        [
            ("name", "workspaceName"),
            ("tier", "sku.name"),
            ("workspace", "properties.grafanaIntegrations.azureMonitorWorkspaceIntegrations[0].azureMonitorWorkspaceResourceId"),
        ],
        ["azure-native:managedidentity:UserAssignedIdentity"] = [("name", "resourceName")],
        ["azure-native:managedidentity:FederatedIdentityCredential"] =
            [("issuer", "issuer"), ("subject", "subject"), ("audience", "audiences[0]")],
        ["kubernetes:helm.sh/v3:Release"] =
        [
            ("chart", "chart"),
            ("version", "version"),
            ("namespace", "namespace"),
            ("client id", "values.podIdentity.azureWorkload.clientId"),
            ("operator replicas", "values.operator.replicaCount"),
        ],
        ["kubernetes:apps/v1:Deployment"] =
        [
            ("namespace", "metadata.namespace"),
            ("replicas", "spec.replicas"),
            ("image", "spec.template.spec.containers[0].image"),
            ("requests", "spec.template.spec.containers[0].resources.requests"),
            ("limits", "spec.template.spec.containers[0].resources.limits"),
        ],
        ["kubernetes:core/v1:Service"] =
            [("type", "spec.type"), ("port", "spec.ports[0].port"), ("port name", "spec.ports[0].name")],
        ["kubernetes:policy/v1:PodDisruptionBudget"] = [("max unavailable", "spec.maxUnavailable")],
        ["kubernetes:azmonitoring.coreos.com/v1:ServiceMonitor"] =
        [
            ("port name", "spec.endpoints[0].port"), ("path", "spec.endpoints[0].path"), ("interval", "spec.endpoints[0].interval"),
        ],
        ["kubernetes:azmonitoring.coreos.com/v1:PodMonitor"] = [("port name", "spec.podMetricsEndpoints[0].port")],
        ["kubernetes:keda.sh/v1alpha1:TriggerAuthentication"] =
            [("provider", "spec.podIdentity.provider"), ("identity", "spec.podIdentity.identityId")],
        ["kubernetes:keda.sh/v1alpha1:ScaledObject"] =
        [
            ("target", "spec.scaleTargetRef.name"),
            ("server address", "spec.triggers[0].metadata.serverAddress"),
            ("query", "spec.triggers[0].metadata.query"),
            ("threshold", "spec.triggers[0].metadata.threshold"),
            ("activation threshold", "spec.triggers[0].metadata.activationThreshold"),
            ("ignore null values", "spec.triggers[0].metadata.ignoreNullValues"),
            ("min replicas", "spec.minReplicaCount"),
            ("max replicas", "spec.maxReplicaCount"),
            ("polling interval", "spec.pollingInterval"),
            ("cooldown period", "spec.cooldownPeriod"),
            ("fallback", "spec.fallback"),
            ("behavior", "spec.advanced.horizontalPodAutoscalerConfig.behavior"),
        ],
    };

    /// <summary>The labels and values to show; what the resource does not have is left out.</summary>
    public static IEnumerable<(string Label, string Value)> Of(GraphResource resource) =>
        from highlight in _highlights.GetValueOrDefault(resource.Type, [])
        let value = InputValues.Find(resource.Inputs, highlight.Path)
        where value is not null
        select (highlight.Label, resource.Type == RoleAssignment ? AzureRoles.NameOf(value) ?? value : value);
}
