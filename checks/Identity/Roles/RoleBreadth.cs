using KedaStack.Checks.Rules;
using KedaStack.Infra.Identity;
using KedaStack.Resources.Graph;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Identity.Roles;

/// <summary>No role is broader than needed: none on a subscription or resource group, no Owner or Contributor, and for KEDA nothing but the query.</summary>
internal sealed class RoleBreadth() : Check(new()
{
    Id = "role-breadth",
    Severity = Severity.Error,
    Title = "No role is broader than needed: none on a subscription or resource group, no Owner or Contributor, and for KEDA nothing but the query",
    Failure = "nothing, until somebody takes over the pod or the identity",
    Cause = "Everything that may create a TriggerAuthentication can use the identity that KEDA is federated with.",
    Fix = "Assign the narrowest role with the one resource as scope.",
    NotForFiles = CheckInfo.NoAzure,
})
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack)
    {
        foreach (var assignment in stack.OfType(ResourceTypes.RoleAssignment))
        {
            var (role, scope) = (assignment.Inputs.Text("roleDefinitionId"), assignment.Inputs.Text("scope"));
            if (AzureRoleIds.BroadName(role) is { } name)
            {
                yield return Found(assignment, "roleDefinitionId", name, "a role for one task");
            }
            else if (stack.Reference(assignment.Inputs.Text("principalId"))?.Resource is { } identity && IsKeda(stack, identity)
                && AzureRoleIds.Of(role) != AzureRoles.MonitoringDataReader
                // A query that is scoped to a resource needs a reader of that resource instead.
                && !(AzureRoleIds.Of(role) == AzureRoles.MonitoringReader
                    && stack.PrometheusTriggers.Any(trigger => trigger.QueryScope is not null)))
            {
                yield return Found(assignment, "roleDefinitionId", AzureRoleIds.Shown(role), "Monitoring Data Reader and nothing else for KEDA");
            }

            if (IsBroadScope(stack, scope))
            {
                yield return Found(assignment, "scope", scope, "the id of one resource");
            }
        }
    }

    private static bool IsKeda(StackView stack, GraphResource identity) =>
        stack.Keda.Identities.Any(used => used.Urn == identity.Urn);

    /// <summary>A resource's id has a provider and a type; those of subscriptions and resource groups have not.</summary>
    private static bool IsBroadScope(StackView stack, string? scope) =>
        scope is null
        || (stack.Reference(scope) is { } reference
            ? reference.Resource.Type == ResourceTypes.ResourceGroup
            : (scope.StartsWith('/') && !scope.Contains("/resourceGroups/", StringComparison.OrdinalIgnoreCase))
              || (scope.Contains("/resourceGroups/", StringComparison.OrdinalIgnoreCase) && !scope.Contains("/providers/", StringComparison.OrdinalIgnoreCase)));
}
