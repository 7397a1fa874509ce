using KedaStack.Doctor.Azure.Facts;
using KedaStack.Doctor.Chains;
using KedaStack.Doctor.Messages;

namespace KedaStack.Doctor.Azure;

/// <summary>Whether KEDA signs in with the client id of an identity, in its tenant.</summary>
internal static class ClientFaults
{
    /// <summary>What is wrong.</summary>
    public static IEnumerable<IdentityFault> Of(Chain chain, AzureSide azure, IdentityUse use)
    {
        var (kind, name) = use.Authentication;
        if (use.ClientId is not { } client)
        {
            // A service account that was not read may have it.
            if (chain.Keda.Operators is [var one] && chain.Keda.ServiceAccount(one) is not null)
            {
                yield return new IdentityFault(IdentityFault.NoToken, AzureCauses.NoClientId.Fail(
                    $"no client id is written: neither in {kind} {name} nor at the operator's service account {IdentityUse.AccountName(one)}", azure,
                    ("namespace", chain.Namespace), ("kind", Word(kind)), ("authentication", name), ("client id", "<client id>")));
            }

            yield break;
        }

        if (Identities.Of(azure, use) is { } identity)
        {
            if (use.TenantId is { } tenant && identity.TenantId is { } own && !string.Equals(tenant, own, StringComparison.OrdinalIgnoreCase))
            {
                yield return new IdentityFault(IdentityFault.NoClient, AzureCauses.OtherTenant.Fail(
                    $"KEDA signs in to tenant {tenant}, and identity {identity.Id.Name} is of {own}", azure, ("operator", MessageTable.Command("{operator}", chain)), ("tenant", own)));
            }
        }
        else if (Identities.Mistaken(azure, use) is { ClientId: { } right } mistaken)
        {
            yield return new IdentityFault(IdentityFault.NoClient, AzureCauses.ObjectId.Fail(
                $"{client} is the object id of identity {mistaken.Id.Name}; its client id is {right}", azure, ("namespace", chain.Namespace), ("kind", Word(kind)), ("authentication", name), ("client id", right)));
        }
        else if (Identities.AreRead(azure))
        {
            yield return new IdentityFault(IdentityFault.NoClient, AzureCauses.NoIdentity.Fail($"no identity of subscription {azure.Id!.Subscription} has the client id {client}", azure), IsSure: false);
        }
    }

    private static string Word(string kind) => kind.ToLowerInvariant();
}
