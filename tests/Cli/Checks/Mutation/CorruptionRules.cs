namespace KedaStack.Tests.Cli.Checks.Mutation;

/// <summary>What breaks a deployment of the default stack and its variants.</summary>
internal static class CorruptionRules
{
    private const string Aks = "ManagedCluster/aks";
    private const string Pool = "agentPoolProfiles[0]";
    private const string App = "Deployment/sample-app";
    private const string Pod = "spec.template.spec";
    private const string Container = $"{Pod}.containers[0]";
    private const string ScaledObject = "ScaledObject/scaled-object";
    private const string Query = "spec.triggers[0].metadata.query";
    private const string Authentication = "TriggerAuthentication/keda-authentication";
    private const string Monitor = "ServiceMonitor/service-monitor";

    private static readonly CorruptionRule[] _cluster =
    [
        new(Aks, "oidcIssuerProfile.enabled", "no issuer to trust", Change.Flipped),
        new(Aks, "securityProfile.workloadIdentity.enabled", "no token for KEDA", Change.Flipped),
        new(Aks, "securityProfile.imageCleaner.intervalHours", "below the least of 24", Change.To(1)),
        new(Aks, "azureMonitorProfile.metrics.enabled", "no metrics agent", Change.Flipped),
        new(Aks, "identity.type", "no identity for the metrics agent", Change.To("None"), Change.Misspelt),
        new(Aks, $"{Pool}.mode", "no system pool", Change.To("User")),
        new(Aks, $"{Pool}.minCount", "above maxCount", Change.To(9)),
        new(Aks, $"{Pool}.maxCount", "below minCount", Change.To(1)),
        new(Aks, $"{Pool}.count", "below minCount", Change.To(0)),
        new(Aks, $"{Pool}.name", "no legal name", Change.To("System-Pool")),
        new(Aks, $"{Pool}.vmSize", "no such size", Change.To("D2s_v5"), Change.Dropped),
        new(Aks, $"{Pool}.enableAutoScaling", "bounds without autoscaling", Change.Flipped),
        new(Aks, $"{Pool}.osType", "a Windows pool cannot be the system pool", Change.To("Windows")),
        new(Aks, $"{Pool}.osSKU", "no such system", Change.Misspelt),
        new(Aks, $"{Pool}.type", "no such type", Change.Misspelt),
        new(Aks, "dnsPrefix", "no legal name", Change.To("kedastack_dev"), Change.Dropped),
        new(Aks, "sku.tier", "no such tier", Change.Misspelt),
        new(Aks, "autoUpgradeProfile.upgradeChannel", "no such channel", Change.Misspelt),
        new(Aks, "resourceName", "the query and the rules name another cluster", Change.Misspelt),
        new(Aks, "location", "no such region", Change.To("nowhere")),
        new(Aks, "networkProfile.podCidr", "overlaps the Services", Change.To("10.0.0.0/14")),
        new(Aks, "networkProfile.serviceCidr", "no range", Change.To("10.0.0.0/33")),
        new(Aks, "networkProfile.dnsServiceIP", "outside of the Services", Change.To("10.9.0.10")),
        new(Aks, "networkProfile.networkPlugin", "no overlay and no Cilium with it", Change.To("kubenet")),
        new(Aks, "networkProfile.networkDataplane", "Cilium policies without Cilium", Change.Dropped),
        new(Aks, "networkProfile.networkPluginMode", "a pod range without overlay", Change.Dropped),
        new(Aks, "aadProfile.managed", "the old integration is gone", Change.Flipped) { Stack = PreviewedStacks.Entra },
        new(Aks, "aadProfile.enableAzureRBAC", "the deployer's role has no effect", Change.Flipped) { Stack = PreviewedStacks.Entra },
        new(Aks, "aadProfile", "nobody gets in", Change.Dropped) { Stack = PreviewedStacks.Entra },
        new(Aks, "workloadAutoScalerProfile.keda.enabled", "no KEDA", Change.Flipped) { Stack = PreviewedStacks.AddOn },
    ];

