namespace KedaStack.Tests.Checks.Files;

/// <summary>The second condition of checks that another change breaks in one way only, and what there is two of.</summary>
internal static class SecondFileBreakages
{
    private const string QueryPath = "spec.triggers[0].metadata.query";
    private const string Query = "sum(rate(http_requests_total{namespace=\"shop\", job=\"web\"}[2m]))";
    private const string Ports = "        - {name: http, containerPort: 8080}\n";
    private const string Policy = "---\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: web, namespace: shop}\nspec:\n  podSelector: {matchLabels: {app: web}}\n";
    private const string Budget = "---\napiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata: {name: web, namespace: shop}\nspec: {maxUnavailable: 1, selector: {matchLabels: {app: web}}}\n";
    private const string Hpa = "---\napiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata: {name: worker, namespace: shop}\nspec:\n  scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: worker}\n  maxReplicas: 10\n  metrics: [{METRIC}]\n";
    private const string Metric = "spec.metrics[0]";

    public static IReadOnlyList<FileBreakage> All { get; } =
    [
        // Network policies: who, from where and to which port.
        new("", "a policy that lets everybody in", App.Yaml + Policy + "  ingress: [{}]\n"),
        new("", "a policy that lets everybody in at the port", App.Yaml + Policy + "  ingress: [{ports: [{port: 8080}]}]\n"),
        new("", "a policy that lets everybody in at the port's name", App.Yaml + Policy + "  ingress: [{ports: [{port: http}]}]\n"),
        new("", "a policy of a range of ports", App.Yaml + Policy + "  ingress: [{ports: [{port: 8000, endPort: 8080}]}]\n"),
        new("network-policy-scrape", "a policy of a range that ends before", App.Yaml + Policy + "  ingress: [{ports: [{port: 8000, endPort: 8079}]}]\n", "", "port 8080"),
        new("network-policy-scrape", "a policy of a range that begins after", App.Yaml + Policy + "  ingress: [{ports: [{port: 8081, endPort: 9000}]}]\n", "", "port 8080"),
        new("network-policy-scrape", "a policy of another protocol", App.Yaml + Policy + "  ingress: [{ports: [{port: 8080, protocol: UDP}]}]\n", "", "port 8080"),
        new("network-policy-scrape", "a policy that lets nobody in", App.Yaml + Policy + "  policyTypes: [Ingress]\n", "", "port 8080"),
        new("", "a policy of what goes out", App.Yaml + Policy + "  policyTypes: [Egress]\n  egress: [{}]\n"),
        new("", "a second policy that lets the agent in", App.Yaml + Policy + "  policyTypes: [Ingress]\n" + Policy.Replace("name: web,", "name: agent,", StringComparison.Ordinal) + "  ingress: [{from: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: kube-system}}}]}]\n"),
        new("network-policy-scrape", "a policy of the agent's namespace and another one's pods", App.Yaml + Policy + "  ingress: [{from: [{podSelector: {}}]}]\n", "", "port 8080"),
        new("network-policy-scrape", "a policy of addresses", App.Yaml + Policy + "  ingress: [{from: [{ipBlock: {cidr: 0.0.0.0/0}}]}]\n", "", "port 8080"),
        new("", "a policy of another namespace's pods", App.Yaml + (Policy + "  policyTypes: [Ingress]\n").Replace("namespace: shop", "namespace: pay", StringComparison.Ordinal)),
        new("network-policy-selector", "a policy of another namespace", App.Yaml + (Policy + "  policyTypes: [Ingress]\n").Replace("namespace: shop", "namespace: pay", StringComparison.Ordinal), "spec.podSelector", "not among these files") { IsInformation = true },
        new("network-policy-selector", "a policy of other pods", App.Yaml + (Policy + "  policyTypes: [Ingress]\n").Replace("app: web}}", "app: other}}", StringComparison.Ordinal), "spec.podSelector", "not among these files") { IsInformation = true },

        // Budgets.
        new("disruption-budget-selector", "a budget of another namespace", App.Yaml + Budget.Replace("namespace: shop", "namespace: pay", StringComparison.Ordinal), "spec.selector", "not among these files") { IsInformation = true },
        new("disruption-budget-selector", "a budget of other pods", App.Yaml + Budget.Replace("app: web}", "app: other}", StringComparison.Ordinal), "spec.selector", "not among these files") { IsInformation = true },
        new("", "a budget of one that may go", App.Yaml + Budget) { IsInformation = true },
        new("disruption-budget", "a budget of as many as there are at least", App.Yaml + Budget.Replace("maxUnavailable: 1", "minAvailable: 1", StringComparison.Ordinal), "spec", "minAvailable: 1"),
        new("", "a budget of fewer than there are at least", App.With("minReplicaCount: 1", "minReplicaCount: 2") + Budget.Replace("maxUnavailable: 1", "minAvailable: 1", StringComparison.Ordinal)),

        // Services and their ports.
        new("service-port", "a name where no container says its ports", App.With(Ports, "        - {containerPort: 8080}\n").Replace("port: http}\n        resources", "port: 8080}\n        resources", StringComparison.Ordinal), "spec.ports[0].targetPort", "http (TCP)"),
        new("service-port", "a port of another protocol", App.With("{name: http, port: 80, targetPort: http}", "{name: http, port: 80, targetPort: http, protocol: UDP}"), "spec.ports[0].targetPort", "http (UDP)"),
        new("", "the Service's own number", App.With("{name: http, port: 80, targetPort: http}", "{name: http, port: 8080}")),

        // Admission.
        new("object-refused", "a fraction of a replica", App.With("minReplicaCount: 1", "minReplicaCount: 1.5"), "spec.minReplicaCount", "must be of type integer: \"number\""),
        new("", "a whole number with a point", App.With("minReplicaCount: 1", "minReplicaCount: 1.0")),
        new("webhook-denies", "a fallback of cpu alone", Cpu("  fallback: {failureThreshold: 3, replicas: 6}\n"), "spec.fallback", "at least one trigger"),
        new("", "a fallback beside cpu", App.With("  triggers:\n", "  fallback: {failureThreshold: 3, replicas: 6}\n  triggers:\n  - {type: cpu, metricType: Utilization, metadata: {value: \"60\"}}\n").Replace("      threshold: \"10\"\n", "      threshold: \"10\"\n      ignoreNullValues: \"false\"\n", StringComparison.Ordinal)),
        new("", "an empty password", Triggers("{type: redis, metadata: {address: \"redis:6379\", listName: jobs, password: \" \"}}")),

        // Metrics of an HPA, each with its own target.
        new("", "an external metric's value", WithMetric("{type: External, external: {metric: {name: m}, target: {type: Value, value: 5}}}")),
        new("", "an external metric's value per pod", WithMetric("{type: External, external: {metric: {name: m}, target: {type: AverageValue, averageValue: 5}}}")),
        new("object-refused", "an external metric without a value", WithMetric("{type: External, external: {metric: {name: m}, target: {type: Value}}}"), $"{Metric}.external.target.averageValue", "must set either a target value for metric or a per-pod target"),
        new("object-refused", "an external metric with both values", WithMetric("{type: External, external: {metric: {name: m}, target: {type: Value, value: 5, averageValue: 5}}}"), $"{Metric}.external.target.value", "may not set both a target value for metric and a per-pod target"),
        new("object-refused", "an external metric without a name", WithMetric("{type: External, external: {metric: {}, target: {type: Value, value: 5}}}"), $"{Metric}.external.metric.name", "must specify a metric name"),
        new("", "a metric of pods", WithMetric("{type: Pods, pods: {metric: {name: m}, target: {type: AverageValue, averageValue: 5}}}")),
        new("object-refused", "a metric of pods without a value per pod", WithMetric("{type: Pods, pods: {metric: {name: m}, target: {type: Value, value: 5}}}"), $"{Metric}.pods.target.averageValue", "must specify a positive target averageValue"),
        new("", "a metric of an object", WithMetric("{type: Object, object: {describedObject: {apiVersion: v1, kind: Service, name: web}, metric: {name: m}, target: {type: Value, value: 5}}}")),
        new("object-refused", "a metric of an object without a value", WithMetric("{type: Object, object: {describedObject: {apiVersion: v1, kind: Service, name: web}, metric: {name: m}, target: {type: Value}}}"), $"{Metric}.object.target.averageValue", "must set either a target value or averageValue"),
        new("object-refused", "a metric of an object without its kind", WithMetric("{type: Object, object: {describedObject: {apiVersion: v1, name: web}, metric: {name: m}, target: {type: Value, value: 5}}}"), $"{Metric}.object.describedObject.kind", "Required value"),
        new("", "a container's resource", WithMetric("{type: ContainerResource, containerResource: {name: cpu, container: web, target: {type: Utilization, averageUtilization: 60}}}")),
        new("object-refused", "a container's resource without its container", WithMetric("{type: ContainerResource, containerResource: {name: cpu, target: {type: Utilization, averageUtilization: 60}}}"), $"{Metric}.containerResource.container", "must specify a container"),

        new("object-refused", "a target type by its number", WithMetric("{type: Resource, resource: {name: cpu, target: {type: \"1\", averageUtilization: 60}}}"), $"{Metric}.resource.target.type", "must be either Utilization, Value, or AverageValue"),
        new("", "an object's value per pod", WithMetric("{type: Object, object: {describedObject: {apiVersion: v1, kind: Service, name: web}, metric: {name: m}, target: {type: AverageValue, averageValue: 5}}}")),
        new("", "the most of two policies", WithMetric("{type: Resource, resource: {name: cpu, target: {type: Utilization, averageUtilization: 60}}}") + "  behavior: {scaleUp: {selectPolicy: Min, policies: [{type: Pods, value: 1, periodSeconds: 15}]}}\n"),
        new("object-refused", "the choice of policies in another case", WithMetric("{type: Resource, resource: {name: cpu, target: {type: Utilization, averageUtilization: 60}}}") + "  behavior: {scaleUp: {selectPolicy: min}}\n", "spec.behavior.scaleUp.selectPolicy", "Unsupported value: \"min\""),

        new("server-url", "another scheme", App.With("https://shop-a1b2.westeurope.prometheus.monitor.azure.com", "ftp://prometheus:9090"), "spec.triggers[0].metadata.serverAddress", "no http address"),

        // Who owns an HPA.
        new("", "an HPA that is handed over", App.With("  name: web\n  namespace: shop\nspec:\n  scaleTargetRef:", "  name: web\n  namespace: shop\n  annotations: {scaledobject.keda.sh/transfer-hpa-ownership: \"true\"}\nspec:\n  scaleTargetRef:").Replace("  maxReplicaCount: 20", "  maxReplicaCount: 20\n  advanced: {horizontalPodAutoscalerConfig: {name: old}}", StringComparison.Ordinal) + Owned("old", "")),
        new("webhook-denies", "an HPA of another name that is not handed over", App.With("  name: web\n  namespace: shop\nspec:\n  scaleTargetRef:", "  name: web\n  namespace: shop\n  annotations: {scaledobject.keda.sh/transfer-hpa-ownership: \"true\"}\nspec:\n  scaleTargetRef:") + Owned("old", ""), "spec.scaleTargetRef.name", "already managed by the hpa 'old'"),
        new("webhook-denies", "an HPA of KEDA's name that somebody else made", App.Yaml + Owned("keda-hpa-web", ""), "spec.scaleTargetRef.name", "already managed by the hpa 'keda-hpa-web'"),
        new("webhook-denies", "an HPA that another kind owns", App.Yaml + Owned("keda-hpa-web", "{kind: Deployment, name: web}"), "spec.scaleTargetRef.name", "already managed by the hpa 'keda-hpa-web'"),
        new("webhook-denies", "an HPA that another ScaledObject owns", App.Yaml + Owned("keda-hpa-web", "{kind: ScaledObject, name: other}"), "spec.scaleTargetRef.name", "already managed by the hpa 'keda-hpa-web'"),
        new("", "an HPA of two owners", App.Yaml + Owned("keda-hpa-web", "{kind: Deployment, name: web}, {kind: ScaledObject, name: web}")),

        // Containers: one of several.
        new("", "a second container that is asked nothing", App.With("      - name: web\n", "      - {name: proxy, image: registry.example/proxy:1, resources: {requests: {cpu: 10m, memory: 16Mi}, limits: {memory: 16Mi}}}\n      - name: web\n")),
        new("", "a second port", App.With(Ports, Ports + "        - {name: metrics, containerPort: 9090}\n")),
        new("", "a probe of the second port", App.With(Ports, Ports + "        - {name: health, containerPort: 9090}\n").Replace("path: /healthz, port: http", "path: /healthz, port: health", StringComparison.Ordinal)),
        new("", "a worker without ports and probes", Pair("shop", "shop")),
        new("disruption-budget", "a budget of all of a fixed count", App.Yaml + Worker(3, "minAvailable: 3"), "spec", "minAvailable: 3"),
        new("", "a budget of all but one", App.Yaml + Worker(3, "minAvailable: 2")),
        new("disruption-budget", "a budget of all in percent, rounded up", App.Yaml + Worker(3, "minAvailable: 67%"), "spec", "minAvailable: 67%"),
        new("", "a budget of fewer in percent", App.Yaml + Worker(3, "minAvailable: 66%")),
        new("disruption-budget", "a budget of one where nothing says how many", App.Yaml + Worker(null, "minAvailable: 1"), "spec", "minAvailable: 1"),
        new("disruption-budget", "none of them in percent", App.Yaml + Worker(3, "maxUnavailable: 0%"), "spec", "maxUnavailable: 0%"),
        new("", "one of a hundred in percent", App.Yaml + Worker(3, "maxUnavailable: 1%")),

        // Namespaces: the same, another, and none.
        new("scale-target", "a target that is in another namespace", Pair("shop", "pay"), "spec.scaleTargetRef.name", "Deployment web, which is in the namespace pay"),
        new("scale-target", "a target of another namespace, beside one of another kind", Pair("shop", "pay") + "---\napiVersion: apps/v1\nkind: StatefulSet\nmetadata: {name: web, namespace: shop}\n", "spec.scaleTargetRef.name", "which is in the namespace pay"),
        new("", "a target of the namespace", Pair("shop", "shop")),
        new("", "a target of no namespace", Pair("shop", "") + Elsewhere),
        new("", "a ScaledObject of no namespace", Pair("", "shop") + Elsewhere),
        new("scale-target", "a target of no namespace is not among what has one", Pair("shop", "") + Elsewhere, "spec.scaleTargetRef", "Deployment web: not among these files") { IsInformation = true },
        new("trigger-authentication", "an authentication of another namespace", Authentication("shop", "pay"), "spec.triggers[0].authenticationRef.name", "keys, which is in the namespace pay"),
        new("", "an authentication of the namespace", Authentication("shop", "shop")),
        new("", "an authentication of no namespace", Authentication("shop", "") + Elsewhere),
        new("", "an authentication of the cluster", Authentication("shop", "").Replace("kind: TriggerAuthentication", "kind: ClusterTriggerAuthentication", StringComparison.Ordinal).Replace("{name: keys}", "{name: keys, kind: ClusterTriggerAuthentication}", StringComparison.Ordinal) + Elsewhere),
        new("trigger-authentication", "an authentication of the cluster that is elsewhere", Authentication("shop", "pay").Replace("{name: keys}", "{name: keys, kind: ClusterTriggerAuthentication}", StringComparison.Ordinal), "spec.triggers[0].authenticationRef.name", "keys, and no such ClusterTriggerAuthentication: not among these files") { IsInformation = true },

        // What there is two of.
        new("", "a second trigger whose metrics are cached", App.With("  maxReplicaCount: 20", "  maxReplicaCount: 20\n  pollingInterval: 10") + Prometheus("    useCachedMetrics: true\n")) { IsInformation = true },
        new("polling-without-effect", "two triggers whose metrics are not", App.With("  maxReplicaCount: 20", "  maxReplicaCount: 20\n  pollingInterval: 10") + Prometheus(""), "spec.pollingInterval", "10, with minReplicaCount 1") { IsInformation = true },
        new("query-single-value", "a second query that aggregates nothing", App.Yaml + Prometheus("").Replace(Query, "rate(http_requests_total[2m])", StringComparison.Ordinal), "spec.triggers[1].metadata.query", "aggregates nothing"),
        new("query-counter-by-name", "a second metric of one query", App.With(Query, $"{Query} + sum(errors_total)"), QueryPath, "errors_total without rate()"),
        new("secret-in-trigger", "a second trigger's token", App.Yaml + "  - {type: loki, metadata: {serverAddress: \"http://loki\", query: \"sum(rate({a=\\\"b\\\"}[1m]))\", threshold: \"5\", bearerToken: abc}}\n", "spec.triggers[1].metadata.bearerToken", "not shown here"),
        new("replicas-in-file", "a second ScaledObject's target", App.Yaml + Second("worker", "  replicas: 3\n"), "spec.replicas", "3, which shop/worker scales"),
        new("", "a second ScaledObject's target without replicas", App.Yaml + Second("worker", "")),
        new("readiness-probe", "a second ScaledObject's target that is asked nothing", App.Yaml + Second("worker", "").Replace("readinessProbe: {httpGet: {path: /, port: 8080}}, ", "", StringComparison.Ordinal), "spec.template.spec.containers", "no readiness probe"),
        new("trigger-authentication", "a second trigger's authentication", App.Yaml + Prometheus("").Replace("name: workspace", "name: other", StringComparison.Ordinal), "spec.triggers[1].authenticationRef.name", "other, and no such TriggerAuthentication in shop: not among these files") { IsInformation = true },
    ];

