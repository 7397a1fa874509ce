using KedaStack.Tests.Infra.Running;

namespace KedaStack.Tests.Infra.Monitoring;

public sealed class ManagedPrometheusTests
{
    private const string EndpointId =
        $"{Cloud.ResourceGroupId}/providers/Microsoft.Insights/dataCollectionEndpoints/MSProm-eastus-kedastack-dev";

    private const string RuleId =
        $"{Cloud.ResourceGroupId}/providers/Microsoft.Insights/dataCollectionRules/MSProm-eastus-kedastack-dev";

    [Fact]
    public async Task Workspace_ByDefault_IsThis() => JsonAssert.Equal(
        """
        {
          "resourceGroupName": "kedastack-dev",
          "azureMonitorWorkspaceName": "kedastack-dev",
          "location": "eastus",
          "tags": { "project": "kedastack", "stack": "dev" }
        }
        """,
        (await Stacks.Helm)["AzureMonitorWorkspace workspace"].Inputs);

    [Fact]
    public async Task DataCollectionEndpoint_ByDefault_IsThisAndOfKindLinux() => JsonAssert.Equal(
        """
        {
          "resourceGroupName": "kedastack-dev",
          "dataCollectionEndpointName": "MSProm-eastus-kedastack-dev",
          "location": "eastus",
          "kind": "Linux",
          "tags": { "project": "kedastack", "stack": "dev" }
        }
        """,
        (await Stacks.Helm)["DataCollectionEndpoint data-collection-endpoint"].Inputs);

    [Fact]
    public async Task DataCollectionRule_ByDefault_IsThisAndOfKindLinux() => JsonAssert.Equal(
        $$"""
        {
          "resourceGroupName": "kedastack-dev",
          "dataCollectionRuleName": "MSProm-eastus-kedastack-dev",
          "location": "eastus",
          "kind": "Linux",
          "dataCollectionEndpointId": "{{EndpointId}}",
          "dataSources": {
            "prometheusForwarder": [ { "name": "PrometheusDataSource", "streams": [ "Microsoft-PrometheusMetrics" ] } ]
          },
          "destinations": {
            "monitoringAccounts": [ { "name": "MonitoringAccount1", "accountResourceId": "{{Cloud.WorkspaceId}}" } ]
          },
          "dataFlows": [ { "streams": [ "Microsoft-PrometheusMetrics" ], "destinations": [ "MonitoringAccount1" ] } ],
          "tags": { "project": "kedastack", "stack": "dev" }
        }
        """,
        (await Stacks.Helm)["DataCollectionRule data-collection-rule"].Inputs);

    [Fact]
    public async Task Association_ByDefault_TiesTheRuleToTheCluster() => JsonAssert.Equal(
        $$"""
        {
          "associationName": "MSProm-eastus-kedastack-dev",
          "dataCollectionRuleId": "{{RuleId}}",
          "resourceUri": "{{Cloud.ClusterId}}"
        }
        """,
        (await Stacks.Helm)["DataCollectionRuleAssociation data-collection-rule-association"].Inputs);

    [Fact]
    public async Task MonitorLocation_Set_MovesMonitoringButNotClusterAndIdentity()
    {
        var run = await StackRun.UpdateAsync(
            Stacks.Defaults with { Monitoring = Stacks.Defaults.Monitoring with { Location = "westeurope" } });

        Assert.Equal(
            [
                "AzureMonitorWorkspace workspace: westeurope",
                "Dashboard autoscaler-dashboard: westeurope",
                "DataCollectionEndpoint data-collection-endpoint: westeurope",
                "DataCollectionRule data-collection-rule: westeurope",
                "Grafana grafana: westeurope",
                "ManagedCluster aks: eastus",
                "PrometheusRuleGroup autoscaler-alerts: westeurope",
                "PrometheusRuleGroup kubernetes-recording-rules: westeurope",
                "PrometheusRuleGroup node-recording-rules: westeurope",
                "ResourceGroup resource-group: eastus",
                "UserAssignedIdentity keda-identity: eastus",
            ],
            run.Resources
                .Where(resource => resource.At("location") is not null)
                .Select(resource => $"{resource.Label}: {resource.Text("location")}")
                .Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task MonitorLocation_Set_NamesEndpointAndRuleForItAndTheAssociationForTheCluster()
    {
        var run = await StackRun.UpdateAsync(
            Stacks.Defaults with { Monitoring = Stacks.Defaults.Monitoring with { Location = "westeurope" } });

        Assert.Equal(
            "MSProm-westeurope-kedastack-dev",
            run["DataCollectionEndpoint data-collection-endpoint"].Text("dataCollectionEndpointName"));
        Assert.Equal("MSProm-westeurope-kedastack-dev", run["DataCollectionRule data-collection-rule"].Text("dataCollectionRuleName"));
        Assert.Equal(
            "MSProm-eastus-kedastack-dev",
            run["DataCollectionRuleAssociation data-collection-rule-association"].Text("associationName"));
    }

    [Fact]
    public async Task Prometheus_InEveryStack_IsOnInTheClusterThatTheRuleIsTiedTo() => Assert.All(
        await Stacks.AllAsync(),
        run =>
        {
            Assert.True(run["ManagedCluster aks"].At("azureMonitorProfile.metrics.enabled")!.GetValue<bool>());
            Assert.Equal(
                Cloud.ClusterId,
                run["DataCollectionRuleAssociation data-collection-rule-association"].Text("resourceUri"));
        });
}
