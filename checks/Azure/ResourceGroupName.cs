using KedaStack.Checks.Rules;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Azure;

/// <summary>Azure resources are in a resource group of the stack.</summary>
internal sealed class ResourceGroupName() : Check(new()
{
    Id = "resource-group",
    Severity = Severity.Error,
    Title = "Azure resources are in a resource group of the stack",
    Failure = "`ResourceGroupNotFound`, or resources that `pulumi destroy` and the portal's overview of the group do not show together",
    Cause = "A group's name written by hand is not the group that the stack makes.",
    Fix = "Pass the group's output `name`; for a group from elsewhere, suppress this check and say so.",
    NotForFiles = CheckInfo.NoAzure,
})
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack)
    {
        var names = stack.OfType(ResourceTypes.ResourceGroup).Select(group => group.Inputs.Text("resourceGroupName")).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return from resource in stack.Resources
               where names.Count > 0 && resource.Inputs["resourceGroupName"] is not null && !names.Contains(resource.Inputs.Text("resourceGroupName"))
               select Found(resource, "resourceGroupName", resource.Inputs.Shown("resourceGroupName"), string.Join(" or ", names));
    }
}
