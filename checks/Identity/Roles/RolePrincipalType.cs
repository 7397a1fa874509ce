using KedaStack.Checks.Rules;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Identity.Roles;

/// <summary>A role for a managed identity says principalType ServicePrincipal.</summary>
internal sealed class RolePrincipalType() : Check(new()
{
    Id = "role-principal-type",
    Severity = Severity.Error,
    Title = "A role for a managed identity says principalType ServicePrincipal",
    Failure = "`PrincipalNotFound` in the first deployment, because the directory does not know the new principal yet; with a wrong type `UnmatchedPrincipalType`",
    Cause = "Without the type, Azure looks the principal up first; with it, it does not.",
    Fix = "Set `principalType` to `ServicePrincipal`.",
    NotForFiles = CheckInfo.NoAzure,
})
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack) =>
        from assignment in stack.OfType(ResourceTypes.RoleAssignment)
        where stack.Reference(assignment.Inputs.Text("principalId"))?.Resource.Type is ResourceTypes.Identity or ResourceTypes.Grafana or ResourceTypes.Cluster
        where assignment.Inputs.Text("principalType") != "ServicePrincipal"
        select Found(assignment, "principalType", assignment.Inputs.Shown("principalType"), "ServicePrincipal");
}
