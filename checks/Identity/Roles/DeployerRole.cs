using KedaStack.Checks.Rules;
using KedaStack.Infra.Identity;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Identity.Roles;

/// <summary>With Azure RBAC somebody is cluster admin before the first Kubernetes object is made.</summary>
internal sealed class DeployerRole() : Check(new()
{
    Id = "deployer-role",
    Severity = Severity.Error,
    Title = "With Azure RBAC somebody is cluster admin before the first Kubernetes object is made",
    Failure = "`namespaces is forbidden: User ... cannot create resource \"namespaces\" in API group \"\" at the cluster scope`",
    Cause = "Azure RBAC lets nobody in without a role; Pulumi makes objects as soon as there is a kubeconfig.",
    Fix = "Assign Azure Kubernetes Service RBAC Cluster Admin on the cluster, and let the Kubernetes provider depend on it.",
    NotForFiles = CheckInfo.NoAzure,
})
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack)
    {
        foreach (var cluster in stack.OfType(ResourceTypes.Cluster).Where(cluster =>
            cluster.Inputs.IsTrue("aadProfile.enableAzureRBAC") && cluster.Inputs.Texts("aadProfile.adminGroupObjectIDs").Count == 0))
        {
            var assignments = stack.OfType(ResourceTypes.RoleAssignment)
                .Where(assignment => AzureRoleIds.Of(assignment.Inputs.Text("roleDefinitionId")) == AzureRoles.AksRbacClusterAdmin
                    && stack.Referenced(assignment.Inputs.Text("scope"), ResourceTypes.Cluster, "id")?.Urn == cluster.Urn)
                .ToList();
            if (assignments.Count == 0)
            {
                yield return Found(cluster, "", "no cluster admin", "a role assignment of Azure Kubernetes Service RBAC Cluster Admin on it");
                continue;
            }

            foreach (var provider in stack.OfType(ResourceTypes.KubernetesProvider))
            {
                if (!assignments.Exists(assignment => stack.Dependencies.Needs(provider, assignment)))
                {
                    yield return Found(provider, "", "no dependency on the admin's role", $"DependsOn {assignments[0].Name}");
                }
            }
        }
    }
}
