using KedaStack.Tests.Infra.Monitoring.Rules.Synthetic;

namespace KedaStack.Tests.Infra.Monitoring.Alerts;

/// <summary>
/// The series of a cluster in which the app is scaled as it should be, for half an hour: 20 requests per second on two
/// replicas. The names and labels are those that the monitoring add-on, its kube-state-metrics and KEDA 2.20 give.
/// </summary>
internal static class HealthyCluster
{
    public const int Minutes = 30;

    public const string Cluster = "blue";

    private const string Hpa = """namespace="keda-demo", horizontalpodautoscaler="keda-hpa-sample-app" """;
    private const string App = """namespace="keda-demo", job="sample-app", pod="sample-app-1" """;
    private const string Operator = """namespace="keda", job="keda/keda", pod="keda-operator-1", exported_namespace="keda-demo" """;

    private const string Trigger =
        $"""{Operator}, scaledObject="sample-app", scaler="prometheus", triggerIndex="0", metric="s0-prometheus", type="scaledobject" """;

    public static string Requests => Name("http_requests_total", $"""{App}, method="GET", code="200" """);

    public static string DesiredReplicas => Name("kube_horizontalpodautoscaler_status_desired_replicas", Hpa);

    public static string SpecReplicas => Name("kube_deployment_spec_replicas", """namespace="keda-demo", deployment="sample-app" """);

    public static string OtherSpecReplicas => Name("kube_deployment_spec_replicas", """namespace="kube-system", deployment="coredns" """);

    public static string AppUp => Name("up", App);

    public static string OperatorUp => Name("up", """namespace="keda", job="keda/keda", pod="keda-operator-1" """);

    public static string KubeStateUp => Name("up", """namespace="kube-system", job="ama-metrics-ksm", pod="ama-metrics-ksm-1" """);

    public static string ScalerErrors => Name("keda_scaler_detail_errors_total", Trigger);

    public static string EmptyAnswers(bool ignored) => Name(
        "keda_scaler_empty_upstream_responses_total",
        $"""{Operator}, scaledResource="sample-app", resourceType="ScaledObject", ignoreNullValues="{(ignored ? "true" : "false")}" """);

    public static string Answers(string statusCode) => Name(
        "keda_scaler_http_requests_total",
        $"""{Operator}, scaled_resource="sample-app", scaler="prometheus", metric_name="s0-prometheus", status_code="{statusCode}" """);

    public static string ScalingActive(string status) => Name(
        "kube_horizontalpodautoscaler_status_condition", $"""{Hpa}, condition="ScalingActive", status="{status}" """);

    public static string Available(string deployment, string ns = "keda") => Name(
        "kube_deployment_status_replicas_available", $"""namespace="{ns}", deployment="{deployment}" """);

    /// <summary>The series, by name.</summary>
    public static IReadOnlyDictionary<string, string> Series { get; } = new Dictionary<string, string>
    {
        [Requests] = PerSecond(20),
        [DesiredReplicas] = Always(2),
        [ScalingActive("true")] = Always(1),
        [ScalingActive("false")] = Always(0),
        [ScalingActive("unknown")] = Always(0),
        [SpecReplicas] = Always(2),
        [OtherSpecReplicas] = Always(2),
        [Available("sample-app", "keda-demo")] = Always(2),
        [Available("coredns", "kube-system")] = Always(2),
        [Available("keda-operator")] = Always(2),
        [Available("keda-operator-metrics-apiserver")] = Always(1),
        [ScalerErrors] = Always(3),
        [Answers("200")] = PerSecond(0.1m),
        [EmptyAnswers(ignored: false)] = Always(4),
        [AppUp] = Always(1),
        [OperatorUp] = Always(1),
        [KubeStateUp] = Always(1),
    };

    /// <summary>The values of a counter that grows steadily.</summary>
    public static string PerSecond(decimal rate, int minutes = Minutes) =>
        FormattableString.Invariant($"0+{rate * Samples.IntervalSeconds}x{minutes * Samples.PerMinute}");

    /// <summary>The same value all the time.</summary>
    public static string Always(int value) => For(value, Minutes);

    /// <summary>The same value for some minutes.</summary>
    public static string For(int value, int minutes) => FormattableString.Invariant($"{value}x{minutes * Samples.PerMinute}");

    /// <summary>No samples for some minutes, as before there is anything to scrape.</summary>
    public static string Nothing(int minutes) => FormattableString.Invariant($"_x{minutes * Samples.PerMinute}");

    private static string Name(string metric, string labels) => $$"""{{metric}}{cluster="{{Cluster}}", {{labels}}}""";
}