    private static string Owned(string name, string owners) =>
        $"---\napiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata: {{name: {name}, namespace: shop{(owners.Length == 0 ? "" : $", ownerReferences: [{owners}]")}}}\nspec:\n  scaleTargetRef: {{apiVersion: apps/v1, kind: Deployment, name: web}}\n  maxReplicas: 10\n  metrics: [{{type: Resource, resource: {{name: cpu, target: {{type: Utilization, averageUtilization: 60}}}}}}]\n";

    private static string Worker(int? replicas, string budget) =>
        $"---\napiVersion: apps/v1\nkind: Deployment\nmetadata: {{name: worker, namespace: shop}}\nspec:\n{(replicas is null ? "" : $"  replicas: {replicas}\n")}  selector: {{matchLabels: {{app: worker}}}}\n  template:\n    metadata: {{labels: {{app: worker}}}}\n    spec: {{containers: [{{name: app, image: registry.example/app:1, resources: {{requests: {{cpu: 100m, memory: 64Mi}}, limits: {{memory: 64Mi}}}}}}]}}\n"
        + $"---\napiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata: {{name: worker, namespace: shop}}\nspec: {{{budget}, selector: {{matchLabels: {{app: worker}}}}}}\n";

    private const string Elsewhere = "---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: other, namespace: pay}\n";

