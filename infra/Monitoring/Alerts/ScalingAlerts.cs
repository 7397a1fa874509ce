using System.Globalization;
using KedaStack.Infra.Workload;
using KedaStack.Scaling;
using KedaStack.Scaling.Hpa.Semantics;
using KedaStack.Scaling.Quantities;

namespace KedaStack.Infra.Monitoring.Alerts;

/// <summary>Alerts on what the HPA does.</summary>
internal static class ScalingAlerts
{
    /// <summary>
    /// More load than the most replicas are meant for. Up to the HPA's tolerance above that, it would not add a replica
    /// even if it were allowed to.
    /// </summary>
    public static AlertRule AtMaxReplicas(AutoscalerSeries series, ScalingSettings scaling)
    {
        var most = scaling.MaxReplicaCount;
        var threshold = PrometheusNumber.Format(scaling.Threshold);
        var limit = PrometheusNumber.Format(scaling.Threshold * most * (1 + (decimal)HpaSemantics.Default.Tolerance));
        return new AlertRule
        {
            Name = "AutoscalerAtMaxReplicas",
            Severity = AlertSeverity.Warning,
            Expression = $"""
                {series.RequestRate} > {limit}
                and on ()
                max({series.Scaler.DesiredReplicas}) >= {Text(most)}
                """,
            For = TimeSpan.FromMinutes(10),
            Summary = $"{SampleApp.AppName} is at its {Replicas(most)} and gets {{{{ $value }}}} requests per second",
            Meaning = $"{Replicas(most)} (maxReplicaCount) {(most == 1 ? "is" : "are")} meant for {threshold} requests per second each (threshold). "
                + $"The load is above {limit} requests per second: beyond the HPA's tolerance, so that it would add replicas if it were allowed to. "
                + "At the maximum with a load that its replicas are meant for, this does not fire.",
            Steps =
            [
                "Look at the latency: if it is fine, the threshold is lower than what a replica can serve.",
                $"Raise the limit: `pulumi config set maxReplicaCount {Text(most * 2)}` and `pulumi up`. `kedastack check` says whether the nodes have room.",
                "If the load is not expected, find where it comes from.",
            ],
        };
    }

    /// <summary>The HPA says that it does not scale. Of zero replicas it always says so, and that is no fault.</summary>
    public static AlertRule HpaCannotReadMetric(AutoscalerSeries series) => new()
    {
        Name = "AutoscalerHpaCannotReadMetric",
        Severity = AlertSeverity.Error,
        Expression = $"""
            max({series.Scaler.Condition("ScalingActive")}) == 0
            and on ()
            sum({series.SpecReplicas}) > 0
            """,
        For = TimeSpan.FromMinutes(10),
        Summary = $"The HPA of {SampleApp.AppName} cannot read its metric",
        Meaning = "The HPA's condition ScalingActive is not true: the app keeps the replicas it has, whatever the load. "
            + "At zero replicas the condition is false by nature (ScalingDisabled), and this does not fire.",
        Steps =
        [
            $"`kubectl describe hpa keda-hpa-{SampleApp.AppName} --namespace {series.AppNamespace}`: the condition's message names the cause.",
            "`kubectl get apiservice v1beta1.external.metrics.k8s.io`: it must be available.",
            $"`kubectl logs deployment/keda-operator --namespace {series.KedaNamespace}`: 403 is a missing role, AADSTS a federated credential that does not fit, an empty result a query or a scrape.",
            "`kedastack explain --live` asks the same query with your own sign-in: if it has a value there, it is KEDA that is not allowed to read it.",
        ],
    };

    private static string Replicas(int count) => count == 1 ? "1 replica" : $"{Text(count)} replicas";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
