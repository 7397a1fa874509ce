using KedaStack.Checks.Rules;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Identity.Roles;

/// <summary>Each role assignment is named by a GUID of its own.</summary>
internal sealed class RoleAssignmentName() : Check(new()
{
    Id = "role-assignment-name",
    Severity = Severity.Error,
    Title = "Each role assignment is named by a GUID of its own",
    Failure = "`InvalidRoleAssignmentId: The role assignment ID '...' is not valid. The role assignment ID must be a GUID`, or `RoleAssignmentExists`",
    Cause = "Azure accepts only a GUID as the name of a role assignment.",
    Fix = "Derive a GUID from scope, principal and role.",
    NotForFiles = CheckInfo.NoAzure,
})
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var assignment in stack.OfType(ResourceTypes.RoleAssignment))
        {
            // Left out, the provider makes one up, which works.
            if (assignment.Inputs.Text("roleAssignmentName") is not { } name)
            {
                continue;
            }

            if (!Guid.TryParseExact(name, "D", out _))
            {
                yield return Found(assignment, "roleAssignmentName", name, "a GUID");
            }
            else if (!names.Add(name))
            {
                yield return Found(assignment, "roleAssignmentName", $"{name}, the name of another one", "a GUID of its own");
            }
        }
    }
}
