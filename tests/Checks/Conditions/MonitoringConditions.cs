using System.Text.Json.Nodes;
using KedaStack.Resources.Graph;

namespace KedaStack.Tests.Checks.Conditions;

/// <summary>Rules, alerts, monitors and the collection of metrics; and what the trigger asks.</summary>
internal static class MonitoringConditions
{
    private const string Rules = "PrometheusRuleGroup/kubernetes-recording-rules";
    private const string Alerts = "PrometheusRuleGroup/autoscaler-alerts";
    private const string Monitor = "ServiceMonitor/service-monitor";
    private const string Endpoint = "spec.endpoints[0]";
    private const string Collection = "DataCollectionRule/data-collection-rule";
    private const string ScaledObject = "ScaledObject/scaled-object";
    private const string Metadata = "spec.triggers[0].metadata";
    private const string Group = "rules[0].actions[0].actionGroupId";
    private const string Association = "DataCollectionRuleAssociation/data-collection-rule-association";

    public static IReadOnlyList<StackCondition> All { get; } =
    [
        new("alerts-enabled", "a group of alerts and records off", stack => stack.With(Alerts, "enabled", false).Without(Alerts, "rules[0].alert"), "enabled", "false; expected true"),
        new("alerts-enabled", "a rule of the dashboards off", stack => stack.With(Rules, "rules[0].enabled", false)),
        new("alerts-enabled", "the second alert off", stack => stack.With(Alerts, "rules[1].enabled", false), "rules[1].enabled", "false; expected true"),
        new("rule-group-cluster", "an alias that the query names, too", stack => stack.WithReplaced(ScaledObject, $"{Metadata}.query", "cluster=\"", "cluster=\"alias-").With(Alerts, "clusterName", "alias-" + StackEdits.Get(stack.Named(Alerts).Inputs, "clusterName"))),
        new("rule-group-cluster", "an alias that the query does not name", stack => stack.With(Alerts, "clusterName", "alias"), "clusterName", "alias; expected "),
        new("rule-group-cluster", "no name", stack => stack.Without(Alerts, "clusterName"), "clusterName", "nothing; expected "),
        new("rule-group-cluster", "the cluster by its id", stack => stack.With(Alerts, "scopes", new JsonArray("/subscriptions/1/resourceGroups/g/providers/Microsoft.ContainerService/managedClusters/aks"))),
        new("rule-group-cluster", "no cluster in its scopes", stack => stack.With(Alerts, "scopes", new JsonArray("/subscriptions/1/resourceGroups/g/providers/Microsoft.Monitor/accounts/w")), "scopes", "expected the cluster's id, too"),
        new("rule-group-limits", "no workspace in its scopes", stack => stack.With(Alerts, "scopes", new JsonArray("/subscriptions/1/resourceGroups/g/providers/Microsoft.ContainerService/managedClusters/aks")), "scopes", "expected the id of a workspace"),
        new("rule-group-limits", "the workspace by its id", stack => stack.With(Alerts, "scopes", new JsonArray("/subscriptions/1/resourceGroups/g/providers/Microsoft.Monitor/accounts/w"))),
        new("scrape-path", "the path by default, which the script does not answer", stack => stack.Without(Monitor, $"{Endpoint}.path").Edited("ConfigMap/sample-app", Elsewhere), $"{Endpoint}.path", "/metrics; expected what the app's script answers"),
        new("scrape-path", "a path that the script answers", stack => stack.With(Monitor, $"{Endpoint}.path", "/elsewhere").Edited("ConfigMap/sample-app", Elsewhere)),
        new("scrape-path", "with TLS", stack => stack.With(Monitor, $"{Endpoint}.scheme", "https"), $"{Endpoint}.scheme", "https; expected what the app's script answers"),
        new("scrape-path", "without TLS", stack => stack.With(Monitor, $"{Endpoint}.scheme", "http")),
        new("monitor-label-limits", "a PodMonitor's", stack => stack.With("PodMonitor/keda-metrics", "spec.labelLimit", 64), "spec.labelLimit", "64; expected 63"),
        new("monitor-label-limits", "none", stack => stack.Without(Monitor, "spec.labelNameLengthLimit"), "spec.labelNameLengthLimit", "nothing; expected 511"),
        new("monitor-label-limits", "one more of a value", stack => stack.With(Monitor, "spec.labelValueLengthLimit", 1024), "spec.labelValueLengthLimit", "1024; expected 1023"),
        new("scrape-times", "a PodMonitor's timeout above its interval", stack => stack.With("PodMonitor/keda-metrics", "spec.podMetricsEndpoints[0].interval", "10s").With("PodMonitor/keda-metrics", "spec.podMetricsEndpoints[0].scrapeTimeout", "11s"), "spec.podMetricsEndpoints[0].scrapeTimeout", "11s; expected a Prometheus duration of at most 10s"),
        new("grafana-workspace", "another size", stack => stack.With("Grafana/grafana", "sku.name", "Essential"), "sku.name", "Essential; expected Standard"),
        new("managed-prometheus", "an identity of the user", stack => stack.With("ManagedCluster/aks", "identity.type", "UserAssigned")),
        new("managed-prometheus", "no identity", stack => stack.Without("ManagedCluster/aks", "identity.type"), "identity.type", "nothing; expected SystemAssigned or UserAssigned"),
        new("managed-prometheus", "off, with a Prometheus that is given", stack => stack.With("ManagedCluster/aks", "azureMonitorProfile.metrics.enabled", false) with { Given = stack.Given with { HasPrometheus = true } }),
        new("data-collection-endpoint", "one from elsewhere", stack => stack.With(Collection, "dataCollectionEndpointId", "/subscriptions/1/resourceGroups/g/providers/Microsoft.Insights/dataCollectionEndpoints/e")),
        new("data-collection-endpoint", "the id of something else", stack => stack.With(Collection, "dataCollectionEndpointId", "/subscriptions/1/resourceGroups/g/providers/Microsoft.Insights/dataCollectionRules/r"), "dataCollectionEndpointId", "the id of a data collection endpoint"),
        new("recording-rules", "an empty expression", stack => stack.With(Rules, "rules[0].expression", ""), "rules", "no rule that records node_namespace_pod_container"),
        new("recording-rules", "alerts alone", stack => stack.WithoutResource(Rules).WithoutResource("PrometheusRuleGroup/node-recording-rules")),
        new("custom-kind-wait", "KEDA's kinds of its chart", stack => WithoutHooks(stack, ScaledObject)),
        new("custom-kind-wait", "a wait that is needed", stack => WaitFor(WithoutHooks(stack, Monitor))),
        new("custom-kind-wait", "a wait of its own", stack => WithoutHooks(stack, Monitor).WithObject("time:index:Sleep", "wait", "{}"), "", "an error hook that retries"),
        new("data-collection-association", "a rule from elsewhere", stack => stack.With(Association, "dataCollectionRuleId", "/subscriptions/1/resourceGroups/g/providers/Microsoft.Insights/dataCollectionRules/r")),
        new("data-collection-association", "no rule", stack => stack.With(Association, "dataCollectionRuleId", "${workspace.id}"), "", "no association with a data collection rule"),
        new("data-collection-association", "no metrics to collect", stack => stack.With("ManagedCluster/aks", "azureMonitorProfile.metrics.enabled", false).WithoutResource(Association)),
        .. ((string[])["service", "pod", "container", "endpoint", "instance"]).Select(label => new StackCondition(
            "query-labels", $"the label {label}", stack => stack.WithReplaced(ScaledObject, $"{Metadata}.query", "{", $"{{{label}!=\"x\","))),
        new("rule-group-limits", "once a day", stack => stack.With(Rules, "interval", "P1D")),
        new("rule-group-limits", "less than once a day", stack => stack.With(Rules, "interval", "P1DT1S"), "interval", "P1DT1S; expected PT1M to P1D"),
        new("rule-group-limits", "once a minute", stack => stack.With(Rules, "interval", "PT1M")),
        new("rule-group-limits", "a second less than a minute", stack => stack.With(Rules, "interval", "PT59S"), "interval", "PT59S"),
        new("rule-group-limits", "no interval", stack => stack.Without(Rules, "interval")),
        new("rule-group-limits", "a duration of Prometheus", stack => stack.With(Rules, "interval", "1m"), "interval", "1m"),
        new("rule-group-limits", "no expression", stack => stack.Without(Rules, "rules[0].expression"), "rules[0]", "a rule without an expression"),
        new("rule-group-limits", "an empty expression", stack => stack.With(Rules, "rules[0].expression", ""), "rules[0]", "a rule without an expression"),
        new("rule-group-limits", "no name", stack => stack.Without(Rules, "rules[0].record"), "rules[0]", "neither record nor alert"),
        new("rule-group-limits", "an alert's name", stack => stack.Without(Rules, "rules[0].record").With(Rules, "rules[0].alert", "Web")),
        new("rule-group-limits", "an expression of another language", stack => stack.With(Rules, "rules[0].expression", "sum(up"), "rules[0].expression", "a PromQL expression"),
        new("rule-group-limits", "the last rule's expression", stack => stack.With(Rules, "rules[18].expression", "sum(up"), "rules[18].expression", "a PromQL expression"),
        new("rule-group-limits", "no rules", stack => stack.With(Rules, "rules", new JsonArray()), "rules", "0 rules; expected 1 to 20"),
        new("rule-group-limits", "20 rules", stack => stack.With(Rules, "rules[19]", new JsonObject { ["record"] = "a:b", ["expression"] = "vector(1)" })),
        new("rule-group-limits", "a workspace by its id", stack => stack.With(Rules, "scopes", new JsonArray("/subscriptions/1/resourceGroups/g/providers/Microsoft.Monitor/accounts/w"))),
        new("rule-group-limits", "no scopes", stack => stack.With(Rules, "scopes", new JsonArray()), "scopes", "the id of a workspace"),
        new("alert-rule-fields", "at once", stack => stack.With(Alerts, "rules[0].for", "PT0S")),
        new("alert-rule-fields", "before it is true", stack => stack.With(Alerts, "rules[0].for", "-PT1M"), "rules[0].for", "-PT1M"),
        new("alert-rule-fields", "a number of minutes", stack => stack.With(Alerts, "rules[0].for", 10), "rules[0].for", "10"),
        new("alert-rule-fields", "no duration", stack => stack.Without(Alerts, "rules[0].for")),
        new("alert-rule-fields", "the second rule's duration", stack => stack.With(Alerts, "rules[1].for", "10m"), "rules[1].for", "10m"),
        new("alert-rule-fields", "a rule after one that records", stack => stack.Without(Alerts, "rules[0].alert").With(Alerts, "rules[0].record", "a:b").With(Alerts, "rules[1].for", "10m"), "rules[1].for", "10m"),
        new("alert-rule-fields", "the duration of a rule that records", stack => stack.Without(Alerts, "rules[0].alert").With(Alerts, "rules[0].record", "a:b").With(Alerts, "rules[0].for", "10m")),
        new("alert-rule-fields", "the worst", stack => stack.With(Alerts, "rules[0].severity", 0)),
        new("alert-rule-fields", "the mildest", stack => stack.With(Alerts, "rules[0].severity", 4)),
        new("alert-rule-fields", "worse than the worst", stack => stack.With(Alerts, "rules[0].severity", -1), "rules[0].severity", "-1; expected 0 to 4"),
        new("alert-rule-fields", "no severity", stack => stack.Without(Alerts, "rules[0].severity")),
        new("alert-rule-fields", "somebody's action group", stack => stack.With(Alerts, Group, "/subscriptions/1/resourceGroups/g/providers/microsoft.insights/actionGroups/oncall")) { Stack = PreviewedStacks.WithEmail },
        new("alert-rule-fields", "an action group's parts", stack => stack.With(Alerts, Group, "/subscriptions/1/resourceGroups/g/providers/microsoft.insights/actionGroups/oncall/members"), "rules[0].actions", "the id of an action group") { Stack = PreviewedStacks.WithEmail },
        new("alert-rule-fields", "no action group", stack => stack.Without(Alerts, Group), "rules[0].actions", "the id of an action group") { Stack = PreviewedStacks.WithEmail },
        new("scrape-times", "each second", stack => stack.With(Monitor, $"{Endpoint}.interval", "1s").Without(Monitor, $"{Endpoint}.scrapeTimeout")),
        new("scrape-times", "more often than each second", stack => stack.With(Monitor, $"{Endpoint}.interval", "999ms").Without(Monitor, $"{Endpoint}.scrapeTimeout"), $"{Endpoint}.interval", "999ms"),
        new("scrape-times", "no duration", stack => stack.With(Monitor, $"{Endpoint}.interval", "30"), $"{Endpoint}.interval", "30"),
        new("scrape-times", "the agent's interval", stack => stack.Without(Monitor, $"{Endpoint}.interval").With(Monitor, $"{Endpoint}.scrapeTimeout", "30s")),
        new("scrape-times", "more patience than the agent's interval", stack => stack.Without(Monitor, $"{Endpoint}.interval").With(Monitor, $"{Endpoint}.scrapeTimeout", "31s"), $"{Endpoint}.scrapeTimeout", "31s"),
        new("scrape-times", "no patience", stack => stack.With(Monitor, $"{Endpoint}.scrapeTimeout", "0s"), $"{Endpoint}.scrapeTimeout", "0s"),
        new("scrape-times", "patience that is no duration", stack => stack.With(Monitor, $"{Endpoint}.scrapeTimeout", "10"), $"{Endpoint}.scrapeTimeout", "10"),
        new("scrape-times", "a second endpoint", stack => stack.With(Monitor, "spec.endpoints[1]", new JsonObject { ["port"] = "http", ["interval"] = "x" }), "spec.endpoints[1].interval", "x"),
        new("data-collection-flow", "a source without a name", stack => stack.With(Collection, "dataSources.prometheusForwarder[0].name", ""), "dataSources.prometheusForwarder", "a source of Microsoft-PrometheusMetrics"),
        new("data-collection-flow", "a second source of something else", stack => stack.With(Collection, "dataSources.prometheusForwarder[1]", new JsonObject { ["name"] = "other", ["streams"] = new JsonArray("Microsoft-Perf") })),
        new("data-collection-flow", "a workspace by its id", stack => stack.With(Collection, "destinations.monitoringAccounts[0].accountResourceId", "/subscriptions/1/resourceGroups/g/providers/Microsoft.Monitor/accounts/w")),
        new("trigger-metadata-values", "an activation that is no number", stack => stack.With(ScaledObject, $"{Metadata}.activationThreshold", "five"), $"{Metadata}.activationThreshold", "five"),
        new("trigger-metadata-values", "an activation of a fraction", stack => stack.With(ScaledObject, $"{Metadata}.activationThreshold", "0.5")),
        new("trigger-metadata-values", "a threshold of a thousandth", stack => stack.With(ScaledObject, $"{Metadata}.threshold", "0.001")),
        new("trigger-metadata-values", "a threshold that becomes 0", stack => stack.With(ScaledObject, $"{Metadata}.threshold", "0.0004"), $"{Metadata}.threshold", "0.0004"),
        new("trigger-metadata-values", "no threshold", stack => stack.Without(ScaledObject, $"{Metadata}.threshold"), $"{Metadata}.threshold", "nothing"),
        new("server-address", "a workspace of somebody", stack => Address(stack, "https://w-a1b2.eastus.prometheus.monitor.azure.com")),
        new("server-address", "a workspace of another cloud", stack => Address(stack, "https://w-a1b2.usgovvirginia.prometheus.monitor.azure.us")),
        new("server-address", "a workspace without encryption", stack => Address(stack, "http://w-a1b2.eastus.prometheus.monitor.azure.com"), $"{Metadata}.serverAddress", "http://"),
        new("server-address", "a workspace's path", stack => Address(stack, "https://w-a1b2.eastus.prometheus.monitor.azure.com/api"), $"{Metadata}.serverAddress", "/api"),
        new("server-address", "a workspace's query", stack => Address(stack, "https://w-a1b2.eastus.prometheus.monitor.azure.com?a=b"), $"{Metadata}.serverAddress", "?a=b"),
        new("server-address", "somebody's Prometheus", stack => Address(stack, "https://prometheus.example"), $"{Metadata}.serverAddress", "prometheus.example"),
        new("server-address", "no address", stack => stack.Without(ScaledObject, $"{Metadata}.serverAddress"), $"{Metadata}.serverAddress", "nothing"),
        new("server-address", "a text", stack => Address(stack, "workspace"), $"{Metadata}.serverAddress", "workspace"),
    ];

    private static GraphResource Elsewhere(GraphResource scripts) => scripts with
    {
        Inputs = JsonNode.Parse(scripts.Inputs.ToJsonString().Replace("/metrics", "/elsewhere", StringComparison.Ordinal))!.AsObject(),
    };

    private static ResourceGraph Address(ResourceGraph stack, string address) => stack.With(ScaledObject, $"{Metadata}.serverAddress", address);

    private static ResourceGraph WithoutHooks(ResourceGraph stack, string resource) =>
        stack.WithOptions(resource, options => options with { Hooks = new Dictionary<string, IReadOnlyList<string>>() });

    private static ResourceGraph WaitFor(ResourceGraph stack)
    {
        var waiting = stack.WithObject("time:index:Sleep", "wait", "{}");
        return waiting.WithOptions(Monitor, options => options with { DependsOn = [waiting.Resources.Single(one => one.Type == "time:index:Sleep").Urn] });
    }
}
