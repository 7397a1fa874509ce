using KedaStack.Scaling.Prometheus;

namespace KedaStack.Infra.Monitoring;

/// <summary>The series of one ScaledObject and its HPA, as PromQL, whatever it scales and on what.</summary>
/// <param name="Cluster">The value of the label <c>cluster</c>; null where the series of one cluster are alone.</param>
/// <param name="Namespace">Their namespace.</param>
/// <param name="ScaledObject">The ScaledObject.</param>
/// <param name="Hpa">Its HPA.</param>
internal sealed record ScalerSeries(string? Cluster, string Namespace, string ScaledObject, string Hpa)
{
    /// <summary>The beginning of the name that KEDA gives to an HPA; the ScaledObject's follows.</summary>
    public const string HpaNamePrefix = "keda-hpa-";

    /// <summary>The replicas that the HPA wants.</summary>
    public string DesiredReplicas => OfHpa("kube_horizontalpodautoscaler_status_desired_replicas");

    /// <summary>The replicas that the HPA sees.</summary>
    public string CurrentReplicas => OfHpa("kube_horizontalpodautoscaler_status_current_replicas");

    /// <summary>The average for each replica that the HPA has computed from the metric.</summary>
    public string HpaAverage => OfHpa(HpaStateMonitor.TargetMetric, new LabelMatcher("metric_target_type", "average"));

    /// <summary>A condition of the HPA: 1 while it is true.</summary>
    public string Condition(string condition) =>
        OfHpa(HpaStateMonitor.Condition, new LabelMatcher("condition", condition), new LabelMatcher("status", "true"));

    /// <summary>Errors of the trigger, as KEDA counts them.</summary>
    public string ScalerErrors => OfScaledObject("keda_scaler_detail_errors_total", "scaledObject");

    /// <summary>Answers of Prometheus to KEDA, by status code.</summary>
    public string ScalerAnswers(params LabelMatcher[] matchers) =>
        OfScaledObject("keda_scaler_http_requests_total", "scaled_resource", matchers);

    /// <summary>Answers of Prometheus to KEDA without a value, where they are errors.</summary>
    public string EmptyAnswers => OfScaledObject(
        "keda_scaler_empty_upstream_responses_total", "scaledResource", new LabelMatcher("ignoreNullValues", "false"));

    /// <summary>How long KEDA waited for the newest answer.</summary>
    public string ScalerLatency => OfScaledObject("keda_scaler_metrics_latency_seconds", "scaledObject");

    /// <summary>How late KEDA's loop over the ScaledObject ran.</summary>
    public string LoopLatency => OfScaledObject("keda_internal_scale_loop_latency_seconds", "resource");

    /// <summary>A metric of the namespace.</summary>
    public string InNamespace(string metric, params LabelMatcher[] matchers) =>
        Select(metric, [.. OfCluster(), new LabelMatcher("namespace", Namespace), .. matchers]);

    private string OfHpa(string metric, params LabelMatcher[] matchers) =>
        InNamespace(metric, [new LabelMatcher("horizontalpodautoscaler", Hpa), .. matchers]);

    // KEDA's own label namespace gives way to that of its pod, and becomes exported_namespace. For the ScaledObject it has
    // several words.
    private string OfScaledObject(string metric, string scaledObjectLabel, params LabelMatcher[] matchers) => Select(
        metric,
        [.. OfCluster(), new LabelMatcher("exported_namespace", Namespace), new LabelMatcher(scaledObjectLabel, ScaledObject), .. matchers]);

    private LabelMatcher[] OfCluster() => Cluster is null ? [] : [new LabelMatcher("cluster", Cluster)];

    private static string Select(string metric, IReadOnlyList<LabelMatcher> matchers) => new SeriesSelector(metric, matchers).ToString();
}