    private static readonly CorruptionRule[] _identity =
    [
        new("FederatedIdentityCredential/*", "issuer", "AADSTS700211", Change.Misspelt, Change.To("${aks.fqdn}")),
        new("FederatedIdentityCredential/*", "subject", "AADSTS700213", Change.Misspelt, Change.To("system:serviceaccount:keda-demo:keda-operator")),
        new("FederatedIdentityCredential/*", "subject", "AADSTS700213", Change.Replaced("kube-system", "keda")) { Stack = PreviewedStacks.AddOn },
        new("FederatedIdentityCredential/*", "audiences[0]", "AADSTS700212", Change.Misspelt),
        new("FederatedIdentityCredential/*", "resourceName", "on another identity", Change.Misspelt),
        new("UserAssignedIdentity/*", "resourceName", "the credential is on another identity", Change.Misspelt),
        new("RoleAssignment/keda-monitoring-data-reader", "principalId", "PrincipalNotFound", Change.Crossed, Change.Dropped),
        new("RoleAssignment/keda-monitoring-data-reader", "principalType", "PrincipalNotFound", Change.Dropped, Change.To("User")),
        new("RoleAssignment/keda-monitoring-data-reader", "scope", "403", Change.To("${aks.id}"), Change.Dropped),
        new("RoleAssignment/keda-monitoring-data-reader", "roleDefinitionId", "403", Change.Misspelt, Change.Replaced("b0d8363b-8ddd-447d-831f-62ca05bff136", "43d0d8ad-25c7-4714-9337-8ba259a9fe05")),
        new("RoleAssignment/keda-monitoring-data-reader", "roleAssignmentName", "no GUID", Change.Misspelt),
        new("RoleAssignment/grafana-monitoring-data-reader", "scope", "empty dashboards", Change.To("${aks.id}")),
        new("RoleAssignment/grafana-monitoring-data-reader", "principalType", "PrincipalNotFound", Change.Dropped),
        new("RoleAssignment/grafana-admin-deployer", "principalId", "nobody may open Grafana", Change.Crossed),
        new("RoleAssignment/grafana-admin-deployer", "scope", "nobody may open Grafana", Change.To("${workspace.id}")),
        new("RoleAssignment/aks-admin-deployer", "scope", "Forbidden", Change.To("${workspace.id}")) { Stack = PreviewedStacks.Entra },
        new("RoleAssignment/aks-admin-deployer", "principalId", "Forbidden", Change.Crossed) { Stack = PreviewedStacks.Entra },
        new("RoleAssignment/aks-admin-deployer", "roleDefinitionId", "Forbidden", Change.Replaced("b1ff04bb-8a4e-4dc4-8eb5-8693973ce19b", "3498e952-d568-435e-9b2c-8d77e338d7f7")) { Stack = PreviewedStacks.Entra },
        new(Authentication, "spec.podIdentity.identityId", "AADSTS700016", Change.Crossed),
        new(Authentication, "spec.podIdentity.identityId", "no client id on the add-on's account", Change.Dropped, Change.Crossed) { Stack = PreviewedStacks.AddOn },
        new(Authentication, "spec.podIdentity.provider", "no token", Change.To("azure"), Change.Dropped),
        new("Release/keda", "values.podIdentity.azureWorkload.enabled", "no token", Change.Flipped, Change.Dropped),
        new("Release/keda", "values.podIdentity.azureWorkload.clientId", "AADSTS700016", Change.Crossed),
        new("Release/keda", "values.podIdentity.azureWorkload.tenantId", "another tenant", Change.Crossed),
    ];

