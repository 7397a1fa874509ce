using Pulumi;
using Pulumi.AzureNative.Authorization;

namespace KedaStack.Infra.Identity;

/// <summary>Who a role is given to.</summary>
/// <param name="Label">A word for it in resource names.</param>
/// <param name="ObjectId">Its object (principal) id; never the client id of an identity.</param>
/// <param name="Type">What it is; null lets Azure look it up, which fails for an identity made a moment ago.</param>
internal sealed record Principal(string Label, Output<string> ObjectId, PrincipalType? Type)
{
    /// <summary>A managed identity.</summary>
    public static Principal ManagedIdentity(string label, Output<string> objectId) =>
        new(label, objectId, PrincipalType.ServicePrincipal);
}
