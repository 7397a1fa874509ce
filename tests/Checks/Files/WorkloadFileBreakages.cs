namespace KedaStack.Tests.Checks.Files;

/// <summary>Mistakes between the app's objects, with legal neighbours.</summary>
internal static class WorkloadFileBreakages
{
    public static IReadOnlyList<FileBreakage> All { get; } =
    [
        new("replicas-in-file", "a number", Replicas("Deployment"), "spec.replicas", "2, which shop/web scales"),
        new("replicas-in-file", "of a StatefulSet", Replicas("StatefulSet").Replace("    name: web\n  minReplicaCount", "    kind: StatefulSet\n    name: web\n  minReplicaCount", StringComparison.Ordinal), "spec.replicas", "2"),
        new("", "of what nothing scales", App.Yaml + "---\n" + Worker()),
        new("scale-target", "a target of another namespace", App.With("kind: ScaledObject\nmetadata:\n  name: web\n  namespace: shop", "kind: ScaledObject\nmetadata:\n  name: web\n  namespace: keda").Replace("    authenticationRef:\n      name: workspace\n", "", StringComparison.Ordinal), "spec.scaleTargetRef.name", "which is in the namespace shop"),
        new("trigger-authentication", "a TriggerAuthentication of another namespace", App.With("  name: workspace\n  namespace: shop", "  name: workspace\n  namespace: keda"), "spec.triggers[0].authenticationRef.name", "which is in the namespace keda"),
        new("trigger-authentication", "a queue's TriggerAuthentication of another namespace", Queue("keda"), "spec.triggers[0].authenticationRef.name", "queue, which is in the namespace keda"),
        new("", "a queue's TriggerAuthentication", Queue("shop")),
        new("", "a target that is elsewhere", App.With("scaleTargetRef:\n    name: web", "scaleTargetRef:\n    name: other")),
        new("service-port", "a port that no container has", App.With("targetPort: http", "targetPort: web"), "spec.ports[0].targetPort", "web (TCP)"),
        new("monitor-port", "a port that the Service has not", App.With("{port: http, interval", "{port: metrics, interval"), "spec.endpoints[0].port", "metrics"),
        new("deployment-selector", "labels of other pods", App.With("    matchLabels: {app: web}\n  template:", "    matchLabels: {app: other}\n  template:"), "spec.selector", "other"),
        new("probe-port", "a port that the container has not", App.With("path: /healthz, port: http", "path: /healthz, port: admin"), "spec.template.spec.containers[0].readinessProbe.httpGet.port", "admin"),
        new("", "a port by its number", App.With("path: /healthz, port: http", "path: /healthz, port: 9000")),
        new("readiness-probe", "no probe", App.With("        readinessProbe:\n          httpGet: {path: /healthz, port: http}\n", ""), "spec.template.spec.containers", "no readiness probe"),
        new("resource-limits", "a request above its limit", App.With("memory: 128Mi}", "memory: 512Mi}"), "spec.template.spec.containers[0].resources.requests.memory", "512Mi"),
        new("port-numbers", "a port below 1024 of one who is not root", App.With("containerPort: 8080", "containerPort: 80").Replace("      containers:\n", "      securityContext: {runAsNonRoot: true}\n      containers:\n", StringComparison.Ordinal), "spec.template.spec.containers[0].ports[0].containerPort", "80"),
        new("", "the first port of one who is not root", App.With("containerPort: 8080", "containerPort: 1024").Replace("      containers:\n", "      securityContext: {runAsNonRoot: true}\n      containers:\n", StringComparison.Ordinal)),
        new("", "a port below 1024", App.With("containerPort: 8080", "containerPort: 80")),
        new("scrape-times", "a timeout above the interval", App.With("interval: 30s}", "interval: 30s, scrapeTimeout: 60s}"), "spec.endpoints[0].scrapeTimeout", "60s"),
    ];

    private static string Replicas(string kind) => App.With("kind: Deployment", $"kind: {kind}").Replace(
        "  name: web\n  namespace: shop\nspec:\n  selector:\n    matchLabels: {app: web}\n  template:", "  name: web\n  namespace: shop\nspec:\n  replicas: 2\n  selector:\n    matchLabels: {app: web}\n  template:", StringComparison.Ordinal);

    private static string Worker() =>
        "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: worker, namespace: shop}\nspec:\n  replicas: 2\n  selector: {matchLabels: {app: worker}}\n  template:\n    metadata: {labels: {app: worker}}\n    spec: {containers: [{name: worker, image: worker:1}]}\n";

    /// <summary>The app with a queue's trigger, whose TriggerAuthentication is in a namespace.</summary>
    private static string Queue(string ns) =>
        App.With("  triggers:\n", "  triggers:\n  - type: azure-queue\n    metadata: {queueName: orders, accountName: acme}\n    authenticationRef: {name: queue}\n")
        + $"---\napiVersion: keda.sh/v1alpha1\nkind: TriggerAuthentication\nmetadata: {{name: queue, namespace: {ns}}}\nspec:\n  podIdentity:\n    provider: azure-workload\n";
}