    private static readonly CorruptionRule[] _keda =
    [
        new("Release/keda", "namespace", "no such namespace, another subject", Change.Misspelt),
        new("Release/keda", "chart", "no such chart", Change.Misspelt),
        new("Release/keda", "version", "no such version", Change.Misspelt),
        new("Release/keda", "repositoryOpts.repo", "no such repository", Change.Misspelt, Change.Dropped),
        new("Release/keda", "timeout", "the first install takes longer", Change.To(10)),
        new("Release/keda", "values.operator.replicaCount", "no operator", Change.To(0)),
        new("Release/keda", "values.crds.install", "no custom resource definitions", Change.To(false)),
        new("Release/keda", "values.serviceAccount.operator.create", "no service account", Change.To(false)),
        new("Release/keda", "values.resources.operator.limits.memory", "below the request", Change.To("64Mi")),
        new("Release/keda", "values.podSecurityContext.operator.runAsNonRoot", "refused by Pod Security", Change.Flipped),
        new("Release/keda", "values.securityContext.operator.allowPrivilegeEscalation", "refused by Pod Security", Change.Flipped),
        new("Release/keda", "values.prometheus.operator.enabled", "no metrics of KEDA", Change.Flipped),
        new("PodMonitor/keda-metrics", "spec.podMetricsEndpoints[0].port", "no metrics of KEDA", Change.Misspelt),
        new(ScaledObject, "spec.scaleTargetRef.name", "no target", Change.Misspelt, Change.Dropped),
        new(ScaledObject, "spec.triggers[0].type", "no such scaler", Change.Misspelt),
        new(ScaledObject, "spec.triggers[0].authenticationRef.name", "not found", Change.Misspelt),
        new(ScaledObject, "spec.triggers[0].authenticationRef", "401", Change.Dropped),
        new(ScaledObject, "spec.triggers[0].metadata.serverAddress", "no such host", Change.Misspelt, Change.Dropped, Change.To("${workspace.id}")),
        new(ScaledObject, "spec.triggers[0].metadata.threshold", "no HPA", Change.Dropped, Change.To("0"), Change.To("ten"), Change.To(10)),
        new(ScaledObject, "spec.triggers[0].metadata.ignoreNullValues", "cannot be parsed", Change.To("no")),
        new(ScaledObject, "spec.triggers[0].metadata.ignoreNullValues", "an outage scales in", Change.Dropped, Change.To("true")),
        new(ScaledObject, "spec.minReplicaCount", "never wakes up", Change.To(0), Change.Dropped),
        new(ScaledObject, "spec.minReplicaCount", "above max", Change.To(11)),
        new(ScaledObject, "spec.maxReplicaCount", "below min", Change.To(0)),
        new(ScaledObject, "spec.pollingInterval", "no pause", Change.To(0)),
        new(ScaledObject, Query, "no result", Change.Replaced("http_requests_total", "http_request_total"), Change.Replaced("job=\"sample-app\"", "job=\"sample\"")),
        new(ScaledObject, Query, "no result", Change.Replaced("\"keda-demo\"", "\"keda\""), Change.Replaced("kedastack-dev", "aks"), Change.Replaced("job=", "deployment=")),
        new(ScaledObject, Query, "no result", Change.Replaced("[2m]", "[10s]"), Change.Replaced("[2m]", "")),
        new(ScaledObject, Query, "400", Change.Misspelt, Change.Replaced("sum(", "sum"), Change.Replaced("[2m]", "[2 minutes]")),
        new(ScaledObject, Query, "several elements", Change.Replaced("sum(", "sum by (pod) (")),
        new(ScaledObject, Query, "the counter itself", Change.Replaced("rate(", "last_over_time(")),
    ];

