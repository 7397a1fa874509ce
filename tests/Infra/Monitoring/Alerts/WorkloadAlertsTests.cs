using KedaStack.Infra.Monitoring.Alerts;
using KedaStack.Infra.Settings;
using KedaStack.Tests.Infra.Monitoring.Rules.Tools;
using KedaStack.Tests.Infra.Running;
using static KedaStack.Tests.Infra.Monitoring.Alerts.HealthyCluster;

namespace KedaStack.Tests.Infra.Monitoring.Alerts;

/// <summary>The alerts on an app that is there: which there are, and when each of them fires.</summary>
public sealed class WorkloadAlertsTests
{
    private const string Hpa = """namespace="shop", horizontalpodautoscaler="keda-hpa-web" """;

    private static readonly StackSettings _settings = Of("""
        [{"name": "web", "namespace": "shop", "target": "Deployment/web", "query": "sum(rate(shop_requests_total[2m]))", "threshold": 80,
          "minReplicaCount": 2, "maxReplicaCount": 40, "scrape": {"port": "metrics"}}]
        """);

    private static string DesiredReplicas => Series("kube_horizontalpodautoscaler_status_desired_replicas", Hpa);

    private static string CurrentReplicas => Series("kube_horizontalpodautoscaler_status_current_replicas", Hpa);

    private static string Up => Series("up", """namespace="shop", job="shop/web", pod="web-1" """);

    private static string Counter => Series("shop_requests_total", """namespace="shop", pod="web-1" """);

    [Theory]
    [InlineData("\"query\": \"sum(up)\", \"threshold\": 1", "AutoscalerAtMaxReplicas AutoscalerHpaCannotReadMetric AutoscalerScalerErrors AutoscalerMetricAbsent")]
    [InlineData("\"query\": \"sum(up)\", \"threshold\": 1, \"scrape\": {\"port\": \"m\"}", "AutoscalerAtMaxReplicas AutoscalerHpaCannotReadMetric AutoscalerScalerErrors AutoscalerMetricAbsent AutoscalerTargetDown")]
    [InlineData("\"query\": \"scalar(sum(up))\", \"threshold\": 1", "AutoscalerAtMaxReplicas AutoscalerHpaCannotReadMetric AutoscalerScalerErrors")]
    [InlineData("\"query\": \"sum(up)\", \"threshold\": 1, \"minReplicaCount\": 3, \"maxReplicaCount\": 3", "AutoscalerHpaCannotReadMetric AutoscalerScalerErrors AutoscalerMetricAbsent")]
    [InlineData("\"triggers\": [{\"type\": \"kafka\", \"metadata\": {\"bootstrapServers\": \"k:9092\", \"topic\": \"t\", \"lagThreshold\": 5}}]", "AutoscalerAtMaxReplicas AutoscalerHpaCannotReadMetric AutoscalerScalerErrors")]
    public void Rules_OfAWorkload_AreThese(string fields, string expected) => Assert.Equal(
        expected.Split(' '),
        Groups(Of($$"""[{"name": "web", "namespace": "shop", "target": "Deployment/web", {{fields}}}]"""))[1].Rules.Select(rule => rule.Name));

    [Fact]
    public void Groups_WithoutTheSample_AreTheSharedOneAndOnePerWorkload()
    {
        var groups = Groups(_settings);

        Assert.Equal(["AutoscalerAlerts", "AutoscalerAlerts-web"], groups.Select(group => group.Name));
        Assert.Equal(["AutoscalerKedaDown", "AutoscalerClusterMetricsAbsent"], groups[0].Rules.Select(rule => rule.Name));
        Assert.All(groups[1].Rules, rule => Assert.Equal("web", rule.Workload));
    }

    /// <summary>Else Alertmanager takes the alerts of two workloads for one.</summary>
    [Fact]
    public async Task RuleGroups_InAzure_CarryTheWorkloadAsALabel()
    {
        var run = await StackRun.UpdateAsync(_settings);

        Assert.Equal("AutoscalerAlerts-web-kedastack-dev", run["PrometheusRuleGroup web-alerts"].Text("ruleGroupName"));
        Assert.All(run["PrometheusRuleGroup web-alerts"].At("rules")!.AsArray(), rule => Assert.Equal("web", (string)rule!["labels"]!["workload"]!));
        Assert.EndsWith("status_target_metric);shop", run["ServiceMonitor hpa-state"].Text("spec.endpoints[0].metricRelabelings[0].regex"), StringComparison.Ordinal);
        Assert.Equal("shop", run["ServiceMonitor hpa-state"].Text("metadata.namespace"));
    }

