using KedaStack.Checks.Rules;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Identity.Roles;

/// <summary>Somebody has access to Grafana.</summary>
internal sealed class GrafanaAccess() : Check(new()
{
    Id = "grafana-access",
    Severity = Severity.Warning,
    Title = "Somebody has access to Grafana",
    Failure = "`No role assigned: you do not have a Grafana role`, after the sign-in",
    Cause = "Only the portal makes the creator an admin.",
    Fix = "Assign Grafana Admin, Editor or Viewer on the Grafana to a group, or to people.",
    NotForFiles = CheckInfo.NoAzure,
})
{
    private static readonly HashSet<string> _roles =
        ["22926164-76b3-42b3-bc55-97df8dab3e41", "a79a5197-3a5c-4973-a920-486035ffd60f", "60921a7e-fef1-4a43-9b16-a26c52ad4769"];

    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack) =>
        from grafana in stack.OfType(ResourceTypes.Grafana)
        where !stack.OfType(ResourceTypes.RoleAssignment).Any(assignment =>
            _roles.Contains(AzureRoleIds.Of(assignment.Inputs.Text("roleDefinitionId")))
            && stack.Referenced(assignment.Inputs.Text("scope"), ResourceTypes.Grafana, "id")?.Urn == grafana.Urn)
        select Found(grafana, "", "no Grafana role for anybody", "a role assignment of Grafana Admin, Editor or Viewer on it");
}
