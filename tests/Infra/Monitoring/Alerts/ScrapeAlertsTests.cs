using KedaStack.Tests.Infra.Monitoring.Rules.Tools;
using static KedaStack.Tests.Infra.Monitoring.Alerts.HealthyCluster;

namespace KedaStack.Tests.Infra.Monitoring.Alerts;

public sealed class ScrapeAlertsTests
{
    private const string MetricAbsent = "AutoscalerMetricAbsent";
    private const string TargetDown = "AutoscalerTargetDown";
    private const string ClusterMetricsAbsent = "AutoscalerClusterMetricsAbsent";

    // absent() has the labels that its selector pins.
    private const string OfTheApp = """cluster="blue", namespace="keda-demo", job="sample-app" """;

    [PromtoolFact]
    public void MetricAbsent_ThoughPodsShouldRun_Fires() => new AlertCase()
        .Without("http_requests_total")
        .Quiet(to: 9)
        .Fires(11, MetricAbsent, OfTheApp)
        .Run();

    [PromtoolFact]
    public void MetricAbsent_FromSomeMinuteOn_FiresTenMinutesAndTheLookbackLater() => new AlertCase()
        .With(Requests, $"{PerSecond(20, minutes: 5)} stale")
        .Quiet(to: 15)
        .Fires(17, MetricAbsent, OfTheApp)
        .Run();

    [PromtoolFact]
    public void MetricAbsent_AtZeroReplicas_IsQuiet() => new AlertCase()
        .Without("http_requests_total")
        .With(SpecReplicas, Always(0))
        .Quiet()
        .Run();

    [PromtoolFact]
    public void MetricAbsent_BeforeTheFirstDeployment_IsQuiet() => new AlertCase()
        .Without("keda-demo")
        .Quiet()
        .Run();

    [PromtoolFact]
    public void MetricAbsent_DuringTheFirstDeployment_IsQuiet() => new AlertCase()
        .With(SpecReplicas, $"{Nothing(2)} {For(1, 28)}")
        .With(AppUp, $"{Nothing(10)} {For(1, 20)}")
        .With(Requests, $"{Nothing(10)} {PerSecond(20, minutes: 20)}")
        .Quiet()
        .Run();

    [PromtoolFact]
    public void MetricAbsent_WhenOnlyAnotherClusterHasIt_Fires() => new AlertCase()
        .Without("http_requests_total")
        .With(Requests.Replace("blue", "red", StringComparison.Ordinal), PerSecond(20))
        .Fires(11, MetricAbsent, OfTheApp)
        .Run();

    [PromtoolFact]
    public void TargetDown_PodOfTheApp_FiresWithItsName() => new AlertCase()
        .With(AppUp, Always(0))
        .Quiet(to: 4)
        .Fires(6, TargetDown, """namespace="keda-demo", job="sample-app", pod="sample-app-1" """)
        .Run();

    [PromtoolFact]
    public void TargetDown_EveryKind_FiresForEach() => new AlertCase()
        .With(AppUp, Always(0))
        .With(OperatorUp, Always(0))
        .With(KubeStateUp, Always(0))
        .Fires(
            6,
            TargetDown,
            """namespace="keda-demo", job="sample-app", pod="sample-app-1" """,
            """namespace="keda", job="keda/keda", pod="keda-operator-1" """,
            """namespace="kube-system", job="ama-metrics-ksm", pod="ama-metrics-ksm-1" """)
        .Run();

    [PromtoolFact]
    public void TargetDown_PodThatStartsSlowlyAndOneThatGoes_IsQuiet() => new AlertCase()
        .With(AppUp.Replace("-1", "-2", StringComparison.Ordinal), $"{For(0, 3)} {For(1, 27)}")
        .With(AppUp.Replace("-1", "-3", StringComparison.Ordinal), $"{For(1, 3)} 0 0 stale")
        .Quiet()
        .Run();

    [PromtoolFact]
    public void TargetDown_OfAnotherApp_IsQuiet() => new AlertCase()
        .With(AppUp.Replace("sample-app", "other", StringComparison.Ordinal), Always(0))
        .Quiet()
        .Run();

    [PromtoolFact]
    public void ClusterMetricsAbsent_NothingFromKubeStateMetrics_FiresAloneAfterAQuarterOfAnHour() => new AlertCase()
        .Without("kube_")
        .Quiet(to: 14)
        .Fires(16, ClusterMetricsAbsent, """cluster="blue" """)
        .Run();

    [PromtoolFact]
    public void ClusterMetricsAbsent_NothingAtAll_Fires() => new AlertCase()
        .Without("{")
        .Fires(16, ClusterMetricsAbsent, """cluster="blue" """)
        .Run();

    [PromtoolFact]
    public void ClusterMetricsAbsent_AgentRestartsForTenMinutes_IsQuiet() => new AlertCase()
        .With(OtherSpecReplicas, $"{For(2, 5)} stale {Nothing(9)} {For(2, 15)}")
        .With(SpecReplicas, $"{For(2, 5)} stale {Nothing(9)} {For(2, 15)}")
        .Quiet()
        .Run();

    [PromtoolFact]
    public void Alerts_AnotherClusterOfTheWorkspaceInTrouble_AreQuiet() => new AlertCase()
        .With(Red(Requests), PerSecond(500))
        .With(Red(DesiredReplicas), Always(10))
        .With(Red(ScalingActive("true")), Always(0))
        .With(Red(SpecReplicas), Always(10))
        .With(Red(Available("keda-operator")), Always(0))
        .With(Red(ScalerErrors), PerSecond(1))
        .With(Red(AppUp), Always(0))
        .Quiet()
        .Run();

    private static string Red(string series) => series.Replace("\"blue\"", "\"red\"", StringComparison.Ordinal);
}