    [Fact]
    public async Task HpaState_OfSeveralNamespaces_KeepsThoseOfEach()
    {
        var run = await StackRun.UpdateAsync(_settings with { Samples = [Sample.Http] });
        Assert.EndsWith("status_target_metric);(keda-demo|shop)", run["ServiceMonitor hpa-state"].Text("spec.endpoints[0].metricRelabelings[0].regex"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Alerts_SwitchedOff_AreNotThere()
    {
        var run = await StackRun.UpdateAsync(_settings with { Monitoring = _settings.Monitoring with { Alerts = false } });
        Assert.DoesNotContain(run.OfKind("PrometheusRuleGroup"), group => group.Name.EndsWith("-alerts", StringComparison.Ordinal));
        Assert.False(run.Has("ServiceMonitor hpa-state"));
    }

    [Fact]
    public void Hpa_ThatKedaTakesOver_KeepsItsNameInTheRules()
    {
        var groups = Groups(Of("""[{"name": "web", "namespace": "shop", "target": "Deployment/web", "query": "sum(up)", "threshold": 1, "replaceHpa": "web-hpa"}]"""));
        Assert.Contains("horizontalpodautoscaler=\"web-hpa\"", groups[1].Rules[0].Expression, StringComparison.Ordinal);
    }

    [PromtoolFact]
    public void Healthy_IsQuiet() => Case().Quiet().Run();

    [PromtoolFact]
    public void AtMaxReplicas_WhileMoreAreAskedFor_Fires() => Case()
        .With(Condition("ScalingLimited"), Always(1)).With(DesiredReplicas, Always(40)).Fires(11, "AutoscalerAtMaxReplicas", Label).Run();

    [PromtoolFact]
    public void AtMinReplicas_Limited_IsQuiet() => Case().With(Condition("ScalingLimited"), Always(1)).With(DesiredReplicas, Always(2)).Quiet().Run();

    [PromtoolFact]
    public void AtMaxReplicas_WithALoadThatFits_IsQuiet() => Case().With(DesiredReplicas, Always(40)).Quiet().Run();

    [PromtoolFact]
    public void HpaCannotReadMetric_ForTenMinutes_Fires() => Case().With(Condition("ScalingActive"), Always(0)).Fires(11, "AutoscalerHpaCannotReadMetric", Label).Run();

    [PromtoolFact]
    public void HpaCannotReadMetric_AtZeroReplicas_IsQuiet() => Case().With(Condition("ScalingActive"), Always(0)).With(CurrentReplicas, Always(0)).Quiet().Run();

    [PromtoolFact]
    public void ScalerErrors_ForTenMinutes_Fires() => Case()
        .With(Series("keda_scaler_detail_errors_total", """namespace="keda", exported_namespace="shop", scaledObject="web" """), "3+2x60")
        .Fires(12, "AutoscalerScalerErrors", Label).Run();

    [PromtoolFact]
    public void ScalerErrors_OfAnother_AreQuiet() => Case()
        .With(Series("keda_scaler_detail_errors_total", """namespace="keda", exported_namespace="shop", scaledObject="api" """), "3+2x60").Quiet().Run();

    [PromtoolFact]
    public void MetricAbsent_WithReplicas_Fires() => Case().Without("shop_requests_total").Fires(11, "AutoscalerMetricAbsent", Label).Run();

    [PromtoolFact]
    public void MetricAbsent_AtZeroReplicas_IsQuiet() => Case().Without("shop_requests_total").With(CurrentReplicas, Always(0)).Quiet().Run();

    [PromtoolFact]
    public void TargetDown_ForFiveMinutes_Fires() => Case()
        .With(Up, Always(0)).Fires(6, "AutoscalerTargetDown", $"""{Label}, namespace="shop", job="shop/web", pod="web-1" """).Run();

    private const string Label = "workload=\"web\"";

    private static AlertCase Case() => new AlertCase()
        .Rules(Groups(_settings, HealthyCluster.Cluster)[1].Rules)
        .With(Counter, PerSecond(20))
        .With(DesiredReplicas, Always(3))
        .With(CurrentReplicas, Always(3))
        .With(Condition("ScalingActive"), Always(1))
        .With(Condition("ScalingLimited"), Always(0))
        .With(Up, Always(1));

    private static string Condition(string condition) =>
        Series("kube_horizontalpodautoscaler_status_condition", $"""{Hpa}, condition="{condition}", status="true" """);

    private static string Series(string metric, string labels) => $$"""{{metric}}{cluster="{{HealthyCluster.Cluster}}", {{labels}}}""";

    private static List<AlertGroup> Groups(StackSettings settings, string? cluster = null) => [.. AlertGroup.All(settings, cluster)];

    private static StackSettings Of(string workloads) => Settings.Given.Settings(("samples", "[]"), ("workloads", workloads));
}