    private static readonly CorruptionRule[] _workload =
    [
        new("Namespace/*", "metadata.name", "the objects are in another one", Change.Misspelt),
        new("*", "apiVersion", "no matches for kind", Change.Misspelt),
        new("*", "kind", "no matches for kind", Change.Misspelt),
        new("*", "metadata.namespace", "no such namespace", Change.Misspelt),
        new("ConfigMap/*", "metadata.name", "nothing to mount", Change.Misspelt),
        new("ConfigMap/sample-app", "data.{sample_app.py}", "no script", Change.Dropped),
        new("Deployment/*", "spec.selector.matchLabels.{app.kubernetes.io/name}", "matches no pod", Change.Misspelt),
        new("Deployment/*", $"{Container}.image", "no such image", Change.Misspelt, Change.Dropped),
        new("Deployment/*", $"{Container}.command[1]", "no such file", Change.Misspelt),
        new("Deployment/*", $"{Container}.volumeMounts[0].name", "no such volume", Change.Misspelt),
        new("Deployment/*", $"{Container}.volumeMounts[0].mountPath", "the script is elsewhere", Change.Misspelt),
        new("Deployment/*", $"{Pod}.volumes[0].configMap.name", "no such ConfigMap", Change.Misspelt),
        new("Deployment/*", $"{Pod}.securityContext.runAsNonRoot", "refused by Pod Security", Change.Flipped),
        new("Deployment/*", $"{Pod}.securityContext.runAsUser", "the image's user is root", Change.Dropped, Change.To(0)),
        new("Deployment/*", $"{Pod}.securityContext.seccompProfile.type", "refused by Pod Security", Change.To("Unconfined")),
        new("Deployment/*", $"{Container}.securityContext.allowPrivilegeEscalation", "refused by Pod Security", Change.Flipped),
        new("Deployment/*", $"{Container}.securityContext.capabilities.drop", "refused by Pod Security", Change.Dropped),
        new("Deployment/*", $"{Container}.resources.requests.memory", "above the limit", Change.To("64Gi")),
        new("Deployment/*", $"{Container}.imagePullPolicy", "no such policy", Change.Misspelt),
        new("Deployment/*", $"{Pod}.topologySpreadConstraints[0].whenUnsatisfiable", "no such word", Change.Misspelt),
        new(App, "spec.template.metadata.labels.{app.kubernetes.io/name}", "matches no selector", Change.Misspelt),
        new(App, "spec.strategy.rollingUpdate.maxSurge", "neither surge nor unavailable", Change.To(0)),
        new(App, "spec.replicas", "undoes the scaling", Change.To(1)),
        new(App, $"{Container}.ports[0].name", "probes and Service use the name", Change.Misspelt),
        new(App, $"{Container}.ports[0].containerPort", "the app listens elsewhere", Change.To(8080)),
        new(App, $"{Container}.env[2].value", "listens elsewhere", Change.To("8080")),
        new(App, $"{Container}.startupProbe.httpGet.port", "never starts", Change.Misspelt),
        new(App, $"{Container}.readinessProbe.httpGet.port", "never ready", Change.Misspelt),
        new(App, $"{Container}.livenessProbe.httpGet.port", "restarts", Change.To(80)),
        new(App, $"{Container}.livenessProbe.httpGet.path", "counted", Change.To("/")),
        new(App, $"{Container}.startupProbe.timeoutSeconds", "below the least", Change.To(-1)),
        new("Deployment/load-generator", $"{Container}.env[2].value", "no load", Change.Replaced("sample-app", "app"), Change.Replaced(".keda-demo", ".default")),
        new("Deployment/load-generator", $"{Container}.env[3].value", "does not start", Change.To("fast")),
        new("Service/*", "spec.selector.{app.kubernetes.io/name}", "no endpoints", Change.Misspelt),
        new("Service/*", "spec.ports[0].name", "no target", Change.Misspelt, Change.Dropped),
        new("Service/*", "spec.ports[0].port", "no load", Change.To(8080)),
        new("Service/*", "spec.ports[0].targetPort", "no endpoints", Change.Misspelt),
        new("Service/*", "spec.ports[0].protocol", "no connection", Change.To("UDP")),
        new("Service/*", "metadata.labels.{app.kubernetes.io/name}", "no target", Change.Misspelt),
        new("Service/*", "metadata.name", "another job, another address", Change.Misspelt),
        new("NetworkPolicy/sample-app", "spec.ingress[0].ports[0].port", "no scrape", Change.To(80)),
        new("NetworkPolicy/sample-app", "spec.ingress[0].ports[0].protocol", "no scrape", Change.To("UDP")),
        new("NetworkPolicy/sample-app", "spec.ingress[0].from[1].namespaceSelector.matchLabels.{kubernetes.io/metadata.name}", "no scrape", Change.Misspelt),
        new("NetworkPolicy/sample-app", "spec.ingress[0].from[0].podSelector.matchLabels.{app.kubernetes.io/name}", "no load", Change.Misspelt),
        new("NetworkPolicy/sample-app", "spec.ingress", "no scrape", Change.Dropped),
        new("NetworkPolicy/load-generator", "spec.egress[0].ports[0].port", "no load", Change.To(80)),
        new("NetworkPolicy/load-generator", "spec.egress[1].ports[0].port", "no DNS", Change.To(5353)),
        new("PodDisruptionBudget/*", "spec.maxUnavailable", "blocks drains", Change.To(0)),
        new("PodDisruptionBudget/*", "spec.selector.matchLabels.{app.kubernetes.io/name}", "protects nothing", Change.Misspelt),
    ];

