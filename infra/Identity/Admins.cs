using Pulumi;
using Pulumi.AzureAD;
using Pulumi.AzureNative.Authorization;

namespace KedaStack.Infra.Identity;

/// <summary>The people and groups who administer the stack.</summary>
internal static class Admins
{
    /// <summary>
    /// Finds the principals. An object id may be a user, a group or a service principal, so its type is left to Azure;
    /// a user principal name is looked up in Entra ID.
    /// </summary>
    /// <param name="admins">Object ids and user principal names; none means whoever deploys.</param>
    /// <param name="deployerObjectId">The object id of whoever deploys.</param>
    public static IReadOnlyList<Principal> Find(IReadOnlyList<string> admins, Output<string> deployerObjectId) =>
        admins.Count == 0
            ? [new Principal("deployer", deployerObjectId, Type: null)]
            : [.. admins.Select(Find)];

    private static Principal Find(string admin) =>
        Guid.TryParse(admin, out _)
            ? new Principal(admin, Output.Create(admin), Type: null)
            : new Principal(
                admin,
                GetUser.Invoke(new GetUserInvokeArgs { UserPrincipalName = admin }).Apply(user => user.ObjectId),
                PrincipalType.User);
}
