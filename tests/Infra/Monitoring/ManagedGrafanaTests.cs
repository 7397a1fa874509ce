using KedaStack.Tests.Infra.Running;

namespace KedaStack.Tests.Infra.Monitoring;

public sealed class ManagedGrafanaTests
{
    [Fact]
    public async Task Grafana_ByDefault_IsThis()
    {
        var grafana = (await Stacks.Helm)["Grafana grafana"];

        JsonAssert.Equal(
            $$"""
            {
              "resourceGroupName": "kedastack-dev",
              "workspaceName": "{{grafana.Text("workspaceName")}}",
              "location": "eastus",
              "sku": { "name": "Standard" },
              "identity": { "type": "SystemAssigned" },
              "properties": {
                "grafanaMajorVersion": "12",
                "apiKey": "Disabled",
                "grafanaIntegrations": {
                  "azureMonitorWorkspaceIntegrations": [ { "azureMonitorWorkspaceResourceId": "{{Cloud.WorkspaceId}}" } ]
                }
              },
              "tags": { "project": "kedastack", "stack": "dev" }
            }
            """,
            grafana.Inputs);
    }

    [Fact]
    public async Task Name_NotSet_BeginsWithPrefixAndStackAndFits() =>
        Assert.Matches("^kedastack-dev-[0-9a-f]{6}$", (await Stacks.Helm)["Grafana grafana"].Text("workspaceName"));

    [Fact]
    public async Task Name_Set_IsTaken()
    {
        var run = await StackRun.UpdateAsync(
            Stacks.Defaults with { Monitoring = Stacks.Defaults.Monitoring with { GrafanaName = "our-grafana" } });

        Assert.Equal("our-grafana", run["Grafana grafana"].Text("workspaceName"));
    }

    [Fact]
    public async Task MajorVersion_Set_IsTaken()
    {
        var run = await StackRun.UpdateAsync(
            Stacks.Defaults with { Monitoring = Stacks.Defaults.Monitoring with { GrafanaMajorVersion = 13 } });

        Assert.Equal("13", run["Grafana grafana"].Text("properties.grafanaMajorVersion"));
    }

    [Fact]
    public async Task Identity_OfGrafana_MayReadTheWorkspaceThatItIsLinkedTo()
    {
        var run = await Stacks.Helm;
        var role = run["RoleAssignment grafana-monitoring-data-reader"];

        Assert.Equal(Cloud.GrafanaPrincipalId, role.Text("principalId"));
        Assert.Equal("ServicePrincipal", role.Text("principalType"));
        Assert.Equal(Cloud.RoleDefinitionId("b0d8363b-8ddd-447d-831f-62ca05bff136"), role.Text("roleDefinitionId"));
        Assert.Equal(
            run["Grafana grafana"].Text(
                "properties.grafanaIntegrations.azureMonitorWorkspaceIntegrations[0].azureMonitorWorkspaceResourceId"),
            role.Text("scope"));
    }

    [Fact]
    public async Task Admins_OfGrafana_AreAdminsOfItAndOfNothingElse()
    {
        var run = await Stacks.Entra;

        Assert.All(
            run.OfKind("RoleAssignment").Where(role => role.Name.StartsWith("grafana-admin-", StringComparison.Ordinal)),
            role => Assert.EndsWith(
                $"/providers/Microsoft.Dashboard/grafana/{run["Grafana grafana"].Text("workspaceName")}",
                role.Text("scope"),
                StringComparison.Ordinal));
    }

    [Fact]
    public async Task GrafanaOff_KedaAndScaling_AreAsWithIt()
    {
        var with = await Stacks.Helm;
        var without = await Stacks.WithoutGrafana;

        Assert.All(
            without.Resources,
            resource => Assert.Equal(PropertyBag.Text(with[resource.Label].Inputs), PropertyBag.Text(resource.Inputs)));
    }
}
