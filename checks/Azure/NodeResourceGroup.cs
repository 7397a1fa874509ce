using KedaStack.Checks.Rules;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Azure;

/// <summary>Nothing is in the node resource group of a cluster.</summary>
internal sealed class NodeResourceGroup() : Check(new()
{
    Id = "node-resource-group",
    Severity = Severity.Information,
    Title = "Nothing of the stack is in the node resource group of a cluster",
    Failure = "`RequestDisallowedByPolicy` or `DenyAssignmentAuthorizationFailed` where AKS locks the group, and everything gone with the cluster where it does not",
    Cause = "A group whose name begins with MC_ is AKS' own: it deletes the group together with its cluster.",
    Fix = "Name another group in `resourceGroup`, or leave it out.",
    NotForFiles = CheckInfo.NoAzure,
})
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack) => stack.Resources
        .Where(resource => resource.Inputs.Text("resourceGroupName")?.StartsWith("MC_", StringComparison.OrdinalIgnoreCase) is true)
        .Take(1)
        .Select(resource => Found(resource, "resourceGroupName", resource.Inputs.Text("resourceGroupName"), "a group that is not AKS' own"));
}
