using System.Text.Json.Nodes;
using KedaStack.Resources.Graph;

namespace KedaStack.Tests.Checks.Breakages;

/// <summary>Mistakes for the conditions of checks that others break in one way only, and their exact limits.</summary>
internal static class ConditionBreakages
{
    private const string Aks = "ManagedCluster/aks";
    private const string Release = "Release/keda";
    private const string ScaledObject = "ScaledObject/scaled-object";
    private const string App = "Deployment/sample-app";
    private const string Service = "Service/sample-app";
    private const string Budget = "PodDisruptionBudget/sample-app";
    private const string Container = "spec.template.spec.containers[0]";
    private const string Behavior = "spec.advanced.horizontalPodAutoscalerConfig.behavior";

    public static IReadOnlyList<Breakage> All { get; } =
    [
        new("local-accounts", "no access control of Kubernetes", stack => stack.With(Aks, "enableRBAC", false)),
        new("pod-security", "the chart's capabilities", stack => stack.With(Release, "values.securityContext.operator.capabilities", new JsonObject { ["drop"] = new JsonArray("NET_RAW") })),
        new("pod-security", "the chart as root", stack => stack.With(Release, "values.podSecurityContext.operator", new JsonObject { ["runAsNonRoot"] = false })),
        new("pod-security", "the chart's privileges", stack => stack.With(Release, "values.securityContext.webhooks", new JsonObject { ["privileged"] = true })),
        new("pod-security", "the host's processes", stack => stack.With(App, "spec.template.spec.hostPID", true)),
        new("pod-security", "a port of the host", stack => stack.With(App, $"{Container}.ports[0].hostPort", 8000)),
        new("pod-security", "an open seccomp profile", stack => stack.With(App, $"{Container}.securityContext.seccompProfile", new JsonObject { ["type"] = "Unconfined" })),
        new("chart-values", "a second less", stack => stack.With(Release, "timeout", 299)),
        new("chart-values", "no webhook", stack => stack.With(Release, "values.webhooks.replicaCount", 0)),
        new("behavior-limits", "a window above an hour", stack => WithBehavior(stack, "stabilizationWindowSeconds", 3601)),
        new("behavior-limits", "a window below 0", stack => WithBehavior(stack, "stabilizationWindowSeconds", -1)),
        new("behavior-limits", "a period above half an hour", stack => WithPolicy(stack, "Pods", 1, 1801)),
        new("behavior-limits", "a period of 0", stack => WithPolicy(stack, "Pods", 1, 0)),
        new("behavior-limits", "a policy of nothing", stack => WithPolicy(stack, "Percent", 0, 15)),
        new("behavior-limits", "an unknown unit", stack => WithPolicy(stack, "Pod", 1, 15)),
        new("behavior-limits", "another letter case", stack => WithBehavior(stack, "selectPolicy", "max")),
        new("resource-limits", "a request of 0", stack => stack.With(App, $"{Container}.resources.requests.cpu", "0")),
        new("disruption-budget", "all of them in percent", stack => stack.With(Budget, "spec.minAvailable", "100%").Without(Budget, "spec.maxUnavailable")),
        new("disruption-budget", "none of them in percent", stack => stack.With(Budget, "spec.maxUnavailable", "0%")),
        new("port-numbers", "one above the last port", stack => stack.With(App, $"{Container}.ports[0].containerPort", 65536)) { Also = ["listening-port", "network-policy-scrape", "network-policy-client"] },
        new("port-numbers", "a Service's port 0", stack => stack.With(Service, "spec.ports[0].port", 0)) { Also = ["service-address"] },
        new("allowed-values", "an hour less", stack => stack.With(Aks, "securityProfile.imageCleaner.intervalHours", 23)),
        new("allowed-values", "an hour more", stack => stack.With(Aks, "securityProfile.imageCleaner.intervalHours", 2161)),
        new("name-limits", "a long ScaledObject with its HPA's name", stack => stack
            .With(ScaledObject, "metadata.name", new string('a', 64)).With(ScaledObject, "spec.advanced.horizontalPodAutoscalerConfig.name", "web")),
        new("name-limits", "a hyphen at the end", stack => stack.With(Aks, "dnsPrefix", "kedastack-")),
        new("alerts-enabled", "a group", stack => stack.With("PrometheusRuleGroup/autoscaler-alerts", "enabled", false)),
        new("alerts-enabled", "one rule", stack => stack.With("PrometheusRuleGroup/autoscaler-alerts", "rules[0].enabled", false)),
        new("alerts-enabled", "who is told", stack => stack.With("ActionGroup/alert-emails", "enabled", false)) { Stack = PreviewedStacks.WithEmail },
        new("recording-rules", "one rule off", stack => stack.With("PrometheusRuleGroup/kubernetes-recording-rules", "rules[0].enabled", false)),
        new("recording-rules", "the group off", stack => stack.With("PrometheusRuleGroup/kubernetes-recording-rules", "enabled", false)),
        new("scale-from-zero", "idle at 0", stack => stack.With(ScaledObject, "spec.minReplicaCount", 2).With(ScaledObject, "spec.idleReplicaCount", 0)),
        new("fallback-without-effect", "another word for true", stack => VersionBreakages.WithFallback(stack).With(ScaledObject, "spec.triggers[0].metadata.ignoreNullValues", "1")),
    ];

    /// <summary>With both directions of the behavior, one of them with a field.</summary>
    public static ResourceGraph WithBehavior(ResourceGraph stack, string field, JsonNode value) => stack.With(
        ScaledObject, Behavior, new JsonObject { ["scaleUp"] = new JsonObject { ["stabilizationWindowSeconds"] = 0 }, ["scaleDown"] = new JsonObject { [field] = value } });

    /// <summary>With both directions of the behavior, one of them with a policy.</summary>
    public static ResourceGraph WithPolicy(ResourceGraph stack, string type, int value, int periodSeconds) => WithBehavior(
        stack, "policies", new JsonArray(new JsonObject { ["type"] = type, ["value"] = value, ["periodSeconds"] = periodSeconds }));
}
