namespace KedaStack.Tests.Checks.Files;

/// <summary>What API server, webhook and operator refuse of the app's objects, with legal neighbours.</summary>
internal static class AdmissionBreakages
{
    private const string Metadata = "      threshold: \"10\"";
    private const string Trigger = "  - type: prometheus\n    authenticationRef:\n      name: workspace\n    metadata:\n";

    public static IReadOnlyList<FileBreakage> All { get; } =
    [
        new("object-refused", "a quoted number", App.With("minReplicaCount: 1", "minReplicaCount: \"1\""), "spec.minReplicaCount", "must be of type integer: \"string\""),
        new("object-refused", "an unquoted threshold", App.With("threshold: \"10\"", "threshold: 10"), "spec.triggers[0].metadata.threshold", "must be of type string: \"integer\""),
        new("object-refused", "no target's name", App.With("scaleTargetRef:\n    name: web", "scaleTargetRef:\n    kind: Deployment"), "spec.scaleTargetRef.name", "Required value"),
        new("object-refused", "min above max", App.With("minReplicaCount: 1", "minReplicaCount: 21"), "spec.maxReplicaCount", "minReplicaCount must be less than or equal to maxReplicaCount"),
        new("", "min as high as max", App.With("minReplicaCount: 1", "minReplicaCount: 20")),
        new("object-refused", "an unknown provider", App.With("provider: azure-workload", "provider: azure"), "spec.podIdentity.provider", "Unsupported value: \"azure\""),
        new("", "another provider", App.With("provider: azure-workload", "provider: aws")),
        new("object-refused", "a negative minimum", App.With("minReplicaCount: 1", "minReplicaCount: -1"), "spec.minReplicaCount", "greater than or equal to 0"),
        new("object-refused", "triggers that are no list", App.With("  triggers:\n  - type: prometheus\n", "  triggers:\n    type: prometheus\n"), "spec.triggers", "must be of type array"),
        new("object-refused", "an interval without a unit", App.With("interval: 30s", "interval: \"30\""), "spec.endpoints[0].interval", "should match"),
        new("unknown-field", "a field of another level", App.With("  maxReplicaCount: 20", "  maxReplicaCount: 20\n  behavior: {}"), "spec.behavior", "strict decoding error: unknown field \"spec.behavior\""),
        new("unknown-field", "a namespace in the reference", App.With("      name: workspace\n    metadata:", "      name: workspace\n      namespace: shop\n    metadata:"), "spec.triggers[0].authenticationRef.namespace", "pruned"),
        new("", "an annotation of somebody", App.With("  name: web\n  namespace: shop\nspec:\n  scaleTargetRef:", "  name: web\n  namespace: shop\n  annotations: {example.org/a.b: \"1\"}\nspec:\n  scaleTargetRef:")),
        new("webhook-denies", "idle not below min", App.With("minReplicaCount: 1", "minReplicaCount: 2\n  idleReplicaCount: 2"), "spec.idleReplicaCount", "IdleReplicaCount=2 must be less than MinReplicaCount=2"),
        new("", "idle below min", App.With("minReplicaCount: 1", "minReplicaCount: 2\n  idleReplicaCount: 0")),
        new("webhook-denies", "two triggers of one name", App.With("  triggers:\n", $"  triggers:\n  - type: cron\n    name: a\n    metadata: {{timezone: Etc/UTC, start: 0 8 * * *, end: 0 18 * * *, desiredReplicas: \"3\"}}\n").Replace("  - type: prometheus\n", "  - type: prometheus\n    name: a\n", StringComparison.Ordinal), "spec.triggers[1].name", "triggerName \"a\" is defined multiple times"),
        new("webhook-denies", "a formula over a name that no trigger has", App.With("  maxReplicaCount: 20", "  maxReplicaCount: 20\n  advanced:\n    scalingModifiers: {formula: rps, target: \"10\"}"), "spec.advanced.scalingModifiers.formula", "unknown name rps (1:7)"),
        new("", "a formula over its trigger", App.With("  maxReplicaCount: 20", "  maxReplicaCount: 20\n  advanced:\n    scalingModifiers: {formula: rps, target: \"10\"}").Replace("  - type: prometheus\n", "  - type: prometheus\n    name: rps\n", StringComparison.Ordinal)),
        new("webhook-denies", "a second ScaledObject", App.Yaml + "---\n" + ScaledObject("again"), "spec.scaleTargetRef.name", "already managed by the ScaledObject"),
        new("webhook-denies", "an HPA beside it", App.Yaml + "---\n" + Hpa("web"), "spec.scaleTargetRef.name", "already managed by the hpa 'web'"),
        new("", "the HPA that KEDA made", App.Yaml + "---\n" + Hpa("keda-hpa-web").Replace("  namespace: shop\n", "  namespace: shop\n  ownerReferences: [{apiVersion: keda.sh/v1alpha1, kind: ScaledObject, name: web, uid: u}]\n", StringComparison.Ordinal)),
        new("", "an HPA of another target", App.Yaml + "---\n" + Hpa("other").Replace("name: web}", "name: other}", StringComparison.Ordinal)),
        new("single-scaler", "two HPAs of another target", App.Yaml + "---\n" + Hpa("one").Replace("name: web}", "name: other}", StringComparison.Ordinal) + "---\n" + Hpa("two").Replace("name: web}", "name: other}", StringComparison.Ordinal), "spec.scaleTargetRef.name", "other, which shop/one scales, too"),
        new("webhook-denies", "cpu without a request", Cpu("memory: 128Mi}", "value: \"60\""), "spec.triggers[0].type", "the container web doesn't have the cpu request defined"),
        new("", "cpu with a request", Cpu("cpu: 100m, memory: 128Mi}", "value: \"60\"")),
        new("trigger-refused", "a percent sign", Cpu("cpu: 100m, memory: 128Mi}", "value: \"60%\""), "spec.triggers[0].metadata.value", "strconv.ParseInt: parsing \"60%\": invalid syntax"),
        new("trigger-refused", "no server", App.With("      serverAddress: https://shop-a1b2.westeurope.prometheus.monitor.azure.com\n", ""), "spec.triggers[0].metadata.serverAddress", "missing required parameter \"serverAddress\""),
        new("trigger-refused", "no query", App.With("      query: sum(rate(http_requests_total{namespace=\"shop\", job=\"web\"}[2m]))\n", ""), "spec.triggers[0].metadata.query", "missing required parameter \"query\""),
        new("trigger-refused", "a threshold that is no number", App.With("threshold: \"10\"", "threshold: ten"), "spec.triggers[0].metadata.threshold", "unable to set param \"threshold\" value \"ten\""),
        new("trigger-refused", "a misspelt type", App.With("type: prometheus", "type: promethues"), "spec.triggers[0].type", "no scaler found for type: promethues"),
        new("", "another scaler that has a query", App.With("  triggers:\n", "  triggers:\n  - {type: mysql, metadata: {query: \"SELECT 1\", queryValue: \"5\", host: db, port: \"3306\", dbName: d, username: u, passwordFromEnv: P}}\n")),
        new("trigger-metadata-unknown", "a misspelt key", App.With(Metadata, Metadata + "\n      activationTreshold: \"2\""), "spec.triggers[0].metadata.activationTreshold", "unknown key"),
        new("trigger-metadata-unknown", "a key of KEDA 2.11", App.With(Metadata, Metadata + "\n      metricName: web"), "spec.triggers[0].metadata.metricName", "removed in 2.12"),
        new("removed-api", "an old HPA", App.Yaml + "---\n" + Hpa("other").Replace("name: web}", "name: other}", StringComparison.Ordinal).Replace("autoscaling/v2", "autoscaling/v2beta2", StringComparison.Ordinal), "apiVersion", "has no more since 1.26"),
        new("removed-api", "an object of KEDA 1", App.Yaml + "---\n" + ScaledObject("again").Replace("keda.sh", "keda.k8s.io", StringComparison.Ordinal), "apiVersion", "the group of KEDA 1"),
    ];