    private static string Namespace(string ns) => ns.Length == 0 ? "" : $", namespace: {ns}";

    private static string Pair(string scaled, string target) =>
        $"apiVersion: keda.sh/v1alpha1\nkind: ScaledObject\nmetadata: {{name: web{Namespace(scaled)}}}\nspec:\n  scaleTargetRef: {{name: web}}\n  minReplicaCount: 1\n  maxReplicaCount: 5\n  triggers: [{{type: cpu, metricType: Utilization, metadata: {{value: \"60\"}}}}]\n"
        + $"---\napiVersion: apps/v1\nkind: Deployment\nmetadata: {{name: web{Namespace(target)}}}\nspec:\n  selector: {{matchLabels: {{app: web}}}}\n  template:\n    metadata: {{labels: {{app: web}}}}\n    spec: {{containers: [{{name: app, image: registry.example/app:1, resources: {{requests: {{cpu: 100m, memory: 64Mi}}, limits: {{memory: 64Mi}}}}}}]}}\n";

    private static string Authentication(string scaled, string authentication) => Pair(scaled, scaled)
        .Replace("triggers: [{type: cpu, metricType: Utilization, metadata: {value: \"60\"}}]", "triggers: [{type: rabbitmq, authenticationRef: {name: keys}, metadata: {queueName: q, mode: QueueLength, value: \"5\"}}]", StringComparison.Ordinal)
        + $"---\napiVersion: keda.sh/v1alpha1\nkind: TriggerAuthentication\nmetadata: {{name: keys{Namespace(authentication)}}}\nspec: {{secretTargetRef: [{{parameter: host, name: s, key: k}}]}}\n";

