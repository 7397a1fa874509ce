using KedaStack.Infra.Workload;

namespace KedaStack.Infra.Monitoring.Alerts;

/// <summary>Alerts on the metrics that scaling and alerts rest on.</summary>
internal static class ScrapeAlerts
{
    /// <summary>The counter is not there though there should be pods: not before the first deployment, not at zero replicas.</summary>
    public static AlertRule MetricAbsent(AutoscalerSeries series) => new()
    {
        Name = "AutoscalerMetricAbsent",
        Severity = AlertSeverity.Error,
        Expression = $"""
            absent({series.OfApp(SampleApp.RequestCounter)})
            and on ()
            sum({series.SpecReplicas}) > 0
            """,
        // From the Deployment to its first sample, a first deployment takes minutes.
        For = TimeSpan.FromMinutes(10),
        Summary = $"There is no {SampleApp.RequestCounter} of {SampleApp.AppName}",
        Meaning = "The metric that the app scales on is absent though the Deployment wants replicas. With ignoreNullValues false the app keeps its replicas; "
            + "with true KEDA treats the absence as no load and scales in, even under full load. Before the first deployment and at zero replicas this does not fire.",
        Steps =
        [
            $"`kubectl get pods --namespace {series.AppNamespace}`: do pods run, and are they ready?",
            $"`kubectl get servicemonitors.azmonitoring.coreos.com --namespace {series.AppNamespace}`: is there one for the app?",
            "`kubectl port-forward deployment/ama-metrics 9090 --namespace kube-system`, then http://127.0.0.1:9090/targets: is the app a target, and what is its error?",
        ],
    };

    /// <summary>A target is there and does not answer.</summary>
    public static AlertRule TargetDown(AutoscalerSeries series) => new()
    {
        Name = "AutoscalerTargetDown",
        Severity = AlertSeverity.Warning,
        Expression = string.Join("\nor\n", series.OfScrapes("up").Select(up => $"max by (namespace, job, pod) ({up}) == 0")),
        For = TimeSpan.FromMinutes(5),
        Summary = "Pod {{ $labels.pod }} of {{ $labels.job }} cannot be scraped",
        Meaning = "The pod's /metrics does not answer. A pod of the app without metrics counts as a replica but adds nothing to the query: the app gets fewer replicas than its load needs. "
            + "When KEDA or kube-state-metrics is not scraped, other alerts have no data. A pod that goes away does not fire this.",
        Steps =
        [
            "`kubectl describe pod {{ $labels.pod }} --namespace {{ $labels.namespace }}` and its logs: does it restart, or is it not ready?",
            "`kubectl port-forward deployment/ama-metrics 9090 --namespace kube-system`, then http://127.0.0.1:9090/targets: what is the target's error?",
            "A timeout to the app's pods means a NetworkPolicy that does not let kube-system in.",
        ],
    };

    /// <summary>What kube-state-metrics reports is absent, and with it most of the other alerts.</summary>
    public static AlertRule ClusterMetricsAbsent(AutoscalerSeries series) => new()
    {
        Name = "AutoscalerClusterMetricsAbsent",
        Severity = AlertSeverity.Error,
        Expression = $"absent({series.OfAnything("kube_deployment_spec_replicas")})",
        For = TimeSpan.FromMinutes(15),
        Summary = "The cluster's own metrics do not arrive",
        Meaning = "kube-state-metrics, or the path from it to the workspace, is down: most of the other alerts cannot fire. If the app's metric is absent too, scaling stands still.",
        Steps =
        [
            "`kubectl get pods --namespace kube-system` for those of ama-metrics: do they run?",
            "`No configuration present for the AKS resource` in their logs: the data collection rule's association with the cluster is missing; `pulumi up`.",
        ],
    };
}
