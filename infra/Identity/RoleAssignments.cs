using KedaStack.Infra.Naming;
using Pulumi;
using Pulumi.AzureNative.Authorization;

namespace KedaStack.Infra.Identity;

/// <summary>Gives roles of the stack's subscription.</summary>
/// <param name="subscriptionId">The id of the subscription.</param>
/// <param name="hooks">Retries while Entra ID does not know the principal yet.</param>
internal sealed class RoleAssignments(Output<string> subscriptionId, Hooks.DeploymentHooks hooks)
{
    /// <summary>
    /// Gives <paramref name="principal"/> a role. The assignment's name follows from scope, principal and role: after a
    /// lost state it can be found and imported (docs/recovery.md). It cannot be made again: the provider refuses to
    /// create what exists, and Azure a second assignment of the three.
    /// </summary>
    /// <param name="name">The logical name.</param>
    /// <param name="role">A role id of <see cref="AzureRoles"/>.</param>
    /// <param name="principal">Who gets it.</param>
    /// <param name="scope">The id of the resource that it is given on.</param>
    /// <param name="parent">The component that it belongs to.</param>
    /// <param name="scopeSubscription">The id of the scope's subscription; null for the stack's own.</param>
    public RoleAssignment Give(
        string name, string role, Principal principal, Output<string> scope, Resource parent, string? scopeSubscription = null)
    {
        var args = new RoleAssignmentArgs
        {
            RoleAssignmentName = Output.Tuple(scope, principal.ObjectId)
                .Apply(ids => NameBasedGuid.Create($"{ids.Item1}|{ids.Item2}|{role}").ToString()),
            // The subscription's form of the id, as Azure stores it: the short form shows as a change after a refresh.
            RoleDefinitionId = Output.Format(
                $"/subscriptions/{(scopeSubscription is null ? subscriptionId : Output.Create(scopeSubscription))}/providers/Microsoft.Authorization/roleDefinitions/{role}"),
            PrincipalId = principal.ObjectId,
            // Unless taken away, the default is User, and Azure refuses a group or a service principal.
            PrincipalType = principal.Type is { } type ? type : null,
            Scope = scope,
        };

        return new RoleAssignment(name, args, new CustomResourceOptions
        {
            Parent = parent,
            Hooks = new ResourceHookBinding { OnError = { hooks.RetryWhilePrincipalIsUnknown } },
        });
    }
}
