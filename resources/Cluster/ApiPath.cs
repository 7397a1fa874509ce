namespace KedaStack.Resources.Cluster;

/// <summary>The paths that are read of an API server, as the recordings have them.</summary>
internal static class ApiPath
{
    /// <summary>The server's version.</summary>
    public const string Version = "/version";

    /// <summary>The API groups of monitors: that of Azure's agent and that of the Prometheus operator.</summary>
    public static IReadOnlyList<string> MonitorGroups { get; } = ["azmonitoring.coreos.com", "monitoring.coreos.com"];

    /// <summary>The kinds of monitors, as paths have them.</summary>
    public static IReadOnlyList<string> MonitorPlurals { get; } = ["podmonitors", "servicemonitors"];

    private const string KedaLabels = "labelSelector=app.kubernetes.io%2Fname%20in%20(keda-operator,keda-operator-metrics-apiserver,keda-admission-webhooks)";

    /// <summary>KEDA's Deployments, wherever they are.</summary>
    public const string KedaDeployments = $"/apis/apps/v1/deployments?{KedaLabels}";

    /// <summary>The ClusterTriggerAuthentications.</summary>
    public const string ClusterTriggerAuthentications = "/apis/keda.sh/v1alpha1/clustertriggerauthentications";

    /// <summary>Who serves the external metrics API.</summary>
    public const string ExternalMetricsService = "/apis/apiregistration.k8s.io/v1/apiservices/v1beta1.external.metrics.k8s.io";

    /// <summary>Who serves the resource metrics API.</summary>
    public const string ResourceMetricsService = "/apis/apiregistration.k8s.io/v1/apiservices/v1beta1.metrics.k8s.io";

    /// <summary>The external metrics API itself.</summary>
    public const string ExternalMetrics = "/apis/external.metrics.k8s.io/v1beta1";

    /// <summary>What is asked before an object is accepted.</summary>
    public const string Webhooks = "/apis/admissionregistration.k8s.io/v1/validatingwebhookconfigurations";

    /// <summary>The nodes.</summary>
    public const string Nodes = "/api/v1/nodes";

    /// <summary>One node, which tells where the cluster's machines are.</summary>
    public const string OneNode = $"{Nodes}?limit=1";

    /// <summary>The settings of the agent of managed Prometheus (learn.microsoft.com/azure/azure-monitor/containers/prometheus-metrics-scrape-configuration).</summary>
    public const string AgentSettings = "/api/v1/namespaces/kube-system/configmaps/ama-metrics-settings-configmap";

    /// <summary>The scrape jobs that the agent has beside its own targets and the monitors (the same page).</summary>
    public const string AgentScrapeConfiguration = "/api/v1/namespaces/kube-system/configmaps/ama-metrics-prometheus-config";

    /// <summary>The Deployments of the agent of managed Prometheus: the one that scrapes, and the one that hands it the monitors.</summary>
    public static IReadOnlyList<string> AgentDeployments { get; } =
        ["/apis/apps/v1/namespaces/kube-system/deployments/ama-metrics", "/apis/apps/v1/namespaces/kube-system/deployments/ama-metrics-operator-targets"];

    /// <summary>The definition of ScaledObjects.</summary>
    public const string ScaledObjectDefinition = "/apis/apiextensions.k8s.io/v1/customresourcedefinitions/scaledobjects.keda.sh";

    /// <summary>The lists of a namespace, or of all, that an upgrade may break: their group and version, and their plural.</summary>
    public static IReadOnlyList<(string Group, string Plural)> Upgraded { get; } =
    [
        ("keda.sh/v1alpha1", "scaledobjects"), ("keda.sh/v1alpha1", "scaledjobs"), ("keda.sh/v1alpha1", "triggerauthentications"), ("autoscaling/v2", "horizontalpodautoscalers"),
    ];

    /// <summary>A namespace.</summary>
    public static string Namespace(string name) => $"/api/v1/namespaces/{name}";

    /// <summary>A list of the core API in a namespace, such as <c>pods</c>.</summary>
    public static string Core(string ns, string plural) => $"/api/v1/namespaces/{ns}/{plural}";

    /// <summary>A list of a group in a namespace, such as <c>apps/v1</c> and <c>deployments</c>.</summary>
    public static string Of(string group, string ns, string plural) => $"/apis/{group}/namespaces/{ns}/{plural}";

    /// <summary>A list of a group in all namespaces.</summary>
    public static string OfAll(string group, string plural) => $"/apis/{group}/{plural}";

    /// <summary>KEDA's Deployments in a namespace.</summary>
    public static string KedaDeploymentsIn(string ns) => $"{Of("apps/v1", ns, "deployments")}?{KedaLabels}";

    /// <summary>The ScaledObjects of a namespace.</summary>
    public static string ScaledObjects(string ns) => Of("keda.sh/v1alpha1", ns, "scaledobjects");

    /// <summary>The TriggerAuthentications of a namespace.</summary>
    public static string TriggerAuthentications(string ns) => Of("keda.sh/v1alpha1", ns, "triggerauthentications");

    /// <summary>The HPAs of a namespace.</summary>
    public static string Hpas(string ns) => Of("autoscaling/v2", ns, "horizontalpodautoscalers");

    /// <summary>The events of a namespace, with the texts that KEDA writes.</summary>
    public static string Events(string ns) => Of("events.k8s.io/v1", ns, "events");

    /// <summary>The monitors of a namespace in a group: that of Azure's agent or that of the Prometheus operator.</summary>
    public static string Monitors(string group, string ns, string plural) => Of($"{group}/v1", ns, plural);

    /// <summary>What the pods of a namespace use.</summary>
    public static string PodMetrics(string ns) => Of("metrics.k8s.io/v1beta1", ns, "pods");

    /// <summary>A metric of a ScaledObject, as the HPA asks for it.</summary>
    public static string Metric(string ns, string metric, string scaledObject) =>
        $"{Of("external.metrics.k8s.io/v1beta1", ns, metric)}?labelSelector=scaledobject.keda.sh%2Fname%3D{Uri.EscapeDataString(scaledObject)}";

    /// <summary>Whether a path is that of a list of objects, which may come in pages; no list of metrics has any.</summary>
    public static bool IsList(string path)
    {
        var steps = path.Split('?')[0].Split('/', StringSplitOptions.RemoveEmptyEntries);
        return path != OneNode && !path.Contains("metrics.k8s.io/", StringComparison.Ordinal) && steps switch
        {
            ["api", _, "namespaces", _, _] or ["apis", _, _, "namespaces", _, _] => true,
            ["api", _, not "namespaces"] or ["apis", _, _, _] => true,
            _ => false,
        };
    }

    /// <summary>The namespace that a path is about; null for none.</summary>
    public static string? NamespaceOf(string path)
    {
        const string Word = "/namespaces/";
        var start = path.IndexOf(Word, StringComparison.Ordinal);
        return start < 0 ? null : path[(start + Word.Length)..].Split('/', '?')[0];
    }
}
