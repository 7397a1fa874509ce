using KedaStack.Infra.Naming;
using KedaStack.Infra.Settings;
using Pulumi;
using Pulumi.AzureNative.Dashboard;
using Pulumi.AzureNative.Dashboard.Inputs;

namespace KedaStack.Infra.Monitoring.Dashboards;

/// <summary>
/// The autoscaler's dashboard in the Azure portal ("Azure Monitor dashboards with Grafana"), which needs no Managed
/// Grafana and costs nothing. The resource itself has no content; its one definition holds Grafana's JSON
/// (https://learn.microsoft.com/azure/templates/microsoft.dashboard/dashboards/dashboarddefinitions).
/// </summary>
internal sealed class PortalDashboard : ComponentResource
{
    private const string DefinitionName = "default";

    // The tag that lists a dashboard with the cluster, under Dashboards with Grafana
    // (https://learn.microsoft.com/azure/azure-monitor/visualize/visualize-use-grafana-dashboards).
    private const string ResourceTypeTag = "GrafanaDashboardResourceType";
    private const string ClusterType = "microsoft.ContainerService/managedClusters";

    /// <summary>Creates the dashboard and its definition.</summary>
    public PortalDashboard(
        string name,
        StackSettings settings,
        ResourceNames names,
        Output<string> resourceGroup,
        InputMap<string> tags,
        ComponentResourceOptions options)
        : base("kedastack:monitoring:PortalDashboard", name, options)
    {
        var dashboard = new Dashboard("autoscaler-dashboard", new DashboardArgs
        {
            ResourceGroupName = resourceGroup,
            DashboardName = names.Dashboard,
            Location = settings.Monitoring.Location,
            Tags = new InputMap<string> { tags, { ResourceTypeTag, ClusterType } },
        }, new CustomResourceOptions { Parent = this });

        var series = AutoscalerSeries.Of(settings, names.ClusterLabel);
        _ = new DashboardDefinition("autoscaler-dashboard-definition", new DashboardDefinitionArgs
        {
            ResourceGroupName = resourceGroup,
            DashboardName = dashboard.Name,
            DefinitionName = DefinitionName,
            Properties = new DashboardDefinitionPropertiesArgs
            {
                SerializedData = GrafanaJson.Text(AutoscalerDashboard.For(series, settings.Scaling)),
            },
        }, new CustomResourceOptions { Parent = this });
        RegisterOutputs();
    }
}
