namespace KedaStack.Tests.Checks.Files.Conditions;

/// <summary>What the API server and KEDA's webhook say of an object, and its target: each condition from both sides.</summary>
internal static class ObjectConditions
{
    private const string Second = "---\napiVersion: keda.sh/v1alpha1\nkind: ScaledObject\nmetadata: {name: second, namespace: shop}\nspec:\n  scaleTargetRef: {name: web}\n  minReplicaCount: 1\n  triggers: [{type: cpu, metricType: Utilization, metadata: {value: \"60\"}}]\n";

    public static IReadOnlyList<FileBreakage> All { get; } =
    [
        new("webhook-denies", "two triggers of one name, of two types", Twice("web"), "spec.triggers[1].name", "web") { Expected = "a name of its own" },
        new("", "two triggers of two names", Twice("other")),
        new("webhook-denies", "a second ScaledObject of the target", App.Yaml + Second, "spec.scaleTargetRef.name", "the workload 'web' of type 'apps/v1.Deployment' is already managed by the ScaledObject 'web'") { Expected = "one autoscaler for each target" },
        new("", "a second ScaledObject that asks not to be looked at", App.Yaml + Second.Replace("namespace: shop}", "namespace: shop, annotations: {validations.keda.sh/hpa-ownership: \"false\"}}", StringComparison.Ordinal)),
        new("webhook-denies", "a second ScaledObject that asks to be looked at", App.Yaml + Second.Replace("namespace: shop}", "namespace: shop, annotations: {validations.keda.sh/hpa-ownership: \"true\"}}", StringComparison.Ordinal), "spec.scaleTargetRef.name", "already managed by the ScaledObject 'web'"),
        new("webhook-denies", "a target that says its own apiVersion", App.Yaml + Second.Replace("{name: web}", "{name: web, kind: Deployment, apiVersion: apps/v2}", StringComparison.Ordinal), "spec.scaleTargetRef.name", "of type 'apps/v2.Deployment'"),
        new("webhook-denies", "idle of the minimum", App.With("minReplicaCount: 1", "minReplicaCount: 1\n  idleReplicaCount: 1"), "spec.idleReplicaCount", "IdleReplicaCount=1 must be less than MinReplicaCount=1") { Expected = "less than 1" },
        new("webhook-denies", "idle without a minimum", App.With("minReplicaCount: 1", "idleReplicaCount: 0"), "spec.idleReplicaCount", "IdleReplicaCount=0 must be less than MinReplicaCount=0") { Expected = "less than 0" },
        new("", "idle below the minimum", App.With("minReplicaCount: 1", "minReplicaCount: 1\n  idleReplicaCount: 0")),
        new("webhook-denies", "only cpu without a minimum", Cpu("").Replace("  minReplicaCount: 1\n", "", StringComparison.Ordinal), "spec.minReplicaCount", "only cpu/memory triggers AND minReplica is 0") { Expected = "1 or more, written out" },
        new("", "only cpu with a minimum of 1", Cpu("")),
        new("webhook-denies", "cpu of a container without a request", Sidecar(""), "spec.triggers[0].type", "a cpu trigger but the container proxy doesn't have the cpu request defined") { Expected = "resources.requests.cpu in shop/web" },
        new("", "cpu of a container with a limit", Sidecar(", limits: {cpu: 100m, memory: 16Mi}")),
        new("", "cpu of one container only", Sidecar("").Replace("value: \"60\"", "value: \"60\", containerName: web", StringComparison.Ordinal)),
        new("webhook-denies", "cpu of the container without a request only", Sidecar("").Replace("value: \"60\"", "value: \"60\", containerName: proxy", StringComparison.Ordinal), "spec.triggers[0].type", "the container proxy"),

        new("scale-target", "a target of another namespace, with where it has to be", App.With("kind: Deployment\nmetadata:\n  name: web\n  namespace: shop", "kind: Deployment\nmetadata:\n  name: web\n  namespace: pay"), "spec.scaleTargetRef.name", "Deployment web, which is in the namespace pay") { Expected = "a target in shop, where the ScaledObject is" },
        new("scale-target", "a target that is nowhere", App.With("scaleTargetRef:\n    name: web", "scaleTargetRef:\n    name: other"), "spec.scaleTargetRef", "Deployment other: not among these files") { IsInformation = true, Expected = "one of web" },
        new("", "a target of a kind without pods that are known", Rollout("shop")) { IsInformation = true },
        new("scale-target", "a target of that kind in another namespace", Rollout("pay"), "spec.scaleTargetRef.name", "Rollout web, which is in the namespace pay"),

        // Monitors of pods.
        new("", "a PodMonitor", PodMonitor("{port: http, interval: 30s}")),
        new("monitor-port", "a PodMonitor's port that the pods have not", PodMonitor("{port: metrics, interval: 30s}"), "spec.podMetricsEndpoints[0].port", "metrics") { Expected = "one of http, of app=web" },
        new("monitor-port", "a PodMonitor's second port", PodMonitor("{port: http, interval: 30s}, {port: metrics, interval: 30s}"), "spec.podMetricsEndpoints[1].port", "metrics"),
        new("monitor-selector", "a PodMonitor of pods that are elsewhere", PodMonitor("{port: http, interval: 30s}").Replace("    matchLabels: {app: web}\n  podMetrics", "    matchLabels: {app: other}\n  podMetrics", StringComparison.Ordinal), "spec.selector", "in shop: not among these files") { IsInformation = true, Expected = "labels of pods" },
        new("scrape-times", "a PodMonitor's timeout above its interval", PodMonitor("{port: http, interval: 30s, scrapeTimeout: 31s}"), "spec.podMetricsEndpoints[0].scrapeTimeout", "31s") { Expected = "a Prometheus duration of at most 30s" },
        new("", "a PodMonitor's timeout of its interval", PodMonitor("{port: http, interval: 30s, scrapeTimeout: 30s}")),
        new("scrape-times", "a PodMonitor's timeout of nothing", PodMonitor("{port: http, interval: 30s, scrapeTimeout: 0s}"), "spec.podMetricsEndpoints[0].scrapeTimeout", "0s"),
        new("scrape-times", "an interval below a second", PodMonitor("{port: http, interval: 999ms}"), "spec.podMetricsEndpoints[0].interval", "999ms") { Expected = "a Prometheus duration of at least 1s" },
        new("", "an interval of a second", PodMonitor("{port: http, interval: 1s}")),
        new("scrape-times", "a second endpoint's interval of nothing", PodMonitor("{port: http, interval: 30s}, {port: http, interval: 0s}"), "spec.podMetricsEndpoints[1].interval", "0s"),

        new("object-refused", "a minimum above the maximum by default", App.With("  minReplicaCount: 1\n  maxReplicaCount: 20\n", "  minReplicaCount: 101\n"), "spec.maxReplicaCount", "minReplicaCount must be less than or equal to maxReplicaCount") { Expected = "101 or more" },
        new("", "a minimum of the maximum by default", App.With("  minReplicaCount: 1\n  maxReplicaCount: 20\n", "  minReplicaCount: 100\n")),
        new("metadata-refused", "a number as a label of the object", App.With("metadata:\n  name: web\n  namespace: shop\n  labels: {app: web}", "metadata:\n  name: web\n  namespace: shop\n  labels: {app: web, tier: 5}"), "metadata.labels.tier", "unable to decode ") { Expected = "\"5\"" },
        new("metadata-refused", "a number as a label of its pods", App.With("    metadata:\n      labels: {app: web}", "    metadata:\n      labels: {app: web, tier: 5}"), "spec.template.metadata.labels.tier", "Deployment cannot be handled as a Deployment: ") { Expected = "\"5\"" },
        new("service-selector", "pods that are elsewhere, beside others", App.Yaml + Service("shop"), "spec.selector", "app=other: not among these files") { IsInformation = true, Expected = "labels of pods in shop: app=web" },
        new("service-selector", "pods that are elsewhere, in a namespace without any", App.Yaml + Service("pay"), "spec.selector", "app=other: not among these files") { IsInformation = true, Expected = "labels of pods in pay" },

        // Targets of an HPA's metrics.
        new("object-refused", "a resource's target type that is none", Metric("{type: Resource, resource: {name: cpu, target: {type: utilization, averageUtilization: 60}}}"), "spec.metrics[0].resource.target.type", "must be either Utilization, Value, or AverageValue") { Expected = "Utilization or AverageValue" },
        new("object-refused", "an external metric's target type that is none", Metric("{type: External, external: {metric: {name: m}, target: {type: average, averageValue: 5}}}"), "spec.metrics[0].external.target.type", "must be either Utilization, Value, or AverageValue") { Expected = "AverageValue or Value" },
        new("object-refused", "a resource without a target type", Metric("{type: Resource, resource: {name: cpu, target: {averageUtilization: 60}}}"), "spec.metrics[0].resource.target.type", "must specify a metric target type") { Expected = "Utilization or AverageValue" },
        new("object-refused", "an external metric without a target type", Metric("{type: External, external: {metric: {name: m}, target: {averageValue: 5}}}"), "spec.metrics[0].external.target.type", "must specify a metric target type") { Expected = "AverageValue or Value" },

        // Bounds of the definitions.
        new("unknown-field", "a field of the object itself", App.With("kind: ScaledObject\n", "kind: ScaledObject\nspce: {}\n"), "spce", "unknown field \"spce\"") { Expected = "spec" },
        new("unknown-field", "a field below another", App.With("scaleTargetRef:\n    name: web", "scaleTargetRef:\n    name: web\n    nmae: web"), "spec.scaleTargetRef.nmae", "unknown field \"spec.scaleTargetRef.nmae\"") { Expected = "name" },
        new("object-refused", "no triggers", App.Yaml[..App.Yaml.IndexOf("  triggers:\n", StringComparison.Ordinal)] + "  triggers: []\n", "spec.triggers", "spec.triggers in body should have at least 1 items") { Expected = "at least 1" },
        new("object-refused", "a boolean in quotes", App.With("  - type: prometheus\n", "  - type: prometheus\n    useCachedMetrics: \"true\"\n"), "spec.triggers[0].useCachedMetrics", "must be of type boolean: \"string\"") { Expected = "true or false without quotes" },
        new("object-refused", "a number without quotes", App.With("threshold: \"10\"", "threshold: 10"), "spec.triggers[0].metadata.threshold", "must be of type string: \"integer\"") { Expected = "a text; a number or a boolean in quotes" },
        new("object-refused", "a text for a list", App.Yaml[..App.Yaml.IndexOf("  triggers:\n", StringComparison.Ordinal)] + "  triggers: web\n", "spec.triggers", "must be of type array: \"string\"") { Expected = "a list" },
        new("object-refused", "a text for a whole number", App.With("maxReplicaCount: 20", "maxReplicaCount: \"20\""), "spec.maxReplicaCount", "must be of type integer: \"string\"") { Expected = "a whole number without quotes" },
    ];