    private static readonly CorruptionRule[] _monitoring =
    [
        new(Monitor, "spec.selector.matchLabels.{app.kubernetes.io/name}", "no target", Change.Misspelt),
        new(Monitor, "spec.endpoints[0].port", "no target", Change.Misspelt, Change.To("8000"), Change.Dropped),
        new(Monitor, "spec.endpoints[0].path", "no metrics", Change.Misspelt),
        new(Monitor, "spec.endpoints[0].interval", "too rare for the window", Change.To("2m")),
        new(Monitor, "spec.endpoints[0].interval", "no duration", Change.To("15")),
        new(Monitor, "spec.endpoints[0].scrapeTimeout", "above the interval", Change.To("1m")),
        new(Monitor, "spec.labelLimit", "fewer than there are: the scrape fails", Change.To(3)),
        new("AzureMonitorWorkspace/*", "azureMonitorWorkspaceName", "no legal name", Change.To("-dev")),
        new("AzureMonitorWorkspace/*", "location", "the rule is elsewhere", Change.To("westeurope")),
        new("DataCollectionEndpoint/*", "kind", "does not work for the add-on", Change.Dropped, Change.To("Windows")),
        new("DataCollectionEndpoint/*", "dataCollectionEndpointName", "too long", Change.To("MSProm-australiasoutheast-kedastack-development")),
        new("DataCollectionRule/*", "kind", "does not work for the add-on", Change.Dropped),
        new("DataCollectionRule/*", "location", "another region than the workspace", Change.To("westeurope")),
        new("DataCollectionRule/*", "dataCollectionEndpointId", "no endpoint", Change.Dropped),
        new("DataCollectionRule/*", "destinations.monitoringAccounts[0].accountResourceId", "no workspace", Change.To("${aks.id}"), Change.Dropped),
        new("DataCollectionRule/*", "destinations.monitoringAccounts[0].name", "no such destination", Change.Misspelt),
        new("DataCollectionRule/*", "dataFlows[0].destinations[0]", "no such destination", Change.Misspelt),
        new("DataCollectionRule/*", "dataFlows[0].streams[0]", "no such stream", Change.Misspelt),
        new("DataCollectionRule/*", "dataSources.prometheusForwarder[0].streams[0]", "no such stream", Change.Misspelt),
        new("DataCollectionRule/*", "dataSources", "no source", Change.Dropped),
        new("DataCollectionRuleAssociation/*", "resourceUri", "of something else", Change.To("${workspace.id}")),
        new("DataCollectionRuleAssociation/*", "dataCollectionRuleId", "no rule", Change.To("${data-collection-endpoint.id}"), Change.Dropped),
        new("PrometheusRuleGroup/*", "interval", "out of range", Change.To("PT5S"), Change.To("1m")),
        new("PrometheusRuleGroup/*", "clusterName", "no series", Change.Misspelt),
        new("PrometheusRuleGroup/*", "scopes[0]", "no workspace", Change.Dropped),
        new("PrometheusRuleGroup/*", "location", "another region than the workspace", Change.To("westeurope")),
        new("PrometheusRuleGroup/*", "rules[3].record", "empty panels", Change.Misspelt),
        new("PrometheusRuleGroup/*", "rules[3].expression", "BadRequest", Change.Dropped, Change.To("sum(rate(a[5m])")),
        new("PrometheusRuleGroup/kubernetes-recording-rules", "rules[14].labels", "empty panels", Change.Dropped),
        new("PrometheusRuleGroup/*", "enabled", "empty panels", Change.Flipped),
        new("Grafana/*", "workspaceName", "too long", Change.To("kedastack-development-dc5d09")),
        new("Grafana/*", "sku.name", "no such tier", Change.Misspelt),
        new("Grafana/*", "identity", "may not read", Change.Dropped),
        new("Grafana/*", "properties.grafanaIntegrations.azureMonitorWorkspaceIntegrations[0].azureMonitorWorkspaceResourceId", "no data", Change.To("${aks.id}")),
        new("Grafana/*", "properties.grafanaMajorVersion", "retired", Change.To("10")),
        new("ResourceGroup/*", "resourceGroupName", "the others are elsewhere", Change.Misspelt),
        new("DataCollectionRule/*", "resourceGroupName", "no such group", Change.Misspelt),
        new(Aks, "resourceGroupName", "no such group", Change.Misspelt),
    ];