    private static string Triggers(string trigger) =>
        App.Yaml[..(App.Yaml.IndexOf("  triggers:\n", StringComparison.Ordinal) + "  triggers:\n".Length)] + $"  - {trigger}\n";

    private static string Cpu(string field) => Triggers("{type: cpu, metricType: Utilization, metadata: {value: \"60\"}}").Replace("  triggers:\n", $"{field}  triggers:\n", StringComparison.Ordinal);

    private static string WithMetric(string metric) => App.Yaml + Hpa.Replace("{METRIC}", metric, StringComparison.Ordinal);

    private static string Prometheus(string also) =>
        $"  - type: prometheus\n{also}    authenticationRef:\n      name: workspace\n    metadata:\n      serverAddress: https://shop-a1b2.westeurope.prometheus.monitor.azure.com\n      query: {Query}\n      threshold: \"10\"\n";

    private static string Second(string name, string replicas) =>
        $"---\napiVersion: apps/v1\nkind: Deployment\nmetadata: {{name: {name}, namespace: shop}}\nspec:\n{replicas}  selector: {{matchLabels: {{app: {name}}}}}\n  template:\n    metadata: {{labels: {{app: {name}}}}}\n    spec: {{containers: [{{name: app, image: registry.example/app:1, ports: [{{containerPort: 8080}}], readinessProbe: {{httpGet: {{path: /, port: 8080}}}}, resources: {{requests: {{cpu: 100m, memory: 64Mi}}, limits: {{memory: 64Mi}}}}}}]}}\n"
        + $"---\napiVersion: keda.sh/v1alpha1\nkind: ScaledObject\nmetadata: {{name: {name}, namespace: shop}}\nspec:\n  scaleTargetRef: {{name: {name}}}\n  minReplicaCount: 1\n  maxReplicaCount: 5\n  triggers: [{{type: cpu, metricType: Utilization, metadata: {{value: \"60\"}}}}]\n";
}
