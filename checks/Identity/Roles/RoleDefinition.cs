using System.Text.RegularExpressions;
using KedaStack.Checks.Rules;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Identity.Roles;

/// <summary>Role assignments name their role by its full id.</summary>
internal sealed partial class RoleDefinition() : Check(new()
{
    Id = "role-definition",
    Severity = Severity.Error,
    Title = "Role assignments name their role by its full id",
    Failure = "`InvalidRoleDefinitionId`, or `RoleDefinitionDoesNotExist`",
    Cause = "Azure accepts neither a role's name nor its bare GUID.",
    Fix = "Write `/subscriptions/<subscription>/providers/Microsoft.Authorization/roleDefinitions/<GUID>`.",
    NotForFiles = CheckInfo.NoAzure,
})
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack) =>
        from assignment in stack.OfType(ResourceTypes.RoleAssignment)
        let role = assignment.Inputs.Text("roleDefinitionId")
        where !FullId().IsMatch(role ?? "")
        select Found(assignment, "roleDefinitionId", role, "/subscriptions/<subscription>/providers/Microsoft.Authorization/roleDefinitions/<GUID>");

    [GeneratedRegex("^(/subscriptions/[^/]+)?/providers/Microsoft.Authorization/roleDefinitions/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex FullId();
}
