using KedaStack.Infra.Monitoring;
using KedaStack.Infra.Monitoring.Dashboards;
using KedaStack.Infra.Naming;
using KedaStack.Tests.Infra.Running;

namespace KedaStack.Tests.Infra.Monitoring;

public sealed class PortalDashboardTests
{
    [Fact]
    public async Task Dashboard_ByDefault_IsThisAndListedWithTheCluster() => JsonAssert.Equal(
        """
        {
          "resourceGroupName": "kedastack-dev",
          "dashboardName": "kedastack-dev-autoscaler",
          "location": "eastus",
          "tags": {
            "project": "kedastack",
            "stack": "dev",
            "GrafanaDashboardResourceType": "microsoft.ContainerService/managedClusters"
          }
        }
        """,
        (await Stacks.Helm)["Dashboard autoscaler-dashboard"].Inputs);

    [Fact]
    public async Task Definition_ByDefault_HoldsTheDashboardOfThisCluster()
    {
        var definition = (await Stacks.Helm)["DashboardDefinition autoscaler-dashboard-definition"];

        Assert.Equal("kedastack-dev-autoscaler", definition.Text("dashboardName"));
        Assert.Equal("default", definition.Text("definitionName"));
        Assert.Equal(
            GrafanaJson.Text(AutoscalerDashboard.For(AutoscalerSeries.Of(Stacks.Defaults, "kedastack-dev"), Stacks.Defaults.Scaling)),
            definition.Text("properties.serializedData"));
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("a-stack-with-a-long-name-of-its-own")]
    public void Name_OfAnyStack_IsLegal(string stack) =>
        Assert.Matches("^[a-zA-Z][a-z0-9A-Z-]{0,28}[a-z0-9A-Z]$", new ResourceNames(Stacks.Defaults, stack).Dashboard);
}
