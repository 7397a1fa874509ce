using KedaStack.Infra.Hooks;
using Pulumi;
using Pulumi.AzureAD;
using Pulumi.AzureNative.Authorization;

namespace KedaStack.Infra.Identity;

/// <summary>The people and groups who administer the stack.</summary>
internal static class Admins
{
    /// <summary>
    /// Finds the principals. An object id may be a user, a group or a service principal, so its type is left to Azure;
    /// a user principal name is looked up in Entra ID; one that it does not know fails the deployment with a sentence.
    /// </summary>
    /// <param name="admins">Object ids and user principal names; none means whoever deploys.</param>
    /// <param name="deployerObjectId">The object id of whoever deploys.</param>
    /// <param name="entra">The provider that looks users up; null for the default one.</param>
    /// <param name="refusal">Ends the deployment.</param>
    public static IReadOnlyList<Principal> Find(IReadOnlyList<string> admins, Output<string> deployerObjectId, ProviderResource? entra, Refusal refusal) =>
        admins.Count == 0
            ? [new Principal("deployer", deployerObjectId, Type: null)]
            : [.. admins.Select(admin => Find(admin, entra, refusal))];

    private static Principal Find(string admin, ProviderResource? entra, Refusal refusal) =>
        Guid.TryParse(admin, out _)
            ? new Principal(admin, Output.Create(admin), Type: null)
            : new Principal(admin, FindUser(admin, entra, refusal), PrincipalType.User);

    // Not GetUser, which ends with the provider's error and a stack trace where there is no such user.
    private static Output<string> FindUser(string userPrincipalName, ProviderResource? entra, Refusal refusal) =>
        GetUsers.Invoke(new GetUsersInvokeArgs { UserPrincipalNames = { userPrincipalName }, IgnoreMissing = true }, new InvokeOptions { Provider = entra })
            .Apply(users => users.ObjectIds.IsDefaultOrEmpty
                ? throw refusal.Because(
                    $"admins: Entra ID knows no user \"{userPrincipalName}\" in the tenant that you are signed in to; "
                    + "write the user principal name as `az ad user list` prints it, or an object id")
                : users.ObjectIds[0]);
}
