using System.Text.Json.Nodes;
using System.Xml;
using KedaStack.Infra.Monitoring;
using KedaStack.Infra.Monitoring.Alerts;
using KedaStack.Tests.Infra.Running;

namespace KedaStack.Tests.Infra.Monitoring;

public sealed class AlertRuleGroupTests
{
    private const string Group = "PrometheusRuleGroup autoscaler-alerts";
    private const string Emails = "ActionGroup alert-emails";

    private const string ActionGroupId = $"{Cloud.ResourceGroupId}/providers/Microsoft.Insights/actionGroups/kedastack-dev-alerts";

    [Fact]
    public async Task Group_ByDefault_IsOfThisClusterAndRunsEachMinute()
    {
        var inputs = (JsonObject)(await Stacks.Helm)[Group].Inputs.DeepClone();
        inputs.Remove("rules");

        JsonAssert.Equal(
            $$"""
            {
              "resourceGroupName": "kedastack-dev",
              "ruleGroupName": "AutoscalerAlerts-kedastack-dev",
              "description": "Whether the sample app is scaled as it should be.",
              "location": "eastus",
              "scopes": [ "{{Cloud.WorkspaceId}}", "{{Cloud.ClusterId}}" ],
              "clusterName": "kedastack-dev",
              "interval": "PT1M",
              "enabled": true,
              "tags": { "project": "kedastack", "stack": "dev" }
            }
            """,
            inputs);
    }

    [Fact]
    public async Task Rules_ByDefault_AreTheAlertsOfThisCluster()
    {
        var rules = (JsonArray)(await Stacks.Helm)[Group].At("rules")!;

        Assert.Equal(
            AutoscalerAlerts.For(AutoscalerSeries.Of(Stacks.Defaults, "kedastack-dev"), Stacks.Defaults.Scaling)
                .Select(rule => (rule.Name, rule.Expression, XmlConvert.ToString(rule.For), (int)rule.Severity)),
            rules.Select(rule => (
                rule!["alert"]!.GetValue<string>(),
                rule["expression"]!.GetValue<string>(),
                rule["for"]!.GetValue<string>(),
                (int)rule["severity"]!.GetValue<double>())));
    }

    [Fact]
    public async Task Rule_ByDefault_IsThis() => JsonAssert.Equal(
        """
        {
          "alert": "AutoscalerClusterMetricsAbsent",
          "expression": "absent(kube_deployment_spec_replicas{cluster=\"kedastack-dev\"})",
          "for": "PT15M",
          "severity": 1,
          "enabled": true,
          "annotations": {
            "summary": "The cluster's own metrics do not arrive",
            "description": "kube-state-metrics, or the path from it to the workspace, is down: most of the other alerts cannot fire. If the app's metric is absent too, scaling stands still.",
            "runbook": "1. `kubectl get pods --namespace kube-system` for those of ama-metrics: do they run? 2. `No configuration present for the AKS resource` in their logs: the data collection rule's association with the cluster is missing; `pulumi up`.",
            "runbook_url": "docs/alerts.md#autoscalerclustermetricsabsent"
          },
          "resolveConfiguration": { "autoResolved": true, "timeToResolve": "PT5M" }
        }
        """,
        (await Stacks.Helm)[Group].At("rules[6]"));

    [Fact]
    public async Task ClusterLabel_Set_IsInTheRulesAndTheGroup()
    {
        var run = await StackRun.UpdateAsync(
            Stacks.Defaults with { Monitoring = Stacks.Defaults.Monitoring with { ClusterLabel = "blue" } });

        Assert.Equal("blue", run[Group].Text("clusterName"));
        Assert.Contains("cluster=\"blue\"", run[Group].Text("rules[0].expression"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Emails_NotSet_MakeNoActionGroup()
    {
        var run = await Stacks.Helm;

        Assert.False(run.Has(Emails));
        Assert.Null(run[Group].At("rules[0].actions"));
    }

    [Fact]
    public async Task Emails_Set_MakeOneActionGroupThatEveryAlertCalls()
    {
        var run = await StackRun.UpdateAsync(Stacks.Defaults with
        {
            Monitoring = Stacks.Defaults.Monitoring with { AlertEmails = ["alice@contoso.com", "oncall@contoso.com"] },
        });

        JsonAssert.Equal(
            """
            {
              "resourceGroupName": "kedastack-dev",
              "actionGroupName": "kedastack-dev-alerts",
              "groupShortName": "autoscaler",
              "location": "Global",
              "enabled": true,
              "emailReceivers": [
                { "name": "email-1", "emailAddress": "alice@contoso.com", "useCommonAlertSchema": true },
                { "name": "email-2", "emailAddress": "oncall@contoso.com", "useCommonAlertSchema": true }
              ],
              "tags": { "project": "kedastack", "stack": "dev" }
            }
            """,
            run[Emails].Inputs);
        Assert.All(
            (JsonArray)run[Group].At("rules")!,
            rule => JsonAssert.Equal($$"""[ { "actionGroupId": "{{ActionGroupId}}" } ]""", rule!["actions"]));
    }

    [Fact]
    public void ShortName_OfTheActionGroup_FitsIntoItsTwelveCharacters() => Assert.InRange(AlertRuleGroup.ActionGroupShortName.Length, 1, 12);
}
