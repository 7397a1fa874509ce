namespace KedaStack.Tests.Checks.Files;

/// <summary>What people's files have that is legal and looks like a mistake, each beside the mistake itself.</summary>
internal static class NeighbourBreakages
{
    private const string Trigger = "    metadata:\n      serverAddress:";
    private const string Ports = "        - {name: http, containerPort: 8080}\n";
    private const string Policy = "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: web, namespace: shop}\nspec:\n  podSelector: {matchLabels: {app: web}}\n  ingress:\n  - {from: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: monitoring}}}]}\n";
    private const string Limits = "apiVersion: v1\nkind: LimitRange\nmetadata: {name: limits, namespace: shop}\nspec: {limits: [{type: Container, default: {cpu: 200m}}]}\n";

    public static IReadOnlyList<FileBreakage> All { get; } =
    [
        new("", "a StatefulSet's claim that is mounted", StatefulSet("data", "data")),
        new("mounted-files", "a mount of another name than its claim", StatefulSet("data", "other"), "spec.template.spec.containers", "a mount of other"),
        new("mounted-files", "a mount of a Deployment without a volume", App.With(Ports, Ports + "        volumeMounts: [{name: data, mountPath: /data}]\n"), "spec.template.spec.containers", "a mount of data"),
        new("mounted-files", "a ConfigMap that is elsewhere", Volume(""), "spec.template.spec.volumes", "the ConfigMap settings: not among these files") { IsInformation = true },
        new("", "a ConfigMap that need not be there", Volume(", optional: true")),
        new("mounted-files", "a script that its ConfigMap does not have", Script("[start.sh]", "/scripts/run.sh", ""), "spec.template.spec.containers", "/scripts/run.sh"),
        new("", "a script of its ConfigMap", Script("[run.sh]", "/scripts/run.sh", "")),
        new("", "a script of its ConfigMap under another name", Script("[start.sh]", "/scripts/run.sh", ", items: [{key: start.sh, path: run.sh}]")),
        new("mounted-files", "a script under the name that it has in its ConfigMap", Script("[run.sh]", "/scripts/run.sh", ", items: [{key: run.sh, path: start.sh}]"), "spec.template.spec.containers", "/scripts/run.sh"),
        new("", "a script of the image", Script("[run.sh]", "/opt/run.py", "")),
        new("", "a mode whose parameters are in a Secret", Authenticated("bearer", "  secretTargetRef: [{parameter: bearerToken, name: token, key: token}]")),
        new("trigger-refused", "a mode without any authentication", App.With("    authenticationRef:\n      name: workspace\n", "").Replace("https://shop-a1b2.westeurope.prometheus.monitor.azure.com", "http://prometheus:9090", StringComparison.Ordinal).Replace(Trigger, "    metadata:\n      authModes: bearer\n      serverAddress:", StringComparison.Ordinal), "spec.triggers[0].metadata.authModes", "bearer token=<empty> is required"),
        new("trigger-refused", "a mode that is none", Authenticated("bear", "  secretTargetRef: [{parameter: bearerToken, name: token, key: token}]"), "spec.triggers[0].metadata.authModes", "must be one of"),
        new("", "how a broker takes a password", Triggers("{type: kafka, metadata: {bootstrapServers: \"kafka:9092\", consumerGroup: g, topic: t, sasl: scram_sha512, tls: enable}}")),
        new("secret-in-trigger", "a broker's password", Triggers("{type: kafka, metadata: {bootstrapServers: \"kafka:9092\", consumerGroup: g, topic: t, password: hunter2}}"), "spec.triggers[0].metadata.password", "not shown here"),
        new("network-policy-scrape", "a policy that keeps the agent out", App.Yaml + "---\n" + Policy, "", "policies that keep kube-system from its port 8080"),
        new("", "the same policy, with the Prometheus that it lets in", Elsewhere(App.Yaml) + "---\n" + Policy),
        new("service-port", "a number that no container says it listens on", App.With("targetPort: http", "targetPort: 9090"), "spec.ports[0].targetPort", "9090 (TCP)"),
        new("", "a number of a container that says nothing of its ports", App.With("targetPort: http", "targetPort: 9090").Replace(Ports, "        - {containerPort: 9090}\n", StringComparison.Ordinal).Replace("port: http}\n        resources", "port: 9090}\n        resources", StringComparison.Ordinal)),
        new("", "a Service whose endpoints somebody writes", App.Yaml + "---\napiVersion: v1\nkind: Service\nmetadata: {name: outside, namespace: shop}\nspec:\n  ports: [{port: 5432}]\n") { IsInformation = true },
        new("service-selector", "a Service of pods that are elsewhere", App.Yaml + "---\napiVersion: v1\nkind: Service\nmetadata: {name: outside, namespace: shop}\nspec:\n  selector: {app: other}\n  ports: [{port: 5432}]\n", "spec.selector", "app=other: not among these files") { IsInformation = true },
        new("", "a lag that is called a total", Query("sum(consumer_lag_total{job=\"web\"})")),
        new("", "what is pending, called a total", Query("sum(jobs_pending_total{job=\"web\"})")),
        new("query-counter-by-name", "a total of things", Query("sum(consumer_messages_total{job=\"web\"})"), "spec.triggers[0].metadata.query", "consumer_messages_total without rate()"),
        new("server-url", "a variable that envsubst fills in", App.With("shop-a1b2.westeurope.prometheus", "$WORKSPACE.westeurope.prometheus"), "spec.triggers[0].metadata.serverAddress", "$WORKSPACE is still to be filled in") { IsInformation = true },
        new("object-refused", "a variable that Flux fills in", App.With("maxReplicaCount: 20", "maxReplicaCount: ${MAX:=20}"), "spec.maxReplicaCount", "${MAX:=20} is still to be filled in") { IsInformation = true },
        new("server-url", "a placeholder of nobody", App.With("https://shop-a1b2.westeurope.prometheus.monitor.azure.com", "http://<prometheus-host>:9090"), "spec.triggers[0].metadata.serverAddress", "which is no http address"),
        new("behavior-half", "only one direction", App.With("  maxReplicaCount: 20", "  maxReplicaCount: 20\n  advanced: {horizontalPodAutoscalerConfig: {behavior: {scaleDown: {stabilizationWindowSeconds: 60}}}}"), "spec.advanced.horizontalPodAutoscalerConfig.behavior", "only scaleDown") { IsInformation = true },
        new("", "only one direction is no warning", App.With("  maxReplicaCount: 20", "  maxReplicaCount: 20\n  advanced: {horizontalPodAutoscalerConfig: {behavior: {scaleUp: {stabilizationWindowSeconds: 60}}}}")),
        new("", "cpu whose request a LimitRange makes", Cpu("web") + "---\n" + Limits),
        new("webhook-denies", "cpu with a LimitRange of memory", Cpu("web") + "---\n" + Limits.Replace("cpu:", "memory:", StringComparison.Ordinal), "spec.triggers[0].type", "doesn't have the cpu request defined"),
        new("webhook-denies", "cpu with a LimitRange of pods", Cpu("web") + "---\n" + Limits.Replace("Container", "Pod", StringComparison.Ordinal), "spec.triggers[0].type", "doesn't have the cpu request defined"),
        new("webhook-denies", "cpu with a LimitRange of another namespace", Cpu("web") + "---\n" + Limits.Replace("namespace: shop", "namespace: other", StringComparison.Ordinal), "spec.triggers[0].type", "doesn't have the cpu request defined"),
        new("webhook-denies", "only cpu, to none", Zero("Deployment"), "spec.minReplicaCount", "scale to zero doesn't work in this case"),
        new("", "only cpu, to none, of what the webhook does not know", Zero("Rollout")),
    ];

