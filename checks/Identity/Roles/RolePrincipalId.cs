using KedaStack.Checks.Rules;
using KedaStack.Resources.Graph;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Identity.Roles;

/// <summary>Roles are given to principal (object) ids, not to client ids.</summary>
internal sealed class RolePrincipalId() : Check(new()
{
    Id = "role-principal-id",
    Severity = Severity.Error,
    Title = "Roles are given to principal (object) ids, not to client ids",
    Failure = "`PrincipalNotFound: Principal ... does not exist in the directory`, or a role for nobody and `status: 403` at the query",
    Cause = "A client id names an application; role assignments refer to its principal.",
    Fix = "Use the identity's output `principalId`; for a Grafana `identity.principalId`.",
    NotForFiles = CheckInfo.NoAzure,
})
{
    private static readonly string[] _principalOutputs = ["principalId", "identity.principalId", "objectId"];

    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack) =>
        from assignment in stack.OfType(ResourceTypes.RoleAssignment)
        let id = assignment.Inputs.Text("principalId")
        where string.IsNullOrEmpty(id) || ReferenceToken.FindAll(id).Any(reference => !IsPrincipal(stack, reference))
        select Found(assignment, "principalId", id, "a principal's output principalId");

    /// <summary>Also of whoever deploys, who is no resource: <c>client.objectId</c>.</summary>
    private static bool IsPrincipal(StackView stack, string reference) =>
        _principalOutputs.Contains(stack.Resolve(reference)?.Path ?? reference[(reference.LastIndexOf('.') + 1)..]);
}
