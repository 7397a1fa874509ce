using System.Text.Json.Nodes;
using KedaStack.Resources.Graph;

namespace KedaStack.Tests.Checks.Breakages;

/// <summary>Changes that look like a mistake and are none: the named check keeps quiet.</summary>
internal static class LegalChanges
{
    private const string Aks = "ManagedCluster/aks";
    private const string Release = "Release/keda";
    private const string ScaledObject = "ScaledObject/scaled-object";
    private const string Query = "spec.triggers[0].metadata.query";
    private const string App = "Deployment/sample-app";
    private const string Generator = "Deployment/load-generator";
    private const string Service = "Service/sample-app";
    private const string Budget = "PodDisruptionBudget/sample-app";
    private const string Monitor = "ServiceMonitor/service-monitor";
    private const string Credential = "FederatedIdentityCredential/keda-credential";
    private const string Container = "spec.template.spec.containers[0]";
    private const string Alerts = "PrometheusRuleGroup/autoscaler-alerts";
    private const string Grafana = "RoleAssignment/grafana-admin-deployer";

    public static IReadOnlyList<Breakage> All { get; } =
    [
        new("local-accounts", "local accounts without Entra ID", stack => stack.With(Aks, "disableLocalAccounts", false)),
        new("local-accounts", "access control of Kubernetes", stack => stack.With(Aks, "enableRBAC", true)),
        new("pod-security", "the chart's capabilities are dropped", stack => stack.With(Release, "values.securityContext.operator.capabilities", new JsonObject { ["drop"] = new JsonArray("ALL") })),
        new("pod-security", "a profile of the node", stack => stack.With(Release, "values.securityContext.operator", new JsonObject { ["seccompProfile"] = new JsonObject { ["type"] = "Localhost" } })),
        new("pod-security", "a container's own profile", stack => stack.With(App, $"{Container}.securityContext.seccompProfile", new JsonObject { ["type"] = "Localhost" })),
        new("pod-security", "not the host's processes", stack => stack.With(App, "spec.template.spec.hostPID", false)),
        new("plain-secret", "a secret's name with an output", stack => stack.With(Generator, $"{Container}.env[0].name", "API_KEY").With(Generator, $"{Container}.env[0].value", "${aks.fqdn}")),
        new("plain-secret", "a secret's name without a value", stack => stack.With(Generator, $"{Container}.env[0].name", "API_KEY").With(Generator, $"{Container}.env[0].value", "")),
        new("role-breadth", "one resource by its id", stack => stack.With(Grafana, "scope", "/subscriptions/1/resourceGroups/g/providers/Microsoft.Dashboard/grafana/g")),
        new("role-breadth", "another role of somebody else", stack => stack.WithReplaced(Grafana, "roleDefinitionId", "22926164-76b3-42b3-bc55-97df8dab3e41", "43d0d8ad-25c7-4714-9337-8ba259a9fe05")),
        new("federated-one-writer", "three credentials one after the other", stack => Chained(Chained(stack, "keda-credential", "second"), "second", "third")),
        new("chart-values", "five minutes", stack => stack.With(Release, "timeout", 300)),
        new("chart-values", "one webhook", stack => stack.With(Release, "values.webhooks.replicaCount", 1)),
        new("role-principal-type", "a user by an id", stack => stack.With(Grafana, "principalId", "11111111-1111-1111-1111-111111111111").With(Grafana, "principalType", "User")),
        new("query-selects-only-app", "service instead of job", stack => stack.WithReplaced(ScaledObject, Query, "job=", "service=")),
        new("query-labels", "a label that was renamed", stack => stack.WithReplaced(ScaledObject, Query, "{", "{exported_job=\"web\",")),
        new("query-labels", "a label that has to be absent", stack => stack.WithReplaced(ScaledObject, Query, "{", "{deployment=\"\",")),
        new("query-labels", "a label of the Service", stack => stack.With(Monitor, "spec.targetLabels", new JsonArray("team")).WithReplaced(ScaledObject, Query, "{", "{team=\"web\",")),
        new("query-labels", "a label by relabeling", stack => stack
            .With(Monitor, "spec.endpoints[0].metricRelabelings", new JsonArray(new JsonObject { ["targetLabel"] = "zone", ["replacement"] = "1" })).WithReplaced(ScaledObject, Query, "{", "{zone=\"1\",")),
        new("query-cluster-label", "a regular expression", stack => stack.WithReplaced(ScaledObject, Query, "cluster=\"", "cluster=~\"")),
        new("behavior-limits", "a window of an hour", stack => ConditionBreakages.WithBehavior(stack, "stabilizationWindowSeconds", 3600)),
        new("behavior-limits", "no window", stack => ConditionBreakages.WithBehavior(stack, "stabilizationWindowSeconds", 0)),
        new("behavior-limits", "a period of half an hour", stack => ConditionBreakages.WithPolicy(stack, "Percent", 1, 1800)),
        new("behavior-limits", "a period of a second", stack => ConditionBreakages.WithPolicy(stack, "Pods", 1, 1)),
        new("behavior-limits", "a direction off", stack => ConditionBreakages.WithBehavior(stack, "selectPolicy", "Disabled")),
        new("resource-limits", "a request of the limit", stack => stack.With(App, $"{Container}.resources.requests.memory", StackEdits.Get(stack.Named(App).Inputs, $"{Container}.resources.limits.memory"))),
        new("node-capacity", "a size that is not known", stack => stack.With(Aks, "agentPoolProfiles[0].vmSize", "Standard_Unknown_v9").With(ScaledObject, "spec.maxReplicaCount", 100)),
        new("disruption-budget", "half of two", stack => stack.With(Budget, "spec.minAvailable", "50%").Without(Budget, "spec.maxUnavailable").With(ScaledObject, "spec.minReplicaCount", 2)),
        new("disruption-budget", "a part of one", stack => stack.With(Budget, "spec.maxUnavailable", "1%")),
        new("listening-port", "a port of another variable", stack => stack.With(App, $"{Container}.env[2].name", "ADMIN_PORT").With(App, $"{Container}.env[2].value", "9000")),
        new("mounted-files", "a program of the image", stack => stack.With(Generator, $"{Container}.command[0]", "/usr/local/bin/python3")),
        new("port-numbers", "the first port for everybody", stack => stack.With(App, $"{Container}.ports[0].containerPort", 1024)),
        new("port-numbers", "the last port", stack => stack.With(App, $"{Container}.ports[0].containerPort", 65535)),
        new("port-numbers", "a Service's port 1", stack => stack.With(Service, "spec.ports[0].port", 1)),
        new("object-namespace", "a namespace that is always there", stack => stack.With("ConfigMap/load-generator", "metadata.namespace", "default")),
        new("allowed-values", "a day", stack => stack.With(Aks, "securityProfile.imageCleaner.intervalHours", 24)),
        new("allowed-values", "ninety days", stack => stack.With(Aks, "securityProfile.imageCleaner.intervalHours", 2160)),
        new("name-limits", "the longest ScaledObject", stack => stack.With(ScaledObject, "metadata.name", new string('a', 54))),
        new("name-limits", "a longer one with its HPA's name", stack => stack
            .With(ScaledObject, "metadata.name", new string('a', 63)).With(ScaledObject, "spec.advanced.horizontalPodAutoscalerConfig.name", "web")),
        new("alerts-enabled", "recording rules off", stack => stack.With("PrometheusRuleGroup/kubernetes-recording-rules", "enabled", false)),
        new("recording-rules", "none without Grafana", stack => stack.WithoutResource("Grafana/grafana").WithoutResource("PrometheusRuleGroup/kubernetes-recording-rules")),
        new("scrape-path", "the path by default", stack => stack.Without(Monitor, "spec.endpoints[0].path")),
        new("rule-group-cluster", "another letter case", stack => stack.With(Alerts, "clusterName", StackEdits.Get(stack.Named(Alerts).Inputs, "clusterName")!.GetValue<string>().ToUpperInvariant())),
        new("fallback-without-effect", "another word for false", stack => VersionBreakages.WithFallback(stack).With(ScaledObject, "spec.triggers[0].metadata.ignoreNullValues", "0")),
        new("scale-from-zero", "a metric of an ingress", stack => stack
            .WithReplaced(ScaledObject, Query, "http_requests_total", "nginx_ingress_controller_requests").With(ScaledObject, "spec.minReplicaCount", 0)),
        new("scale-from-zero", "idle at 1", stack => stack.With(ScaledObject, "spec.minReplicaCount", 2).With(ScaledObject, "spec.idleReplicaCount", 1)),
        new("replica-bounds", "as many at least as at most", stack => stack.With(ScaledObject, "spec.minReplicaCount", 10)),
        new("scaled-object-order", "its target through a component", stack => stack.WithOptions(
            ScaledObject, options => options with { DependsOn = [.. options.DependsOn.Select(urn => urn == stack.Named(App).Urn ? stack.Named(App).Parent! : urn)] })),
    ];

    private static ResourceGraph Chained(ResourceGraph stack, string after, string name)
    {
        var first = stack.Named($"FederatedIdentityCredential/{after}").Urn;
        return stack.WithCopy(Credential, name).WithOptions($"FederatedIdentityCredential/{name}", options => options with { DependsOn = [first] });
    }
}