    /// <summary>Objects of other kinds beside the app: an HPA and a second ScaledObject with other triggers.</summary>
    public static string Several { get; } = Hpa("other") + "---\n" + ScaledObject("again").Replace("  - type: prometheus\n", "  - {type: cron, name: office, metadata: {timezone: Europe/Berlin, start: 0 8 * * 1-5, end: 0 18 * * 1-5, desiredReplicas: \"5\"}}\n  - {type: cpu, metricType: Utilization, metadata: {value: \"60\"}}\n  - type: prometheus\n", StringComparison.Ordinal);

    private static string Cpu(string requests, string value) => App.With("{cpu: 100m, memory: 128Mi}", "{" + requests)
        .Replace(App.Yaml[App.Yaml.IndexOf(Trigger, StringComparison.Ordinal)..], $"  - type: cpu\n    metricType: Utilization\n    metadata:\n      {value}\n", StringComparison.Ordinal);

    private static string ScaledObject(string name) =>
        App.Yaml[App.Yaml.LastIndexOf("apiVersion:", StringComparison.Ordinal)..].Replace("kind: ScaledObject\nmetadata:\n  name: web", $"kind: ScaledObject\nmetadata:\n  name: {name}", StringComparison.Ordinal);

    private static string Hpa(string name) =>
        $"apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata:\n  name: {name}\n  namespace: shop\nspec:\n  scaleTargetRef: {{apiVersion: apps/v1, kind: Deployment, name: web}}\n  minReplicas: 1\n  maxReplicas: 10\n  metrics: [{{type: Resource, resource: {{name: cpu, target: {{type: Utilization, averageUtilization: 60}}}}}}]\n";
}
