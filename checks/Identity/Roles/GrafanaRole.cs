using KedaStack.Checks.Rules;
using KedaStack.Infra.Identity;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Identity.Roles;

/// <summary>Grafana's identity has Monitoring Data Reader on the workspaces that it is linked to.</summary>
internal sealed class GrafanaRole() : Check(new()
{
    Id = "grafana-role",
    Severity = Severity.Error,
    Title = "Grafana's identity has Monitoring Data Reader on the workspaces that it is linked to",
    Failure = "empty panels with `403: the client does not have permission`",
    Cause = "Only the portal gives the role when it links a workspace.",
    Fix = "Assign Monitoring Data Reader to Grafana's `identity.principalId` on the workspace, and a system-assigned identity to Grafana.",
    NotForFiles = CheckInfo.NoAzure,
})
{
    private const string Integrations = "properties.grafanaIntegrations.azureMonitorWorkspaceIntegrations";

    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack)
    {
        foreach (var grafana in stack.OfType(ResourceTypes.Grafana))
        {
            if (grafana.Inputs.Text("identity.type") is null or "None")
            {
                yield return Found(grafana, "identity.type", grafana.Inputs.Shown("identity.type"), "SystemAssigned");
            }

            var workspaces = grafana.Inputs.Objects(Integrations)
                .Select(integration => stack.Referenced(integration.Text("azureMonitorWorkspaceResourceId"), ResourceTypes.Workspace, "id"));
            foreach (var workspace in workspaces.Where(workspace => workspace is not null))
            {
                var mayRead = stack.OfType(ResourceTypes.RoleAssignment).Any(assignment =>
                    AzureRoleIds.Of(assignment.Inputs.Text("roleDefinitionId")) == AzureRoles.MonitoringDataReader
                    && stack.Reference(assignment.Inputs.Text("principalId"))?.Resource.Urn == grafana.Urn
                    && stack.Referenced(assignment.Inputs.Text("scope"), ResourceTypes.Workspace, "id")?.Urn == workspace!.Urn);
                if (!mayRead)
                {
                    yield return Found(grafana, "", $"no role on {workspace!.Name}", $"Monitoring Data Reader on {workspace.Name}");
                }
            }
        }
    }
}