    private static string Query(string query) => App.With("sum(rate(http_requests_total{namespace=\"shop\", job=\"web\"}[2m]))", query);

    private static string Triggers(string trigger) =>
        App.Yaml[..(App.Yaml.IndexOf("  triggers:\n", StringComparison.Ordinal) + "  triggers:\n".Length)] + $"  - {trigger}\n";

    private static string Cpu(string target) => Triggers("{type: cpu, metricType: Utilization, metadata: {value: \"60\"}}")
        .Replace("requests: {cpu: 100m, memory: 128Mi}", "requests: {memory: 128Mi}", StringComparison.Ordinal).Replace("    name: web\n  min", $"    name: {target}\n  min", StringComparison.Ordinal);

    private static string Zero(string kind) => Triggers("{type: cpu, metricType: Utilization, metadata: {value: \"60\"}}")
        .Replace("minReplicaCount: 1", "minReplicaCount: 0", StringComparison.Ordinal).Replace("    name: web\n  min", $"    name: web\n    kind: {kind}\n  min", StringComparison.Ordinal);

    private static string Elsewhere(string yaml) => yaml.Replace("azmonitoring.coreos.com", "monitoring.coreos.com", StringComparison.Ordinal)
        .Replace("https://shop-a1b2.westeurope.prometheus.monitor.azure.com", "http://prometheus.monitoring:9090", StringComparison.Ordinal);

    private static string Authenticated(string mode, string spec) => App.With("  podIdentity:\n    provider: azure-workload", spec)
        .Replace("https://shop-a1b2.westeurope.prometheus.monitor.azure.com", "http://prometheus:9090", StringComparison.Ordinal).Replace(Trigger, $"    metadata:\n      authModes: {mode}\n      serverAddress:", StringComparison.Ordinal);

    private static string Volume(string facts) => App.With("      containers:\n", $"      volumes: [{{name: settings, configMap: {{name: settings{facts}}}}}]\n      containers:\n")
        .Replace(Ports, Ports + "        volumeMounts: [{name: settings, mountPath: /settings}]\n", StringComparison.Ordinal);

    private static string Script(string keys, string command, string items) => Volume(items).Replace("mountPath: /settings", "mountPath: /scripts", StringComparison.Ordinal)
        .Replace("        image: registry", $"        command: [{command}]\n        image: registry", StringComparison.Ordinal)
        + $"---\napiVersion: v1\nkind: ConfigMap\nmetadata: {{name: settings, namespace: shop}}\ndata: {{{keys.Trim('[', ']')}: text}}\n";

    private static string StatefulSet(string claim, string mount) => App.With("kind: Deployment", "kind: StatefulSet")
        .Replace("  template:\n    metadata:\n      labels: {app: web}\n", $"  serviceName: web\n  volumeClaimTemplates: [{{metadata: {{name: {claim}}}, spec: {{accessModes: [ReadWriteOnce], resources: {{requests: {{storage: 1Gi}}}}}}}}]\n  template:\n    metadata:\n      labels: {{app: web}}\n", StringComparison.Ordinal)
        .Replace(Ports, Ports + $"        volumeMounts: [{{name: {mount}, mountPath: /data}}]\n", StringComparison.Ordinal)
        .Replace("    name: web\n  min", "    name: web\n    kind: StatefulSet\n  min", StringComparison.Ordinal);
}
