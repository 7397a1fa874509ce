using KedaStack.Infra.Hooks;
using KedaStack.Infra.Identity;
using KedaStack.Infra.Platform;
using KedaStack.Infra.Settings;
using KedaStack.Infra.Settings.Platform;
using Pulumi;
using Pulumi.AzureNative.Dashboard;

namespace KedaStack.Infra.Monitoring;

/// <summary>
/// A Managed Grafana that is there: its identity may read the workspace. Its list of workspaces is left alone: a PUT that
/// names one drops the others.
/// </summary>
internal sealed class GivenGrafana : ComponentResource
{
    /// <summary>Reads the Grafana and gives it its role.</summary>
    public GivenGrafana(
        string name, ArmId id, StackSettings settings, MonitorWorkspace workspace, RoleAssignments roles, Refusal refusal, ComponentResourceOptions options)
        : base("kedastack:monitoring:GivenGrafana", name, options)
    {
        var read = GetGrafana.Invoke(
            new GetGrafanaInvokeArgs { ResourceGroupName = id.ResourceGroup, WorkspaceName = id.Name },
            new InvokeOptions { Parent = this, Provider = Subscriptions.Of("existing-grafana", id, settings.Cloud, this) });
        var principal = read.Apply(grafana => grafana.Identity?.PrincipalId is { Length: > 0 } found
            ? found
            : throw refusal.Because($"existingGrafana: {id.Name} has no identity of its own, so that it cannot be given a role; its owner runs `az grafana update --resource-group {id.ResourceGroup} --name {id.Name} --set identity.type=SystemAssigned`"));
        roles.Give(
            "grafana-monitoring-data-reader", AzureRoles.MonitoringDataReader, Principal.ManagedIdentity("grafana", principal), workspace.Id, this, workspace.Subscription);
        Url = read.Apply(grafana => grafana.Properties.Endpoint);
        RegisterOutputs();
    }

    /// <summary>The address of Grafana.</summary>
    public Output<string> Url { get; }
}