    /// <summary>Mistakes in options, one each.</summary>
    private static readonly Corruption[] _options =
    [
        new(PreviewedStacks.Default, "Service/sample-app without its provider", "in another cluster", stack => stack.Edited("Service/sample-app", one => one with { Provider = null })),
        new(PreviewedStacks.Default, "ScaledObject/scaled-object without the TriggerAuthentication", "not found", stack => stack.WithoutDependency(ScaledObject, Authentication)),
        new(PreviewedStacks.Default, "ScaledObject/scaled-object without dependencies", "the finalizer stays", stack => stack.WithOptions(ScaledObject, options => options with { DependsOn = [] })),
        new(PreviewedStacks.Default, "TriggerAuthentication/keda-authentication without dependencies", "the finalizer stays", stack => stack.WithOptions(Authentication, options => options with { DependsOn = [] })),
        new(PreviewedStacks.Default, "ServiceMonitor/service-monitor without its hook", "no matches for kind", stack => stack.WithOptions(Monitor, options => options with { Hooks = new Dictionary<string, IReadOnlyList<string>>() })),
        new(PreviewedStacks.Default, "Deployment/sample-app without ignoreChanges", "undoes the scaling", stack => stack.WithOptions(App, options => options with { IgnoreChanges = [] })),
        new(PreviewedStacks.Entra, "the provider without dependencies", "Forbidden", stack => stack.WithOptions("kubernetes/kubernetes", options => options with { DependsOn = [] })),
        new(PreviewedStacks.AddOn, "ScaledObject/scaled-object without its hook", "no matches for kind", stack => stack.WithOptions(ScaledObject, options => options with { Hooks = new Dictionary<string, IReadOnlyList<string>>() })),
    ];

    /// <summary>All corruptions.</summary>
    public static IReadOnlyList<Corruption> Expand() =>
    [
        .. new[] { _cluster, _identity, _keda, _workload, _monitoring }.SelectMany(rules => rules).SelectMany(rule => rule.Expand()),
        .. _options,
    ];
}
