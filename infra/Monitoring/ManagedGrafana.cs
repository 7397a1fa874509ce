using System.Globalization;
using KedaStack.Infra.Identity;
using KedaStack.Infra.Naming;
using KedaStack.Infra.Platform;
using KedaStack.Infra.Settings;
using Pulumi;
using Pulumi.AzureNative.Dashboard;
using Pulumi.AzureNative.Dashboard.Inputs;
using ManagedServiceIdentityType = Pulumi.AzureNative.Dashboard.ManagedServiceIdentityType;

namespace KedaStack.Infra.Monitoring;

/// <summary>A Managed Grafana that reads the Azure Monitor workspace, and its admins.</summary>
internal sealed class ManagedGrafana : ComponentResource
{
    /// <summary>Creates the Grafana and the role assignments that it and its admins need.</summary>
    public ManagedGrafana(
        string name,
        StackSettings settings,
        ResourceNames names,
        Output<string> resourceGroup,
        MonitorWorkspace workspace,
        Output<string> subscriptionId,
        IReadOnlyList<Principal> admins,
        RoleAssignments roles,
        InputMap<string> tags,
        ComponentResourceOptions options)
        : base("kedastack:monitoring:ManagedGrafana", name, options)
    {
        var grafana = new Grafana("grafana", new GrafanaArgs
        {
            ResourceGroupName = resourceGroup,
            WorkspaceName = subscriptionId.Apply(names.Grafana),
            Location = settings.Monitoring.Location,
            Sku = new ResourceSkuArgs { Name = "Standard" },
            Identity = new ManagedServiceIdentityArgs { Type = ManagedServiceIdentityType.SystemAssigned },
            Properties = new ManagedGrafanaPropertiesArgs
            {
                GrafanaMajorVersion = settings.Monitoring.GrafanaMajorVersion.ToString(CultureInfo.InvariantCulture),
                ApiKey = ApiKey.Disabled,
                GrafanaIntegrations = new GrafanaIntegrationsArgs
                {
                    AzureMonitorWorkspaceIntegrations =
                    {
                        new AzureMonitorWorkspaceIntegrationArgs { AzureMonitorWorkspaceResourceId = workspace.Id },
                    },
                },
            },
            Tags = tags,
        }, new CustomResourceOptions
        {
            Parent = this,
            CustomTimeouts = new CustomTimeouts
            {
                Create = TimeSpan.FromMinutes(30),
                Update = TimeSpan.FromMinutes(30),
                Delete = TimeSpan.FromMinutes(30),
            },
        });

        roles.Give(
            "grafana-monitoring-data-reader",
            AzureRoles.MonitoringDataReader,
            Principal.ManagedIdentity("grafana", grafana.Identity.Apply(identity => identity!.PrincipalId)),
            workspace.Id,
            this,
            workspace.Subscription);

        // Only the portal makes the creator an admin; without these nobody gets in.
        foreach (var admin in admins)
        {
            roles.Give($"grafana-admin-{admin.Label}", AzureRoles.GrafanaAdmin, admin, grafana.Id, this);
        }

        Name = grafana.Name;
        Url = grafana.Properties.Apply(properties => properties.Endpoint);
        RegisterOutputs();
    }

    /// <summary>The name of Grafana.</summary>
    public Output<string> Name { get; }

    /// <summary>The address of Grafana.</summary>
    public Output<string> Url { get; }
}
