using System.Text.Json.Nodes;
using KedaStack.Resources.Graph;

namespace KedaStack.Tests.Checks.Breakages;

/// <summary>Mistakes on the way from the app to the workspace and to Grafana.</summary>
internal static class MonitoringBreakages
{
    private const string Aks = "ManagedCluster/aks";
    private const string Rule = "DataCollectionRule/data-collection-rule";
    private const string Association = "DataCollectionRuleAssociation/data-collection-rule-association";
    private const string Monitor = "ServiceMonitor/service-monitor";
    private const string Alerts = "PrometheusRuleGroup/autoscaler-alerts";
    private const string Emails = "ActionGroup/alert-emails";
    private const string KubernetesRules = "PrometheusRuleGroup/kubernetes-recording-rules";

    public static IReadOnlyList<Breakage> All { get; } =
    [
        new("managed-prometheus", "switched off", stack => stack.With(Aks, "azureMonitorProfile.metrics.enabled", false)),
        new("managed-prometheus", "no managed identity", stack => stack.Without(Aks, "identity")),
        new("data-collection-kind", "left out", stack => stack.Without(Rule, "kind")),
        new("data-collection-endpoint", "left out", stack => stack.Without(Rule, "dataCollectionEndpointId")),
        new("data-collection-region", "the cluster's", stack => stack.With(Rule, "location", "westeurope")),
        new("data-collection-flow", "another name", stack => stack.With(Rule, "dataFlows[0].destinations[0]", "MonitoringAccount2")),
        new("data-collection-flow", "another stream", stack => stack.With(Rule, "dataSources.prometheusForwarder[0].streams[0]", "Microsoft-Perf")),
        new("data-collection-flow", "another destination", stack => stack.With(Rule, "destinations.monitoringAccounts[0].accountResourceId", "${aks.id}")),
        new("data-collection-association", "none", stack => stack.WithoutResource(Association)),
        new("data-collection-association", "of something else", stack => stack.With(Association, "resourceUri", "${workspace.id}")),
        new("data-collection-association", "a rule for another workspace", stack => SecondWorkspace(stack)),
        new("monitor-api-group", "the upstream group", stack => stack.With(Monitor, "apiVersion", "monitoring.coreos.com/v1")),
        new("monitor-missing", "none", stack => stack.WithoutResource(Monitor)),
        new("monitor-selector", "another label", stack => stack.With(Monitor, "spec.selector.matchLabels.{app.kubernetes.io/name}", "app")),
        new("monitor-selector", "another namespace", stack => stack.With(Monitor, "metadata.namespace", "kube-system")),
        new("monitor-selector", "no such pods", stack => stack.With("PodMonitor/keda-metrics", "metadata.namespace", "keda-demo")),
        new("monitor-port", "a number", stack => stack.With(Monitor, "spec.endpoints[0].port", "80")),
        new("monitor-port", "the chart's closed port", stack => stack.With("Release/keda", "values.prometheus.operator.enabled", false)),
        new("scrape-times", "a timeout above the interval", stack => stack.With(Monitor, "spec.endpoints[0].scrapeTimeout", "20s")),
        new("scrape-times", "no duration", stack => stack.With(Monitor, "spec.endpoints[0].interval", "15")),
        new("monitor-label-limits", "a low one", stack => stack.With(Monitor, "spec.labelLimit", 10)),
        new("scrape-path", "another path", stack => stack.With(Monitor, "spec.endpoints[0].path", "/prometheus")),
        new("scrape-path", "https", stack => stack.With(Monitor, "spec.endpoints[0].scheme", "https")),
        new("custom-kind-wait", "no retry", stack => stack.WithOptions(Monitor, options => options with { Hooks = new Dictionary<string, IReadOnlyList<string>>() })),
        new("custom-kind-wait", "no retry with the add-on", stack => stack.WithOptions(
            "ScaledObject/scaled-object", options => options with { Hooks = new Dictionary<string, IReadOnlyList<string>>() }))
        {
            Stack = PreviewedStacks.AddOn,
        },
        new("recording-rules", "one missing", stack => stack.Without(KubernetesRules, "rules[10]")),
        new("recording-rules", "a group missing", stack => stack.WithoutResource(KubernetesRules)),
        new("rule-group-limits", "too often", stack => stack.With(KubernetesRules, "interval", "PT30S")),
        new("rule-group-limits", "too many rules", stack => Enumerable.Range(19, 2).Aggregate(stack, (changed, place) =>
            changed.With(KubernetesRules, $"rules[{place}]", new JsonObject { ["record"] = "a:b", ["expression"] = "vector(1)" }))),
        new("rule-group-limits", "no workspace", stack => stack.With(KubernetesRules, "scopes", new JsonArray("${aks.id}"))),
        new("rule-group-cluster", "no cluster", stack => stack.With(KubernetesRules, "scopes", new JsonArray("${workspace.id}"))),
        new("rule-group-cluster", "another cluster", stack => stack.With(KubernetesRules, "clusterName", "other")),
        new("rule-group-cluster", "alerts of every cluster", stack => stack.With(Alerts, "scopes", new JsonArray("${workspace.id}"))),
        new("alert-rule-fields", "a duration of Prometheus", stack => stack.With(Alerts, "rules[0].for", "10m")),
        new("alert-rule-fields", "a severity of Prometheus", stack => stack.With(Alerts, "rules[0].severity", "warning")),
        new("alert-rule-fields", "a severity out of range", stack => stack.With(Alerts, "rules[0].severity", 5)),
        new("alert-rule-fields", "the workspace as an action group", stack => stack.With(Alerts, "rules[0].actions[0].actionGroupId", "${workspace.id}"))
        {
            Stack = PreviewedStacks.WithEmail,
        },
        new("alerts-enabled", "the group", stack => stack.With(Alerts, "enabled", false)),
        new("alerts-enabled", "a rule", stack => stack.With(Alerts, "rules[0].enabled", false)),
        new("alerts-enabled", "the action group", stack => stack.With(Emails, "enabled", false)) { Stack = PreviewedStacks.WithEmail },
        new("grafana-workspace", "no link", stack => stack.Without("Grafana/grafana", "properties.grafanaIntegrations")),
        new("grafana-workspace", "a tier of the past", stack => stack.With("Grafana/grafana", "sku.name", "Essential")),
    ];

    private static ResourceGraph SecondWorkspace(ResourceGraph stack) => stack
        .WithCopy("AzureMonitorWorkspace/workspace", "second")
        .With("AzureMonitorWorkspace/second", "azureMonitorWorkspaceName", "second")
        .With(Rule, "destinations.monitoringAccounts[0].accountResourceId", "${second.id}");
}