    private static string Triggers(string trigger) =>
        App.Yaml[..(App.Yaml.IndexOf("  triggers:\n", StringComparison.Ordinal) + "  triggers:\n".Length)] + $"  - {trigger}\n";

    private static string Cpu(string also) => Triggers($"{{type: cpu, metricType: Utilization, metadata: {{value: \"60\"{also}}}}}");

    private static string Sidecar(string also) => Cpu("").Replace(
        "      - name: web\n", $"      - {{name: proxy, image: registry.example/proxy:1, resources: {{requests: {{memory: 16Mi}}{(also.Length == 0 ? ", limits: {memory: 16Mi}" : also)}}}}}\n      - name: web\n", StringComparison.Ordinal);

    private static string Twice(string second) => App.With("  - type: prometheus\n", "  - type: prometheus\n    name: web\n")
        + $"  - {{type: cron, name: {second}, metadata: {{timezone: Etc/UTC, start: \"0 8 * * *\", end: \"0 18 * * *\", desiredReplicas: \"5\"}}}}\n";

    private static string Service(string ns) => $"---\napiVersion: v1\nkind: Service\nmetadata: {{name: outside, namespace: {ns}}}\nspec:\n  selector: {{app: other}}\n  ports: [{{port: 5432}}]\n";

    private static string Metric(string metric) => App.Yaml
        + $"---\napiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata: {{name: worker, namespace: shop}}\nspec:\n  scaleTargetRef: {{apiVersion: apps/v1, kind: Deployment, name: worker}}\n  maxReplicas: 10\n  metrics: [{metric}]\n";

    private static string PodMonitor(string endpoints) =>
        App.With("kind: ServiceMonitor", "kind: PodMonitor").Replace("  endpoints:\n  - {port: http, interval: 30s}\n", $"  podMetricsEndpoints: [{endpoints}]\n", StringComparison.Ordinal);

    private static string Rollout(string ns) => Triggers("{type: cron, metadata: {timezone: Etc/UTC, start: \"0 8 * * *\", end: \"0 18 * * *\", desiredReplicas: \"5\"}}")
        .Replace("    name: web\n  min", "    name: web\n    kind: Rollout\n    apiVersion: argoproj.io/v1alpha1\n  min", StringComparison.Ordinal)
        + $"---\napiVersion: argoproj.io/v1alpha1\nkind: Rollout\nmetadata: {{name: web, namespace: {ns}}}\n";
}
