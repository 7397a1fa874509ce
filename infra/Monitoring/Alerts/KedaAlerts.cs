using KedaStack.Infra.Workload;
using KedaStack.Scaling.Prometheus;

namespace KedaStack.Infra.Monitoring.Alerts;

/// <summary>Alerts on KEDA.</summary>
internal static class KedaAlerts
{
    private const string Available = "kube_deployment_status_replicas_available";

    // Longer than an increase's range: one error lasts for as long as the range, and does not fire.
    private const string Range = "[5m]";
    private static readonly TimeSpan _longerThanRange = TimeSpan.FromMinutes(10);

    /// <summary>
    /// Errors of the trigger. With a fallback KEDA reports none of them (pkg/fallback/fallback.go, GetMetricsWithFallback
    /// of v2.20.2), so that answers other than 2xx and empty ones, where they are errors, count as well.
    /// </summary>
    public static AlertRule ScalerErrors(AutoscalerSeries series) => new()
    {
        Name = "AutoscalerScalerErrors",
        Severity = AlertSeverity.Error,
        Expression = $$"""
            sum(increase({{series.Scaler.ScalerErrors}}{{Range}})) > 0
            or
            sum(increase({{series.Scaler.ScalerAnswers(new LabelMatcher("status_code", "2..") { Operator = "!~" })}}{{Range}})) > 0
            or
            sum(increase({{series.Scaler.EmptyAnswers}}{{Range}})) > 0
            """,
        For = _longerThanRange,
        Summary = $"KEDA's trigger for {SampleApp.AppName} fails",
        Meaning = "KEDA has repeatedly failed to get its query's value for ten minutes. The replicas stay as they are, or go to those of the fallback. "
            + "A single error or a restart of the operator does not fire this.",
        Steps =
        [
            $"`kubectl logs deployment/keda-operator --namespace {series.KedaNamespace}`: 403 is a missing role, AADSTS a federated credential that does not fit, `target may be lost` an empty result.",
            "`kedastack explain --live` asks the same query with your own sign-in: if it has a value there, it is KEDA that is not allowed to read it.",
            "For an empty result, see AutoscalerMetricAbsent.",
        ],
    };

    /// <summary>
    /// One of KEDA's Deployments has no available replica, or is not there. Absence counts only while other Deployments
    /// are reported: else it is kube-state-metrics that is missing.
    /// </summary>
    public static AlertRule KedaDown(AutoscalerSeries series) => new()
    {
        Name = "AutoscalerKedaDown",
        Severity = AlertSeverity.Error,
        Expression = string.Join("\nor\n", AutoscalerSeries.KedaDeployments.SelectMany(deployment => (string[])
        [
            $"max by (deployment) ({series.OfKedaDeployment(Available, deployment)}) == 0",
            $"(absent({series.OfKedaDeployment(Available, deployment)}) and on () count({series.OfAnything(Available)}) > 0)",
        ])),
        For = TimeSpan.FromMinutes(10),
        Summary = "KEDA's {{ $labels.deployment }} is down",
        Meaning = "Without the operator or its metrics server the HPA gets no value: the app keeps the replicas it has. "
            + "While kube-state-metrics reports nothing at all, this does not fire; AutoscalerClusterMetricsAbsent does.",
        Steps =
        [
            $"`kubectl get pods --namespace {series.KedaNamespace}` and `kubectl describe` those that do not run.",
            "Pods that cannot be scheduled: raise `nodeCountMax`. Missing pods: `pulumi up`, or `az aks update --enable-keda` for the add-on.",
        ],
    };
}
